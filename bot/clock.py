"""The clock of `xueshi serve`: one recurring job that lets everything go out that is due.

APScheduler only tells that a minute has begun. What is due, for whom, and that nothing goes out twice is decided by
the database, so nothing is lost with this process, and any number of them may run the same clock.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Executor
from contextlib import asynccontextmanager
from datetime import UTC

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

logger = logging.getLogger(__name__)


@asynccontextmanager
async def ticking(tick: Callable[[], int], threads: Executor, after: Callable[[], None]) -> AsyncIterator[None]:
    """Tick in a worker thread at the beginning of each minute, and at once for what was missed; `after` is called when
    something was laid into the outbox. At the end the tick at hand is waited for."""
    alone = asyncio.Lock()

    async def once() -> None:
        async with alone:
            try:
                if await asyncio.get_running_loop().run_in_executor(threads, tick):
                    after()
            except Exception:  # whatever it is, the next minute comes; what was due still is
                logger.exception("a tick failed")

    scheduler = AsyncIOScheduler(timezone=UTC)
    # however late the event loop gets to it, it runs once
    each_minute = CronTrigger(second=0, timezone=UTC)
    scheduler.add_job(once, each_minute, coalesce=True, misfire_grace_time=None, max_instances=1)
    scheduler.start()
    first = asyncio.create_task(once())
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
        await first
        async with alone:
            pass
