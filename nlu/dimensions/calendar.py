"""Years, months, weeks and days counted, so that "the one before" is minus one; and when festivals fall."""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

_FIRST_MONDAY = date(1, 1, 1).toordinal()
_LAST_YEAR = date.max.year - 2


class Cycle(StrEnum):
    """A unit of the calendar that has parts of its own: a month has days, a week has weekdays."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"

    __hash__ = str.__hash__  # Enum's own is slow


class Span(NamedTuple):
    """From `start` to `end`, both counted; `days` where these very days were named."""

    start: date
    end: date
    days: tuple[date, ...] = ()


def index_of(cycle: Cycle, day: date) -> int:
    """Which unit of the cycle `day` lies in, counted from the first year on; weeks begin on Monday."""
    if cycle is Cycle.YEAR:
        return day.year
    if cycle is Cycle.MONTH:
        return day.year * 12 + day.month - 1
    if cycle is Cycle.WEEK:
        return (day.toordinal() - _FIRST_MONDAY) // 7
    return day.toordinal()


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_in_month(month: int, day: int) -> date | None:
    """The `day`-th of the month with that index."""
    return day_of(month // 12, month % 12 + 1, day)


def month_end(month: int) -> date:
    """The last day of the month with that index."""
    year, month = month // 12, month % 12 + 1
    return date(year, month, monthrange(year, month)[1])


def monday(week: int) -> int:
    """The ordinal of the Monday of the week with that index."""
    return _FIRST_MONDAY + 7 * week


@lru_cache(maxsize=1024)
def whole(cycle: Cycle, index: int) -> Span | None:
    """The unit with that index, or None outside the calendar."""
    try:
        if cycle is Cycle.YEAR:
            return Span(date(index, 1, 1), date(index, 12, 31))
        if cycle is Cycle.MONTH:
            return Span(date(index // 12, index % 12 + 1, 1), month_end(index))
        if cycle is Cycle.WEEK:
            return Span(date.fromordinal(monday(index)), date.fromordinal(monday(index) + 6))
        day = date.fromordinal(index)
    except (ValueError, OverflowError):
        return None
    return Span(day, day, (day,))


@lru_cache(maxsize=1024)
def months(year: int, first: int, last: int) -> Span | None:
    """From the first day of month `first` to the last of `last`; months above 12 lie in the next year."""
    if not 1 <= year <= _LAST_YEAR:
        return None
    index = year * 12 - 1
    return Span(date((index + first) // 12, (index + first) % 12 + 1, 1), month_end(index + last))


def shift(day: date, days: int) -> date:
    """`day` moved by `days`, kept inside the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


@dataclass(frozen=True, slots=True)
class Festival:
    """See the head of festivals.toml."""

    names: tuple[str, ...]
    days: int
    holiday: int
    on: str = ""
    dates: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()
    first: int = 0

    def in_year(self, year: int) -> Span | None:
        """The days that the bare name stands for in that year; a wide guess outside the table."""
        if not 1 <= year <= _LAST_YEAR:
            return None
        row = year - self.first
        if self.on or 0 <= row < len(self.dates):
            start = date.fromisoformat(f"{year:04}-{self.on or self.dates[row]}")
            return Span(start, shift(start, self.days - 1))
        first, last = (date.fromisoformat(f"{year:04}-{day}") for day in self.usual)
        return Span(first, last)


@cache
def festivals() -> Mapping[str, Festival]:
    """Every festival by each of its names."""
    with Path(__file__).with_name("festivals.toml").open("rb") as file:
        data = tomllib.load(file)
    rows = [_festival(row, data["first"]) for row in data["festival"].values()]
    return {name: festival for festival in rows for name in festival.names}


def _festival(row: dict[str, Any], first: int) -> Festival:
    lists = {key: tuple(row.get(key, ())) for key in ("names", "dates", "usual")}
    return Festival(days=row["days"], holiday=row["holiday"], on=row.get("on", ""), first=first, **lists)
