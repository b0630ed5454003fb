"""Fetches updates from the platform, which repeats them until we confirm them by asking for the next."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from itertools import chain, repeat
from typing import Any

from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramConflictError, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.methods import TelegramMethod

from bot import wording_telegram as wording
from bot.channels.telegram.routes import UPDATES
from bot.problem import StartProblem
from storage import StorageProblem

logger = logging.getLogger(__name__)

Json = dict[str, Any]
Say = Callable[[str], None]

LONG = 25  # seconds that the platform keeps an empty answer back
PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)  # seconds after failures in a row


class GetRawUpdates(TelegramMethod[list[Json]]):
    """getUpdates, answered as it came: one update that the library does not know yet must not hold up the others."""

    __returning__ = list[Json]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int = LONG
    allowed_updates: list[str] = UPDATES


async def poll(bot: Bot, take: Callable[[list[Json]], Awaitable[None]], say: Say) -> None:
    """Fetch and hand over until cancelled. Raises StartProblem where the token is no good."""
    offset: int | None = None
    pauses = patience()
    troubled = False
    while True:
        try:
            updates = await bot(GetRawUpdates(offset=offset), request_timeout=LONG + 10)
            await take(updates)
        except TelegramUnauthorizedError as error:
            raise StartProblem(wording.BOT_REFUSED.format(why=error.message)) from error
        except (AiogramError, StorageProblem, OSError) as error:
            troubled = True
            pause = error.retry_after if isinstance(error, TelegramRetryAfter) else next(pauses)
            say(trouble(error, pause))
            await asyncio.sleep(pause)
            continue
        if troubled:
            say(wording.CONNECTED)
            pauses, troubled = patience(), False
        if updates:
            offset = max(int(update["update_id"]) for update in updates) + 1


def patience() -> Iterator[float]:
    """How long to wait after one failure, and another, and so on."""
    return chain(PAUSES, repeat(PAUSES[-1]))


def trouble(error: Exception, pause: float) -> str:
    """What is wrong, in a sentence."""
    if isinstance(error, TelegramConflictError):
        return wording.SECOND_POLLER.format(seconds=pause)
    return wording.NO_CONNECTION.format(why=type(error).__name__, seconds=pause)
