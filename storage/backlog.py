"""What waits to be done, for those who watch the assistant: the outbox and the reminders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.outbox import OPEN
from storage.tables import DUE, OUTBOX

_OPEN = OUTBOX.c.state.in_(OPEN)
_OUTBOX = select(func.count(), func.min(OUTBOX.c.created_at)).where(_OPEN)
_REMINDERS = select(func.min(DUE.c.next_due))


@dataclass(frozen=True, slots=True)
class Backlog:
    """`waiting` messages are on their way, the oldest for `age` seconds; the reminders that are due longest are `lag`
    seconds late. Nothing waiting, nothing late: 0."""

    waiting: float
    age: float
    lag: float


def backlog_of(connection: Connection, now: datetime) -> Backlog:
    """How much waits, and how long it has."""
    waiting, oldest = connection.execute(_OUTBOX).one()
    return Backlog(int(waiting), _since(oldest, now), _since(connection.execute(_REMINDERS).scalar(), now))


def _since(then: datetime | None, now: datetime) -> float:
    """Seconds from then until now; none where then is still to come."""
    return 0.0 if then is None else max((now - then).total_seconds(), 0.0)
