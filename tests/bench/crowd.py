"""Many people at once, as `xueshi serve` takes them: each waits for the answer before the next message, and every
answer is given after its commit is durable."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from time import perf_counter

from bot.channels.telegram.desk import Desk
from storage import Database

AT_ONCE = 50

Talk = Sequence[Callable[[], object]]


def pace(database: Database, talks: Sequence[Talk]) -> float:
    """How many messages of these talks are done in a second, so many talks going on at the same time."""
    before = perf_counter()
    asyncio.run(_held(database, talks))
    return sum(map(len, talks)) / (perf_counter() - before)


async def _held(database: Database, talks: Sequence[Talk]) -> None:
    desk, waiting = Desk(database), iter(talks)

    async def one_after_the_other() -> None:
        for talk in waiting:
            for said in talk:
                await desk.do(said)

    await asyncio.gather(*(one_after_the_other() for _ in range(AT_ONCE)))
    await desk.close()
