"""The days that documents set themselves: enrolment, recognition; put off past holidays where the document says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from handlers.reminding.occurrence import Occurrence, Subject
from handlers.reminding.occurring import instant
from handlers.reminding.workdays import first_open
from nlu.reminding.schedule import USUAL
from policies.calendar import Occasion, occasions_of
from policies.library import Library


class Calendars:
    """The documents' due times, worked out once for each document, year and time zone."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[tuple[str, int, str], tuple[Occurrence, ...]] = {}

    def of(self, subject: Subject, year: int) -> Iterator[Occurrence]:
        """What the year's document sets days for and concerns this person, in order."""
        policy = self._library.governing(subject.person, year)
        if policy is None or "calendar" not in policy.extras:
            return
        key = (policy.id, year, subject.timezone)
        if key not in self._known:
            self._known[key] = _year(occasions_of(policy), year, subject.timezone)
        for each in self._known[key]:
            if each.occasion is not None and (each.occasion.concerns != "senior" or subject.aims_senior):
                yield each


def _year(occasions: tuple[Occasion, ...], year: int, timezone: str) -> tuple[Occurrence, ...]:
    """All due times of a year; one a month, where a whole span of months is set one in its first."""
    found = (
        _occurrence(occasion, date(year, month, 1), timezone) for occasion in occasions for month in _months(occasion)
    )
    return tuple(sorted(found, key=lambda each: each.due))


def _months(occasion: Occasion) -> tuple[int, ...]:
    months = occasion.months or tuple(range(1, 13))
    return months if occasion.days else months[:1]


def _occurrence(occasion: Occasion, month: date, timezone: str) -> Occurrence:
    day = month.replace(day=min(occasion.days, default=1))
    opens = first_open(day) if occasion.after_holidays else day
    return Occurrence(
        f"occasion/{occasion.id}/{month:%Y-%m}",
        instant(opens, USUAL, timezone),
        "occasion",
        month.year,
        _last_day(occasion, month, opens),
        occasion=occasion,
    )


def _last_day(occasion: Occasion, month: date, opens: date) -> date:
    """The last day on which there is still something to be done."""
    if occasion.days:
        return opens + timedelta(days=max(occasion.days) - min(occasion.days))
    last = month.replace(month=max(occasion.months, default=12))
    return (last.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
