"""Fetches updates from the platform, which repeats them until we confirm them by asking for the next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.methods import TelegramMethod

from bot import wording_telegram as wording
from bot.channels.telegram.insisting import FAILURES, Say, endure, patience
from bot.channels.telegram.routes import UPDATES
from storage import StorageProblem

Json = dict[str, Any]

LONG = 25  # seconds that the platform keeps an empty answer back


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
    pauses, troubled = patience(), False
    while True:
        try:
            updates = await bot(GetRawUpdates(offset=offset), request_timeout=LONG + 10)
            await take(updates)
        except (*FAILURES, StorageProblem) as error:
            troubled = True
            await endure(error, pauses, say)
            continue
        if troubled:
            say(wording.CONNECTED)
            pauses, troubled = patience(), False
        if updates:
            offset = max(int(update["update_id"]) for update in updates) + 1
