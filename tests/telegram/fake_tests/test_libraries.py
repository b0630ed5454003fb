"""Both libraries as they are, through their own settings for another server."""

from __future__ import annotations

import asyncio
from io import BytesIO

import pytest
from aiogram import Dispatcher, F
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MediaUnion,
    Message,
)
from aiogram.types import InputMediaDocument as AiogramDocument
from PIL import Image
from telegram import InputMediaPhoto as PtbPhoto
from telegram.error import Forbidden, RetryAfter

from tests.telegram.fake import Fake
from tests.telegram.fake_tests.raw import aiogram, ptb, run


def picture(width: int = 60, height: int = 40) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height)).save(out, "PNG")
    return out.getvalue()


def test_aiogram_sends_edits_uploads_and_fetches(fake: Fake) -> None:
    person = fake.person()
    sent = person.sends_file(b"%PDF-1.7 content", "a.pdf", "application/pdf")

    async def work() -> bytes:
        async with aiogram(fake) as bot:
            assert (await bot.get_me()).is_bot
            keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="好", callback_data="c:1")]])
            message = await bot.send_message(person.id, "<b>一</b>", parse_mode="HTML", reply_markup=keyboard)
            await bot.edit_message_text("二", chat_id=person.id, message_id=message.message_id)
            await bot.send_photo(person.id, BufferedInputFile(picture(), "card.png"), caption="图")
            await bot.send_document(person.id, BufferedInputFile(b"PK..", "a.xlsx"), reply_to_message_id=None)
            album: list[MediaUnion] = [
                AiogramDocument(media=BufferedInputFile(name.encode(), name)) for name in ("a.ics", "b.json")
            ]
            assert len(await bot.send_media_group(person.id, album)) == 2
            await bot.send_chat_action(person.id, "typing")
            document = (await bot.get_updates())[0].message
            assert document is not None
            assert document.message_id == sent
            assert document.document is not None
            content = await bot.download(document.document)
            assert content is not None
            return content.read()

    assert run(work) == b"%PDF-1.7 content"
    heard = person.hears(6)
    assert [one.text for one in heard[:3]] == ["一", "二", "图"]
    assert [name for one in heard[2:] for name, _ in one.files] == ["card.png", "a.xlsx", "a.ics", "b.json"]
    assert heard[2].files[0][1] == picture()
    assert len(person.typing()) == 1


def test_the_other_library_sends_uploads_and_fetches(fake: Fake) -> None:
    person = fake.person()
    person.sends_photo(picture(), "封面")

    async def work() -> bytes:
        async with ptb(fake) as bot:
            await bot.send_message(person.id, "<b>一</b>", parse_mode="HTML")
            await bot.send_photo(person.id, picture(), caption="图", filename="card.png")
            await bot.send_document(person.id, BytesIO(b"PK.."), filename="a.xlsx")
            await bot.send_media_group(person.id, [PtbPhoto(picture()), PtbPhoto(picture())])
            message = (await bot.get_updates())[0].message
            assert message is not None
            file = await message.photo[-1].get_file()
            return bytes(await file.download_as_bytearray())

    assert run(work) == picture()
    heard = person.hears(5)
    assert [one.text for one in heard[:2]] == ["一", "图"]
    assert [name for one in heard[1:3] for name, _ in one.files] == ["card.png", "a.xlsx"]


def test_refusals_become_their_errors(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # it warns where this is not decided
    person = fake.person()
    person.blocks()

    async def work() -> None:
        async with aiogram(fake) as one, ptb(fake) as other:
            with pytest.raises(TelegramForbiddenError):
                await one.send_message(person.id, "好")
            with pytest.raises(Forbidden):
                await other.send_message(person.id, "好")
            fake.fails("flood", "sendMessage", seconds=7, times=2)
            with pytest.raises(TelegramRetryAfter, match="7"):
                await one.send_message(person.id, "好")
            with pytest.raises(RetryAfter):
                await other.send_message(person.id, "好")

    run(work)


def test_a_dispatcher_polls(fake: Fake) -> None:
    person = fake.person()
    dispatcher = Dispatcher()

    @dispatcher.message(F.text)
    async def echo(message: Message) -> None:
        keyboard = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="再来", callback_data="again")]])
        await message.answer(message.text or "", reply_markup=keyboard)

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        await query.answer("好")
        await dispatcher.stop_polling()

    async def work() -> None:
        async with aiogram(fake) as bot:
            polling = asyncio.create_task(
                dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False, polling_timeout=5)
            )
            person.says("你好")
            heard = await asyncio.to_thread(person.hear)
            assert heard.text == "你好"
            person.presses("再来")
            await polling

    run(work)
    assert person.toasts() == ["好"]
