"""What a running assistant shows of itself: health, readiness and figures, at the address in XUESHI_STATUS."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime

from bot import wording
from bot.problem import StartProblem
from bot.watch.endpoint import application, listen
from bot.watch.metrics import Figure, Metrics
from storage import Database, StorageProblem
from storage.backlog import Backlog

NOTHING = Backlog(math.nan, math.nan, math.nan)  # shown where the database does not tell


def followed(database: Database, clock: Callable[[], datetime]) -> Metrics:
    """Metrics that show, besides the turns, what waits in the database when they are asked for."""

    def read() -> Iterator[Figure]:
        try:
            with database.turn(clock()) as turn:
                found = turn.backlog()
        except StorageProblem:
            found = NOTHING
        yield Figure("xueshi_outbox_waiting", "Messages on their way", found.waiting)
        yield Figure("xueshi_outbox_age_seconds", "How long the oldest of them has been on its way", found.age)
        yield Figure("xueshi_reminder_lag_seconds", "How late the reminders are that are due longest", found.lag)

    metrics = Metrics()
    metrics.follow(read)
    return metrics


def missing(database: Database, clock: Callable[[], datetime]) -> str | None:
    """Why no message can be answered now; None where one can."""
    try:
        with database.turn(clock()) as turn:
            turn.backlog()
    except StorageProblem as problem:
        return f"database: {problem.code}"
    return None


@asynccontextmanager
async def shown(
    where: tuple[str, int] | None, metrics: Metrics, database: Database, clock: Callable[[], datetime]
) -> AsyncIterator[None]:
    """Answer at that address meanwhile; nowhere where it is None. Raises StartProblem where it cannot be had."""
    if where is None:
        yield
        return
    host, port = where
    try:
        runner = await listen(application(metrics, lambda: missing(database, clock)), host, port)
    except OSError as error:
        raise StartProblem(wording.STATUS_TAKEN.format(host=host, port=port, why=error.strerror)) from error
    try:
        yield
    finally:
        await runner.cleanup()
