"""Takes updates over from the platform: each is kept durably, then worked on in its person's lane."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterable
from functools import partial

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import Update as TelegramUpdate

from bot.channels.telegram.allowance import Allowance
from bot.channels.telegram.clerk import Clerk
from bot.channels.telegram.lanes import Lanes
from storage.database import Turn
from storage.inbox import Update

logger = logging.getLogger(__name__)

Json = dict[str, object]
Refuse = Callable[[str], Awaitable[list[int]]]

ROOM = 500  # updates at hand; more are fetched when there are fewer
LEFT_OVER = 10 * ROOM  # more than can be left undone by one process
PATIENCE = 15.0  # seconds that a stop waits for what is at hand


class Listener:
    """What every update passes through."""

    def __init__(self, clerk: Clerk, bot: Bot, dispatcher: Dispatcher, refuse: Refuse) -> None:
        """`refuse` tells a chat that somebody asked too much of us."""
        self._clerk, self._bot, self._dispatcher, self._refuse = clerk, bot, dispatcher, refuse
        self._allowance = Allowance(asyncio.get_running_loop().time)
        self._lanes = Lanes()
        self._at_hand: set[str] = set()

    async def take(self, updates: Iterable[Json]) -> None:
        """Keep these and begin work on those that are new. When this returns they are safe; where too
        much is at hand, it takes a while. Raises StorageProblem."""
        while len(self._at_hand) > ROOM:
            await asyncio.sleep(0.02)
        came = {str(each["update_id"]): each for each in updates}
        kept = await self._clerk.keep(Update(name, json.dumps(each, ensure_ascii=False)) for name, each in came.items())
        self._begin((update, came[update.id]) for update in kept)

    async def take_up(self, *, alone: bool) -> None:
        """Begin what was left undone; `alone`: whoever was at work on anything is gone."""
        if alone:
            await self._clerk.ask(released)
        self._begin((update, json.loads(update.body)) for update in await self._clerk.take_up(LEFT_OVER))

    async def finish(self) -> None:
        """Wait for what is at hand."""
        await self._lanes.finish(PATIENCE)

    def _begin(self, updates: Iterable[tuple[Update, Json]]) -> None:
        for update, raw in updates:
            if update.id not in self._at_hand:
                self._at_hand.add(update.id)
                lane = lane_of(raw)
                work = (
                    partial(self._work, update, raw)
                    if self._allowance.spend(lane)
                    else partial(self._skip, update, lane)
                )
                self._lanes.add(lane, work)

    async def _skip(self, update: Update, lane: str) -> None:
        """Leave an update that is too much undone, and say so now and then."""
        self._at_hand.discard(update.id)
        told = await self._refuse(lane) if lane and self._allowance.refuse(lane) else []
        self._clerk.settle(update.id, told)

    async def _work(self, update: Update, raw: Json) -> None:
        arrived: list[int] = []
        try:
            parsed = TelegramUpdate.model_validate(raw, context={"bot": self._bot})
            handled = await self._dispatcher.feed_update(self._bot, parsed)
            arrived = [] if handled is UNHANDLED else handled
        except Exception:
            logger.exception("update %s failed", update.id)
        finally:
            self._at_hand.discard(update.id)
        self._clerk.settle(update.id, arrived)


def released(turn: Turn) -> None:
    """Nobody is at work on anything."""
    turn.inbox.release()
    turn.outbox.release()


def lane_of(raw: Json) -> str:
    """Whose update it is: one person's are worked on in order."""
    for part in raw.values():
        if isinstance(part, dict):
            author = part.get("from") or part.get("chat")
            return str(author.get("id", "")) if isinstance(author, dict) else ""
    return ""
