"""Times that complete each other: "10月" after "去年", and how many months from one to another."""

from __future__ import annotations

from calendar import monthrange

from policies.facts import Period


def narrowed(old: Period | None, new: Period | None) -> Period | None:
    """The time after another one was said: "10月" after "去年" is last year's October."""
    if old is None or new is None:
        return new or old
    a_year_was_known = old.start.year == old.end.year
    a_part_was_said = new.start.year == new.end.year != old.end.year and not whole_year(new)
    return in_year(new, old.end.year) if a_year_was_known and a_part_was_said else new


def whole_year(period: Period) -> bool:
    return not period.exact and (period.start.month, period.end.month) == (1, 12)


def in_year(period: Period, year: int) -> Period:
    """The same days of another year; 29 February becomes the 28th."""
    start, end = (
        day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1])) for day in (period.start, period.end)
    )
    return Period(start, end, period.exact)


def months_of(period: Period) -> int:
    """How long people say that it took from one month to another: from March to November, eight months."""
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
