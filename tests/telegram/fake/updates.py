"""The queue of updates: kept until the offset confirms them, one poller at a time, repeated and shuffled on demand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from itertools import count
from random import Random

from tests.telegram.fake.refusal import Json, conflict

UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}  # only for who names them


@dataclass(slots=True)
class Disorder:
    """How far delivery strays from the ideal, each a probability: an update comes once more although it was
    confirmed, or is held back behind later ones."""

    repeats: float = 0.0
    late: float = 0.0
    random: Random = field(default_factory=lambda: Random(1))


@dataclass(slots=True)
class Updates:
    """Updates in the order of their ids. `allowed` is what the last caller asked for; None is the usual kinds."""

    waiting: dict[int, Json] = field(default_factory=dict)
    held: set[int] = field(default_factory=set)
    confirmed: list[Json] = field(default_factory=list)
    disorder: Disorder = field(default_factory=Disorder)
    allowed: list[str] | None = None
    webhook: Json | None = None
    numbers: count[int] = field(default_factory=lambda: count(500_001))
    polls: int = 0
    closing: bool = False
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, kind: str, content: Json) -> int:
        """A new update; its id. Kinds that nobody asked for are not kept."""
        number = next(self.numbers)
        if kind in self.allowed if self.allowed else kind not in UNASKED:
            self.waiting[number] = {"update_id": number, kind: content}
            self.wake()
        return number

    def wake(self) -> None:
        """Let whoever waits look again."""
        self._news.set()

    async def news(self, seconds: float) -> None:
        """Wait until something changes from now on, at most so long."""
        self._news.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            pass

    async def poll(self, offset: int | None, limit: int, timeout: float) -> list[Json]:
        """A getUpdates call. Raises Refusal where a webhook is set or another poller came along."""
        if self.webhook is not None:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        self.polls += 1
        mine = self.polls
        self.wake()
        self._confirm(offset)
        until = asyncio.get_running_loop().time() + timeout
        while True:
            if mine != self.polls:
                raise conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
            batch = self._batch(limit)
            left = until - asyncio.get_running_loop().time()
            if batch or left <= 0 or self.closing:
                return batch
            await self.news(left)

    def done(self, number: int) -> None:
        """An update that was taken and need not come again."""
        update = self.waiting.pop(number, None)
        if update is not None:
            self.confirmed.append(update)

    def _confirm(self, offset: int | None) -> None:
        """Forget what lies before the offset, save what was held back and never went out; -1: all but the last."""
        if offset is None:
            return
        if offset < 0:
            offset = sorted(self.waiting)[max(offset, -len(self.waiting))] if self.waiting else 0
            self.held.clear()
        for number in [number for number in self.waiting if number < offset and number not in self.held]:
            self.done(number)

    def _batch(self, limit: int) -> list[Json]:
        dice = self.disorder.random
        ready = sorted(self.waiting)
        chosen = [number for number in ready if len(ready) < 2 or dice.random() >= self.disorder.late] or ready
        chosen = chosen[:limit]
        self.held = {number for number in ready if number not in chosen and number < max(chosen)} if chosen else set()
        batch = [self.waiting[number] for number in chosen]
        if batch and self.confirmed and dice.random() < self.disorder.repeats * len(batch):
            batch.insert(dice.randrange(len(batch) + 1), dice.choice(self.confirmed))
        return batch
