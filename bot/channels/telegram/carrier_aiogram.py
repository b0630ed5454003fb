"""aiogram as a carrier, for the chat of whoever waits for an answer: calls go out at once, others make room."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)
from aiogram.methods import TelegramMethod
from aiogram.types import FSInputFile, InlineKeyboardMarkup, LinkPreviewOptions

from bot.channels.telegram.carrying import Noted
from bot.channels.telegram.letters import Letter, Rows
from bot.channels.telegram.outcomes import SENT, Fate, Outcome, refused
from bot.channels.telegram.pace import Pace

Json = dict[str, Any]

Call = Callable[[], Awaitable[object]]

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class SendText(TelegramMethod[Json]):
    """sendMessage, its answer left as it came: making a message of it takes longer than sending."""

    __returning__ = Json
    __api_method__ = "sendMessage"

    chat_id: int
    text: str
    parse_mode: str = ParseMode.HTML
    reply_markup: Json | None = None
    link_preview_options: LinkPreviewOptions | None = None


class AiogramCarrier:
    """Calls by aiogram's `Bot`."""

    def __init__(self, bot: Bot, pace: Pace) -> None:
        self._bot, self._pace = bot, pace

    async def send(self, chat: int, letter: Letter, noted: Noted) -> Outcome:
        """A new message."""
        if letter.file is None:
            preview = NO_PREVIEW if "://" in letter.html else None
            buttons = shown(letter.rows)
            text = SendText(chat_id=chat, text=letter.html, reply_markup=buttons, link_preview_options=preview)
            call: Call = partial(self._bot, text)
        else:
            markup = keyboard(letter.rows)
            send = self._bot.send_photo if letter.is_photo else self._bot.send_document
            told = partial(send, caption=letter.html or None, parse_mode=ParseMode.HTML, reply_markup=markup)
            call = partial(told, chat, FSInputFile(letter.file))
        return await self._outcome(chat, call, noted)

    async def edit(self, chat: int, card: int, letter: Letter, noted: Noted) -> Outcome:
        """New words and buttons for a message that is there."""
        call = partial(
            self._bot.edit_message_text,
            letter.html,
            chat_id=chat,
            message_id=card,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(letter.rows),
            link_preview_options=NO_PREVIEW,
        )
        return await self._outcome(chat, call, noted)

    async def _outcome(self, chat: int, call: Call, noted: Noted) -> Outcome:
        if wait := self._pace.paused(str(chat)):
            return Outcome(Fate.SLOW_DOWN, "429", seconds=wait)
        with self._pace.counted(str(chat)):
            outcome = await made(call())
        if outcome is SENT:
            await noted()
        if outcome.fate is Fate.SLOW_DOWN:
            self._pace.pause(str(chat), outcome.seconds)
        return outcome


async def made(call: Awaitable[object]) -> Outcome:
    """What became of a call."""
    try:
        await call
    except TelegramRetryAfter as error:
        return Outcome(Fate.SLOW_DOWN, "429", seconds=error.retry_after)
    except TelegramForbiddenError as error:
        return Outcome(Fate.UNREACHABLE, error.message)
    except TelegramMigrateToChat as error:
        return Outcome(Fate.MOVED, chat=str(error.migrate_to_chat_id))
    except TelegramBadRequest as error:
        return refused(error.message)
    except (AiogramError, OSError) as error:
        return Outcome(Fate.FAILED, type(error).__name__)
    return SENT


def shown(rows: Rows) -> Json | None:
    """The buttons as the platform has them."""
    if not rows:
        return None
    return {"inline_keyboard": [[{"text": b.label, "callback_data": b.data} for b in row] for row in rows]}


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """The buttons as the library has them."""
    buttons = shown(rows)
    return InlineKeyboardMarkup.model_validate(buttons) if buttons else None
