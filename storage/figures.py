"""How much there is of everything, for those who run the assistant; figures alone, nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Table, func, select

from storage.outbox import OPEN
from storage.shapes import Shapes, Unread
from storage.tables import ACCOUNT, DIALOGUE, EMPLOYER, ENTRY, MEMBERSHIP, OUTBOX, PROOF, REMINDER, WITHDRAWAL

SHOWN = 10  # shapes that were not understood


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of the database. `week` and `month` are the people who wrote in the last 7 and 30 days; `unread` are the
    commonest shapes of what was not understood since the month before last."""

    people: int
    week: int
    month: int
    entries: int
    withdrawn: int
    proofs: int
    employers: int
    members: int
    reminders: int
    waiting: int
    unread: tuple[Unread, ...]


def figures_of(connection: Connection, now: datetime) -> Figures:
    """The figures at this instant."""

    def count(table: Table, *which: ColumnElement[bool]) -> int:
        return int(connection.execute(select(func.count()).select_from(table).where(*which)).scalar_one())

    def active(days: int) -> int:
        since = DIALOGUE.c.changed_at >= now - timedelta(days=days)
        people = select(func.count(DIALOGUE.c.account_id.distinct())).where(since)
        return int(connection.execute(people).scalar_one())

    withdrawn = count(WITHDRAWAL)
    return Figures(
        people=count(ACCOUNT),
        week=active(7),
        month=active(30),
        entries=count(ENTRY) - withdrawn,
        withdrawn=withdrawn,
        proofs=count(PROOF),
        employers=count(EMPLOYER),
        members=count(MEMBERSHIP, MEMBERSHIP.c.ended_at.is_(None)),
        reminders=count(REMINDER, REMINDER.c.ended_at.is_(None)),
        waiting=count(OUTBOX, OUTBOX.c.state.in_(OPEN)),
        unread=Shapes(connection, now).most(f"{now - timedelta(days=61):%Y-%m}", SHOWN),
    )
