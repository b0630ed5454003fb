"""The times of a proposal: 2025, 2025-08, 2025-08-03, or two of these with a slash between them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from policies.facts import Period

EARLIEST = 1980
_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def period_of(text: str, today: date) -> Period | None:
    """The period, or None where it is none or has not begun. A month or year that runs on is taken whole."""
    first, slash, last = text.partition("/")
    start, end = _part(first), _part(last if slash else first)
    if start is None or end is None or start.start > end.end or start.start.year < EARLIEST:
        return None
    if start.start > today or end.start > today:
        return None
    return Period(start.start, end.end, exact=start.exact and end.exact)


def _part(text: str) -> Period | None:
    match = _PART.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if day is not None and month is not None:
            return Period(date(year, month, day), date(year, month, day), exact=True)
        if month is not None:
            return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Period(date(year, 1, 1), date(year, 12, 31))
    except ValueError:  # IllegalMonthError is one
        return None
