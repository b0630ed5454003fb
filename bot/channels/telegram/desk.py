"""Where turns and the mail's books are written: off the event loop, and as many as came up together with one commit.

A thread for each of them would hand the one connection, the interpreter and every answer to and fro, which takes longer
than the work. So there is one thread, which takes all that waits; alone, each is done and committed at once. A server
lets many write at a time: there each job has a thread and a commit of its own.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar, cast

from storage import Database

T = TypeVar("T")
Job = tuple[Callable[[], object], asyncio.Future[object]]

THREADS = 8  # where the database lets many write at a time
LEAD = 10  # rounds of the loop in which answers go out before the next jobs want the interpreter as well
MOST = 32  # jobs of one commit, so that the first of them does not wait for ever


class Desk:
    """Does jobs that use the database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._threads = ThreadPoolExecutor(1 if database.one_writer else THREADS, "desk")
        self._jobs: deque[Job] = deque()
        self._busy: asyncio.Task[None] | None = None

    async def do(self, job: Callable[[], T]) -> T:
        """Do this; what it wrote is durable when it is given back. Raises what it raises, and StorageProblem."""
        loop = asyncio.get_running_loop()
        if not self._database.one_writer:
            return await loop.run_in_executor(self._threads, job)
        future: asyncio.Future[object] = loop.create_future()
        self._jobs.append((job, future))
        if self._busy is None:
            self._busy = loop.create_task(self._work())
        return cast("T", await future)

    async def close(self) -> None:
        """Once all is done."""
        while self._busy is not None:
            await self._busy
        self._threads.shutdown()

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        while self._jobs:
            taken = [self._jobs.popleft() for _ in range(min(MOST, len(self._jobs)))]
            tell = await loop.run_in_executor(self._threads, self._done, taken)
            for each in tell:
                each()
            for _ in range(LEAD):
                await asyncio.sleep(0)
        self._busy = None

    def _done(self, jobs: list[Job]) -> list[Callable[[], None]]:
        """Do them; how whoever waits is told, once all is durable."""
        tell: list[Callable[[], None]] = []
        try:
            with self._database.sharing():
                for job, future in jobs:
                    try:
                        tell.append(partial(_tell, future, job()))
                    except Exception as problem:  # noqa: BLE001 - whatever it is, whoever waits is told
                        tell.append(partial(_refuse, future, problem))
        except Exception as problem:  # noqa: BLE001
            return [partial(_refuse, future, problem) for _, future in jobs]
        return tell


def _tell(future: asyncio.Future[object], result: object) -> None:
    if not future.done():
        future.set_result(result)


def _refuse(future: asyncio.Future[object], problem: Exception) -> None:
    if not future.done():
        future.set_exception(problem)
