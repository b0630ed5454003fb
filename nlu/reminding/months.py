"""Counting in months."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_on(day: date, months: int) -> date:
    """The same day so many months later; the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_of(first: date, day: int) -> date | None:
    """A day of the month of `first`, from its end where negative; None where the month has no such day."""
    last = monthrange(first.year, first.month)[1]
    found = day if day > 0 else last + 1 + day
    return first.replace(day=found) if 1 <= found <= last else None
