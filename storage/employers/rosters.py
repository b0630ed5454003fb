"""Rosters: who works at an employer, by its own list. The last one that was uploaded holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from storage.tables import ROSTER, ROSTER_PERSON

_LAST = (
    select(ROSTER.c.id, ROSTER.c.file, ROSTER.c.recorded_at)
    .where(ROSTER.c.employer_id == bindparam("employer"))
    .order_by(ROSTER.c.id.desc())
    .limit(1)
)
_NEWEST = select(func.max(ROSTER.c.id)).where(ROSTER.c.employer_id == bindparam("employer")).scalar_subquery()
_PEOPLE = (
    select(ROSTER_PERSON.c.name, ROSTER_PERSON.c.staff_number, ROSTER_PERSON.c.department, ROSTER_PERSON.c.line)
    .where(ROSTER_PERSON.c.roster_id == _NEWEST)
    .order_by(ROSTER_PERSON.c.id)
)
_NAMED = _PEOPLE.where(ROSTER_PERSON.c.name == bindparam("called"))
_FORGET = delete(ROSTER_PERSON).where(
    ROSTER_PERSON.c.roster_id.in_(select(ROSTER.c.id).where(ROSTER.c.employer_id == bindparam("employer")))
)
_KEEP = insert(ROSTER)
_ADD = insert(ROSTER_PERSON)


@dataclass(frozen=True, slots=True)
class Colleague:
    """A line of the roster that holds."""

    name: str
    staff_number: str | None
    department: str | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A roster that was uploaded, by its file's name, and when."""

    id: int
    file: str
    at: datetime


class Rosters:
    """The rosters of all employers."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def keep(self, employer: int, file: str, people: Iterable[Colleague], by: int) -> None:
        """From now on this is the employer's roster. Whom the one before names is forgotten: they agreed to nothing."""
        self._connection.execute(_FORGET, {"employer": employer})
        rows = list(people)
        head = {"employer_id": employer, "file": file, "rows": len(rows), "by_id": by, "recorded_at": self._now}
        key = self._connection.execute(_KEEP, head).inserted_primary_key
        assert key is not None
        lines = [
            {
                "roster_id": int(key[0]),
                "line": each.line,
                "name": each.name,
                "staff_number": each.staff_number,
                "department": each.department,
            }
            for each in rows
        ]
        if lines:
            self._connection.execute(_ADD, lines)

    def last(self, employer: int) -> Uploaded | None:
        """The roster that holds; None where none was ever uploaded."""
        row = self._connection.execute(_LAST, {"employer": employer}).first()
        return Uploaded(*row) if row else None

    def people(self, employer: int) -> tuple[Colleague, ...]:
        """Everybody on it, in its order."""
        return tuple(Colleague(*row) for row in self._connection.execute(_PEOPLE, {"employer": employer}))

    def named(self, employer: int, name: str) -> tuple[Colleague, ...]:
        """Those of that name."""
        return tuple(
            Colleague(*row) for row in self._connection.execute(_NAMED, {"employer": employer, "called": name})
        )
