"""What an employer set for its people: region, document, deadline, names in groups, days of reminders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from storage.due import touch_members
from storage.standings import Standings
from storage.tables import SETTING

BEARING = ("place", "document")  # those that figures rest on
TIMELY = (*BEARING, "deadline", "reminders")  # those that reminders go by
_ROWS = (
    select(SETTING.c.employer_id, SETTING.c.field, SETTING.c.value, SETTING.c.year)
    .where(SETTING.c.employer_id.in_(bindparam("employers", expanding=True)))
    .order_by(SETTING.c.id)
)
_SET = insert(SETTING)


@dataclass(frozen=True, slots=True)
class EmployerSettings:
    """What holds now. `documents`: year (None: every year) to the id of a document; `deadline` month and day;
    `names`: whether groups may see names; `reminders`: days before the deadline, None for the usual ones."""

    place: str | None = None
    documents: Mapping[int | None, str] = field(default_factory=dict)
    deadline: tuple[int, int] | None = None
    names: bool = False
    reminders: tuple[int, ...] | None = None


class Settings:
    """The settings of all employers."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def of(self, employer: int) -> EmployerSettings:
        return self.of_all([employer])[employer]

    def of_all(self, employers: Iterable[int]) -> dict[int, EmployerSettings]:
        """The settings of several employers by their numbers."""
        wanted = list(employers)
        rows: dict[int, list[Sequence[Any]]] = {employer: [] for employer in wanted}
        if wanted:
            for employer, *row in self._connection.execute(_ROWS, {"employers": wanted}):
                rows[employer].append(row)
        return {employer: settings_of(own) for employer, own in rows.items()}

    def set(self, employer: int, name: str, value: str | None, by: int, year: int | None = None) -> None:
        """From now on this holds; None takes back what was set."""
        row = {"employer_id": employer, "field": name, "value": value, "year": year, "by_id": by}
        self._connection.execute(_SET, {**row, "recorded_at": self._now})
        if name in TIMELY:
            touch_members(self._connection, employer, self._now)
        if name in BEARING:
            Standings(self._connection).drop_members_of(employer)


def settings_of(rows: Iterable[Sequence[Any]]) -> EmployerSettings:
    """What holds after rows of (field, value, year), oldest first."""
    last: dict[str, str | None] = {}
    documents: dict[int | None, str] = {}
    for name, value, year in rows:
        if name != "document":
            last[name] = value
        elif value is None:
            documents.pop(year, None)
        else:
            documents[year] = value
    deadline, reminders = last.get("deadline"), last.get("reminders")
    return EmployerSettings(
        place=last.get("place"),
        documents=documents,
        deadline=(int(deadline[:2]), int(deadline[3:])) if deadline else None,
        names=last.get("names") == "yes",
        reminders=tuple(map(int, reminders.split())) if reminders is not None else None,
    )
