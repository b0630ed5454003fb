"""What people said of themselves: where they work, which document was chosen for them, time zone, name, trade, level.

Nothing is overwritten: each statement is a row, the last of a kind holds, and stays make up a history. What their
employers lay down for them holds where they said nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select

from policies.person import Person, Stay
from storage.due import touch
from storage.effects import NONE, Effects
from storage.standings import Standings
from storage.tables import PROFILE

PROFILE_COLUMNS = (PROFILE.c.field, PROFILE.c.value, PROFILE.c.since, PROFILE.c.year)
_ROWS = select(*PROFILE_COLUMNS).where(PROFILE.c.account_id == bindparam("account")).order_by(PROFILE.c.id)
_ADD = insert(PROFILE)
_TIMELY = frozenset({"place", "document", "title_level"})  # what reminders go by


class Profile:
    """One person's own statements about themselves, read once and kept up as they change.

    `effects` is what their employers lay down; `rows` their statements where those were read already.
    """

    def __init__(
        self,
        connection: Connection,
        account: int,
        first_seen: datetime,
        now: datetime,
        effects: Effects = NONE,
        rows: Iterable[Sequence[Any]] | None = None,
    ) -> None:
        self._connection = connection
        self._account = account
        self._now = now
        self.first_seen = first_seen
        self.effects = effects
        self._stays: list[Stay] = []
        self._chosen: dict[int | None, str] = {}
        self._last: dict[str, str | None] = {}
        self._levels: set[str] = set()
        for row in connection.execute(_ROWS, {"account": account}) if rows is None else rows:
            self._hold(*row)

    def person(self) -> Person:
        """The person as documents see them, with what their employers lay down."""
        return self.effects.on(Person(tuple(self._stays), dict(self._chosen), self.trade, self.title_level))

    @property
    def timezone(self) -> str | None:
        """The IANA name of their time zone; None where they said nothing."""
        return self._last.get("timezone")

    @property
    def name(self) -> str | None:
        """The name that they gave or that the platform shows."""
        return self._last.get("name")

    @property
    def trade(self) -> str | None:
        return self._last.get("trade")

    @property
    def title_level(self) -> str | None:
        return self._last.get("title_level")

    def ever_aimed_at(self, level: str) -> bool:
        """Whether they ever named that level of title as their aim or asked about it."""
        return level in self._levels

    def add_stay(self, place: str, since: date | None = None) -> None:
        """They work in `place`, from `since` on. None: they simply work there, whatever was said before."""
        self._add("place", place, since=since)

    def choose_document(self, year: int | None, policy: str | None) -> None:
        """The document to be used for `year` (None: every year); `policy` None goes back to the region's."""
        self._add("document", policy, year=year)

    def set_timezone(self, timezone: str | None) -> None:
        self._set("timezone", timezone)

    def set_name(self, name: str | None) -> None:
        self._set("name", name)

    def set_trade(self, trade: str | None) -> None:
        self._set("trade", trade)

    def set_title_level(self, level: str | None) -> None:
        self._set("title_level", level)

    def _set(self, field: str, value: str | None) -> None:
        if self._last.get(field) != value:
            self._add(field, value)

    def _add(self, field: str, value: str | None, since: date | None = None, year: int | None = None) -> None:
        row = {"field": field, "value": value, "since": since, "year": year}
        added = {"account_id": self._account, **row, "recorded_at": self._now}
        self._connection.execute(_ADD, added)
        if field in _TIMELY:
            touch(self._connection, self._account, self._now)
        Standings(self._connection).drop(self._account)
        self._hold(field, value, since, year)

    def _hold(self, field: str, value: str | None, since: date | None, year: int | None) -> None:
        if field == "place" and value is not None:
            self._stays = stays_with(self._stays, Stay(value, since))
        elif field != "document":
            self._last[field] = value
            if field == "title_level" and value is not None:
                self._levels.add(value)
        elif value is None:
            self._chosen.pop(year, None)
        else:
            self._chosen[year] = value


def stays_with(stays: list[Stay], new: Stay) -> list[Stay]:
    """The history with a new stay. One without a day sets all years, unless it only repeats where they are now; a day
    said again replaces the move of that day."""
    if new.since is None:
        return stays if stays and stays[-1].place == new.place else [new]
    kept = [stay for stay in stays if stay.since != new.since]
    return sorted([*kept, new], key=lambda stay: stay.since or date.min)
