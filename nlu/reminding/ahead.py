"""So many days before the day that is named: 前两天, 提前一周, 还有一个月, 头一天晚上; 前 alone is the day before.

Or after it: 后三天, 之后一周, 过后第三天, 的次日, 三天后. 后 alone names no day, nor does 后第二天, which is the next
one to some and the one after that to others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from nlu.reminding.months import day_in
from nlu.reminding.numerals import LENGTH, days_in, whole
from nlu.reminding.schedule import Schedule

Place = tuple[int, int]
BEFORE = "的?(?:之前|以前|前|提前)的?"
LEFT = "(?:还有|还剩|只?剩)"
_AT_ONCE = re.compile(rf"(?:{BEFORE}|{LEFT}){LENGTH}(?:的时候|时)?")
_BARE = re.compile("的?(?:之前|以前|前(?!后|[0-9一二两三四五六七八九十]))(?:一[天日]|夕)?|的?前夕")
_ELSEWHERE = re.compile(
    f"(?:提[前早]|(?:(?<=截止)(?:日期?)?|(?<=[考试会赛辩]))的?(?:之前|以前|前)){LENGTH}|提[前早]一(?=[晚夜])"
)
_EVE = re.compile("[考会]?(?:前一|前1|头一?)(?:天|日(?!子)|(?=[晚夜]))的?")
"""The day before something that was named elsewhere in the text."""
AFTER = "的?(?:之后|以后|过后|后)的?"
_BEHIND = re.compile(
    rf"(?:{AFTER}|再?过了?){LENGTH}|{AFTER}第(?P<nth>[一1三-九3-9])[天日]|的?(?:次日|翌日|转天|第二天)"
)
_HOLIDAY = ("节", "假期", "长假", "放假")
_TIME_AFTER = re.compile(rf"的?{LENGTH}(?:之后|以后|过后|后)")


@dataclass(frozen=True, slots=True)
class Ahead:
    """`days` before, after where negative, and where that is said."""

    days: int = 0
    places: tuple[Place, ...] = ()


NOT_AHEAD = Ahead()
_EVERYWHERE = 28  # so many days every month has
_NO_LEAP_YEAR = 2023


def ahead_of(text: str, start: int, end: int) -> Ahead:
    """How many days before the day whose words are at those places."""
    if match := _AT_ONCE.match(text, end):
        return Ahead(days_in(match), (match.span(),))
    if behind := _behind(text, start, end):
        return Ahead(-_days_after(behind), (behind.span(),))
    bare = _BARE.match(text, end)
    for pattern in (_ELSEWHERE, _EVE):
        for match in pattern.finditer(text):
            if match.end() <= start or match.start() >= end:
                days = days_in(match) if pattern is _ELSEWHERE and match["unit"] else 1
                return Ahead(days, (*((bare.span(),) if bare else ()), match.span()))
    return Ahead(1, (bare.span(),)) if bare else NOT_AHEAD


def _behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """后三天. The first day behind a holiday of many days is none of those behind the feast itself."""
    match = _BEHIND.match(text, end) or _TIME_AFTER.match(text, end)
    holiday = match and match.groupdict().get("nth") and text[start:end].endswith(_HOLIDAY)
    return None if holiday else match


def _days_after(match: re.Match[str]) -> int:
    said = match.groupdict()
    return days_in(match) if said["unit"] else whole(said["nth"]) if said["nth"] else 1


def of_something_unnamed(text: str) -> bool:
    """Whether a text counts from an event whose day it does not name: 考试前一晚."""
    return _EVE.search(text) is not None


def shifted(schedule: Schedule, days: int) -> Schedule | None:
    """The schedule so many days earlier; None where no day of the month or the year can be named for that."""
    if not days:
        return schedule
    if schedule.feast:
        return replace(schedule, ahead=schedule.ahead + days)
    if schedule.start is not None and not schedule.recurs:
        return replace(schedule, start=schedule.start - timedelta(days=days))
    if schedule.months and len(schedule.days) == 1 and schedule.days[0] > 0:
        return _of_year(schedule, days)
    moved = tuple(_of_month(day, days) for day in schedule.days)
    crosses = any((new > 0) != (old > 0) for new, old in zip(moved, schedule.days, strict=True))
    named = moved and all(-_EVERYWHERE <= day <= _EVERYWHERE for day in moved)
    return None if not named or (crosses and (schedule.step > 1 or schedule.months)) else replace(schedule, days=moved)


def _of_year(schedule: Schedule, days: int) -> Schedule | None:
    day = day_in(_NO_LEAP_YEAR, schedule.months[0], schedule.days[0])
    day = day - timedelta(days=days) if day else None
    return replace(schedule, months=(day.month,), days=(day.day,)) if day else None


def _of_month(day: int, days: int) -> int:
    """The day so many days earlier; the one before the 1st is the last."""
    new = day - days
    return new - 1 if day > 0 >= new else new + 1 if day < 0 <= new else new
