"""python-telegram-bot as a carrier, for what nobody waits for: every call waits for its turn."""

from __future__ import annotations

import logging
from collections.abc import Awaitable

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.channels.telegram.carrying import Noted
from bot.channels.telegram.configured import TelegramSettings
from bot.channels.telegram.letters import Letter, Rows
from bot.channels.telegram.outcomes import SENT, Fate, Outcome, refused
from bot.channels.telegram.pace import IN_FLIGHT, Pace

HTML = "HTML"
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PATIENCE = 20.0  # seconds


class PtbCarrier:
    """Calls by `ExtBot`. Its own limiter stays behind our pace as a second net: alone it lets twice the limit through
    in its first second."""

    def __init__(self, settings: TelegramSettings, pace: Pace) -> None:
        assert settings.token is not None
        # what it says of every 429 is said by us; httpx tells every address, which holds the token
        logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)
        logging.getLogger("httpx").setLevel(logging.WARNING)
        self._pace = pace
        self._request = HTTPXRequest(
            connection_pool_size=IN_FLIGHT, read_timeout=PATIENCE, write_timeout=PATIENCE, pool_timeout=PATIENCE
        )
        self._bot = ExtBot(
            settings.token,
            base_url=f"{settings.api}/bot",
            base_file_url=f"{settings.api}/file/bot",
            request=self._request,
            rate_limiter=AIORateLimiter(pace.limits.overall, 1),
        )

    async def close(self) -> None:
        await self._request.shutdown()

    async def send(self, chat: int, letter: Letter, noted: Noted) -> Outcome:
        markup = keyboard(letter.rows)
        if letter.file is None:
            call: Awaitable[object] = self._bot.send_message(
                chat, letter.html, HTML, reply_markup=markup, link_preview_options=NO_PREVIEW
            )
        elif letter.is_photo:
            call = self._bot.send_photo(chat, letter.file, letter.html or None, parse_mode=HTML, reply_markup=markup)
        else:
            call = self._bot.send_document(chat, letter.file, letter.html or None, parse_mode=HTML, reply_markup=markup)
        return await self._outcome(chat, call, noted)

    async def edit(self, chat: int, card: int, letter: Letter, noted: Noted) -> Outcome:
        markup = keyboard(letter.rows)
        call = self._bot.edit_message_text(
            letter.html, chat, card, parse_mode=HTML, reply_markup=markup, link_preview_options=NO_PREVIEW
        )
        return await self._outcome(chat, call, noted)

    async def _outcome(self, chat: int, call: Awaitable[object], noted: Noted) -> Outcome:
        async with self._pace.turn(str(chat)):
            outcome = await made(call)
            if outcome is SENT:
                await noted()
        if outcome.fate is Fate.SLOW_DOWN:
            self._pace.pause(str(chat), outcome.seconds)
        return outcome


async def made(call: Awaitable[object]) -> Outcome:
    """What became of a call."""
    try:
        await call
    except RetryAfter as error:
        wait = error.retry_after
        return Outcome(Fate.SLOW_DOWN, "429", seconds=wait if isinstance(wait, int) else wait.total_seconds())
    except Forbidden as error:
        return Outcome(Fate.UNREACHABLE, error.message)
    except ChatMigrated as error:
        return Outcome(Fate.MOVED, chat=str(error.new_chat_id))
    except BadRequest as error:
        return refused(error.message)
    except TelegramError as error:
        return Outcome(Fate.FAILED, error.message)
    return SENT


def keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    """The buttons as the library has them."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[InlineKeyboardButton(b.label, callback_data=b.data) for b in row] for row in rows])
