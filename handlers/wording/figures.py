"""Numbers, days and subjects as people read them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from policies.facts import Fact, Period

SUBJECTS = {"public": "公需", "professional": "专业", "elective": "选修"}


CLASS_HOURS = "学时"


def plain(value: Decimal) -> str:
    """A figure without needless zeros: 10, 4.5."""
    return f"{value.normalize():f}" if value else "0"


def hours(value: Decimal, unit: str = CLASS_HOURS) -> str:
    """A figure in what the document counts in: 学时, some trades 学分."""
    return f"{plain(value)}{unit}"


def subject(name: str) -> str:
    return SUBJECTS.get(name, name)


def day(value: date) -> str:
    return f"{value.year}年{month_day(value)}"


def month_day(value: date) -> str:
    return f"{value.month}月{value.day}日"


def moment(here: datetime) -> str:
    """A local time of this year: 12月15日 09:00."""
    return f"{month_day(here)} {here:%H:%M}"


def period(when: Period) -> str:
    """When it happened, as exactly as it was said and no more."""
    start, end = when.start, when.end
    if when.exact and start == end:
        return day(start)
    if when.exact and start.year == end.year:
        return f"{day(start)}至{month_day(end)}"
    if when.exact:
        return f"{day(start)}至{day(end)}"
    if (start.year, start.month) == (end.year, end.month) and start.day == 1:
        return f"{end.year}年{end.month}月"
    if start.year != end.year:
        return f"{start.year}年至{end.year}年"
    return f"{end.year}年"


def time_of(fact: Fact) -> str:
    return f"{period(fact.when)}，补{fact.made_up_for}年" if fact.made_up_for else period(fact.when)
