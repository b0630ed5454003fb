"""Feasts by their names: those of the sun's calendar, and those that move with the moon (nlu/lexicon/moving.toml)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from nlu.phrases import table
from nlu.reminding.months import dated
from nlu.reminding.schedule import Schedule

_SOME_TIME_BEFORE = re.compile("(?:之前|以前|前)(?!一?[天日夕晚]|的?[0-9一二两三四五六七八九十半])")
_OTHER_NAMES = {"过年": "春节", "年": "春节", "大年初一": "春节", "年三十": "除夕", "大年三十": "除夕"}


@cache
def fixed_names() -> str:
    """A pattern for the feasts of the sun's calendar, the longest first."""
    return "|".join(sorted(table("reminders")["feasts"], key=len, reverse=True))


@cache
def moving_names() -> str:
    """A pattern for those that fall on another day each year."""
    return "|".join(sorted((*table("moving"), *(name for name in _OTHER_NAMES if name != "年")), key=len, reverse=True))


def proper_name(name: str) -> str:
    """The name that the calendar has for it: 春节 for 过年."""
    return _OTHER_NAMES.get(name, name)


@cache
def days_of(name: str) -> frozenset[date]:
    """Every day, as far as is known, on which a feast falls that moves; by its proper name."""
    return frozenset(table("moving")[name])


def some_time_before(match: re.Match[str]) -> bool:
    """Whether 春节前 stands there, by which nobody means the day before."""
    return proper_name(match["feast"]) == "春节" and bool(_SOME_TIME_BEFORE.match(match.string, match.end()))


def next_feast(name: str, year: str | None, today: date, earliest: date) -> date | None:
    """That feast of the year named, else the next one from `earliest` on; None beyond what is known."""
    if name in table("reminders")["feasts"]:
        month, day = table("reminders")["feasts"][name]
        return dated(year, month, day, today, earliest)
    days: list[date] = table("moving")[proper_name(name)]
    if year is None:
        return next((day for day in days if day >= earliest), None)
    new_year = dated(year, 1, 1, today, earliest)
    return next((day for day in days if new_year and day.year == new_year.year), None)


def feast(match: re.Match[str], today: date, earliest: date) -> Schedule | None:
    """国庆, 明年春节. By 春节前 nobody means the day before."""
    if some_time_before(match):
        return None
    day = next_feast(match["feast"], match["year"], today, earliest)
    return Schedule(start=day) if day else None


def back_at_work(match: re.Match[str], today: date, earliest: date) -> Schedule | None:
    """过完年上班第一天: the first working day after the feast, left as it was said."""
    day = next_feast(match["feast"], match["year"], today, earliest)
    return Schedule(start=day, workdays=1) if day else None
