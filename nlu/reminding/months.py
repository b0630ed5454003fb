"""Counting in months, and the days of a year that is named or not."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from nlu.reminding.numerals import whole

LAST_YEAR = 9999  # of the calendar; its last evening is in no calendar farther west
_LEAP_CYCLE = 9  # the next 29 February may be eight years off


def months_on(day: date, months: int) -> date:
    """The same day so many months later; the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_of(first: date, day: int) -> date | None:
    """A day of the month of `first`, from its end where negative; None where the month has no such day."""
    last = monthrange(first.year, first.month)[1]
    found = day if day > 0 else last + 1 + day
    return first.replace(day=found) if 1 <= found <= last else None


def dated(year: str | None, month: int, day: int, today: date, earliest: date) -> date | None:
    """That day of the year named, else the next one from `earliest` on."""
    named = {"今年": today.year, "本年": today.year, "明年": today.year + 1, "后年": today.year + 2}
    if year is not None:
        digits = named.get(year) or whole(year)
        return day_in(digits + 2000 if digits < 100 else digits, month, day)
    days = (day_in(today.year + years, month, day) for years in range(_LEAP_CYCLE))
    return next((found for found in days if found and found >= earliest), None)


def day_in(year: int, month: int, day: int) -> date | None:
    """None where there is no such day."""
    return day_of(date(year, month, 1), day) if 1 <= month <= 12 and 1 <= year < LAST_YEAR and day > 0 else None


def next_of_months(day: int, earliest: date) -> date | None:
    """The next day of that number in a month, counted from the month's end where negative."""
    days = (day_of(months_on(earliest.replace(day=1), months), day) for months in range(3 if day else 0))
    return next((found for found in days if found and found >= earliest), None)
