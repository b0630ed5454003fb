"""Where turns and the mail's books are written: as many as came up together with one commit.

A thread for each of them would hand the one connection, the interpreter and every answer to and fro, which takes longer
than the work. So all that waits is done right here on the event loop, for a few hundredths of a second at the most; off
it, in a thread, only where somebody else is writing and one would have to wait. A server lets many write at a time:
there each job has a thread and a commit of its own.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import perf_counter
from typing import TypeVar, cast

from storage import Busy, Database

T = TypeVar("T")
Job = tuple[Callable[[], object], asyncio.Future[object]]

THREADS = 8  # where the database lets many write at a time
LEAD = 10  # rounds of the loop in which answers go out before the next jobs want the interpreter as well
MOST = 32  # jobs of one commit, so that the first of them does not wait for ever
LONGEST = 0.02  # seconds of one commit's jobs, the last of which may take longer


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
            try:
                tell = self._done(wait=False)
            except Busy:
                tell = await loop.run_in_executor(self._threads, self._done)
            for each in tell:
                each()
            for _ in range(LEAD):
                await asyncio.sleep(0)
        self._busy = None

    def _done(self, *, wait: bool = True) -> list[Callable[[], None]]:
        """Do what waits; how whoever waits for it is told, once all is durable. Raises Busy, as `Database.sharing`."""
        tell: list[Callable[[], None]] = []
        futures: list[asyncio.Future[object]] = []
        try:
            with self._database.sharing(wait=wait):
                for job, future in self._taken():
                    futures.append(future)
                    try:
                        tell.append(partial(_tell, future, job()))
                    except Exception as problem:  # noqa: BLE001 - whatever it is, whoever waits is told
                        tell.append(partial(_refuse, future, problem))
        except Busy:
            raise
        except Exception as problem:  # noqa: BLE001
            failed = futures or [future for _, future in self._taken()]  # it may not even have been begun
            return [partial(_refuse, future, problem) for future in failed]
        return tell

    def _taken(self) -> Iterator[Job]:
        """The jobs of one commit, one after the other."""
        end = perf_counter() + LONGEST
        for _ in range(MOST):
            if not self._jobs:
                return
            yield self._jobs.popleft()
            if perf_counter() > end:
                return


def _tell(future: asyncio.Future[object], result: object) -> None:
    if not future.done():
        future.set_result(result)


def _refuse(future: asyncio.Future[object], problem: Exception) -> None:
    if not future.done():
        future.set_exception(problem)
