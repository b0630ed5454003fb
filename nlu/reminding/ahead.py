"""So many days before the day that is named: 前两天, 提前一周, 还有一个月, 头一天晚上; 前 alone is the day before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nlu.reminding.numerals import LENGTH, days_in
from nlu.reminding.schedule import Schedule

Place = tuple[int, int]
BEFORE = "的?(?:之前|以前|前|提前)的?"
LEFT = "(?:还有|还剩|只?剩)"
_AT_ONCE = re.compile(rf"(?:{BEFORE}|{LEFT}){LENGTH}(?:的时候|时)?")
_BARE = re.compile("的?(?:之前|以前|前)(?:一天|夕)?")
_ELSEWHERE = re.compile(f"提[前早]{LENGTH}")
_EVE = re.compile("[考会]?(?:前一|前1|头一?)(?:天|日(?!子)|(?=[晚夜]))的?")
"""The day before something that was named elsewhere in the text."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """`days` before, and where that is said."""

    days: int = 0
    places: tuple[Place, ...] = ()


NOT_AHEAD = Ahead()


def ahead_of(text: str, start: int, end: int) -> Ahead:
    """How many days before the day whose words are at those places."""
    if match := _AT_ONCE.match(text, end):
        return Ahead(days_in(match), (match.span(),))
    bare = _BARE.match(text, end)
    for pattern in (_ELSEWHERE, _EVE):
        for match in pattern.finditer(text):
            if match.end() <= start or match.start() >= end:
                days = days_in(match) if pattern is _ELSEWHERE else 1
                return Ahead(days, (*((bare.span(),) if bare else ()), match.span()))
    return Ahead(1, (bare.span(),)) if bare else NOT_AHEAD


def of_something_unnamed(text: str) -> bool:
    """Whether a text counts from an event whose day it does not name: 考试前一晚."""
    return _EVE.search(text) is not None


def shifted(schedule: Schedule, days: int) -> Schedule:
    """The schedule so many days earlier."""
    if not days:
        return schedule
    if schedule.feast:
        return replace(schedule, ahead=schedule.ahead + days)
    if schedule.start is not None and not schedule.recurs:
        return replace(schedule, start=schedule.start - timedelta(days=days))
    if schedule.months and len(schedule.days) == 1 and schedule.days[0] > 0:
        day = date(2023, schedule.months[0], schedule.days[0]) - timedelta(days=days)  # of a year without a leap day
        return replace(schedule, months=(day.month,), days=(day.day,))
    return replace(schedule, days=tuple(day - days if day < 0 else max(day - days, 1) for day in schedule.days))
