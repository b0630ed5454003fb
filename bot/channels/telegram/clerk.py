"""Keeps the books of the mail: which updates are ours, what has arrived, what is tried again.

All that came up while one transaction ran goes into the next one together. So at leisure each thing is written at
once, and under load a transaction holds many of them.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar, cast

from bot.channels.telegram.desk import Desk
from storage import Database
from storage.database import Turn
from storage.inbox import Update

logger = logging.getLogger(__name__)

T = TypeVar("T")
Work = Callable[[Turn], object]
Clock = Callable[[], datetime]

AT_WORK = timedelta(minutes=5)  # how long an update is ours before another process may take it
REPEATED = timedelta(days=3)  # longer than a platform repeats an update
UNREAD = timedelta(days=400)  # a year of sentences not understood, to see how the same season went last time
KEYED = timedelta(days=400)  # longer than what may go out once comes up again
PAUSE = 1.0  # seconds before a transaction that failed is tried again


@dataclass(slots=True)
class Page:
    """What goes into the next transaction."""

    works: list[tuple[Work, asyncio.Future[Any]]] = field(default_factory=list)
    came: list[tuple[Sequence[Update], asyncio.Future[Any]]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.works or self.came or self.done or self.sent)

    @property
    def waiting(self) -> list[asyncio.Future[Any]]:
        """Who waits for it to be written, or waited and went away."""
        return [future for _, future in self.works] + [future for _, future in self.came]


class Clerk:
    """Writes for all the others, one transaction after the other."""

    def __init__(self, database: Database, clock: Clock, desk: Desk) -> None:
        self._database = database
        self._clock = clock
        self._desk = desk
        self._page = Page()
        self._busy: asyncio.Task[None] | None = None

    async def keep(self, updates: Iterable[Update]) -> tuple[Update, ...]:
        """Keep these durably; given back are those that are new. Raises StorageProblem."""
        future: asyncio.Future[tuple[Update, ...]] = asyncio.get_running_loop().create_future()
        self._page.came.append((tuple(updates), future))
        self._start()
        return await future

    async def take_up(self, most: int) -> tuple[Update, ...]:
        """Claim what was kept and nobody is at work on. Raises StorageProblem."""
        return await self.ask(lambda turn: turn.inbox.take(self._clock() + AT_WORK, most))

    async def tidy(self) -> None:
        """Forget what is over and of no use any more. Raises StorageProblem."""
        now = self._clock()
        await self.ask(lambda turn: turn.inbox.forget(now - REPEATED))
        await self.ask(lambda turn: turn.outbox.forget(now - REPEATED, now - KEYED))
        await self.ask(lambda turn: turn.shapes.forget(f"{now - UNREAD:%Y-%m}"))

    def now(self) -> datetime:
        """The instant that the books are dated with."""
        return self._clock()

    def settle(self, update: str | None, sent: Iterable[int]) -> None:
        """That update is done, and these parcels have arrived: written at the next occasion."""
        if update is not None:
            self._page.done.append(update)
        self._page.sent.extend(sent)
        self._start()

    async def ask(self, work: Callable[[Turn], T]) -> T:
        """Do this in a transaction, and give what it gives. Raises StorageProblem."""
        future: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self._page.works.append((work, future))
        self._start()
        return cast("T", await future)

    async def close(self) -> None:
        """Once all is written."""
        while self._busy is not None and not self._busy.done():
            await self._busy

    def _start(self) -> None:
        if self._busy is None or self._busy.done():
            self._busy = asyncio.create_task(self._write())

    async def _write(self) -> None:
        while self._page:
            page, self._page = self._page, Page()
            try:
                results = await self._desk.do(partial(self._commit, page))
            except Exception as problem:  # noqa: BLE001 - whatever it is, whoever waits must be told
                self._failed(page, problem)
                await asyncio.sleep(PAUSE)
                continue
            for future, result in zip(page.waiting, results, strict=True):
                if not future.done():
                    future.set_result(result)

    def _commit(self, page: Page) -> list[Any]:
        with self._database.turn(self._clock()) as turn:
            turn.outbox.sent(page.sent)
            turn.inbox.done(page.done)
            results: list[Any] = [work(turn) for work, _ in page.works]
            every = [update for updates, _ in page.came for update in updates]
            fresh = {update.id: update for update in turn.inbox.keep(every, self._clock() + AT_WORK)} if every else {}
        for updates, _ in page.came:  # one that came twice is work for the first who brought it
            results.append(tuple(fresh.pop(each.id) for each in updates if each.id in fresh))
        return results

    def _failed(self, page: Page, problem: Exception) -> None:
        """Whoever waits is told; what nobody waits for is tried again."""
        logger.warning("the mail's books could not be written: %s", problem)
        self._page.done[:0] = page.done
        self._page.sent[:0] = page.sent
        for future in page.waiting:
            if not future.done():
                future.set_exception(problem)
