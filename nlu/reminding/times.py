"""The whole of a time: the days, once or again and again, and the hours of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from nlu.reminding.ahead import Place, of_something_unnamed
from nlu.reminding.days import Said
from nlu.reminding.events import after_the_event, told_apart
from nlu.reminding.hours import Clock, find_clocks
from nlu.reminding.own_times import of_the_reminder
from nlu.reminding.recurrences import find_recurrences
from nlu.reminding.schedule import Schedule
from nlu.reminding.several import find_days
from nlu.reminding.spans import find_earlier, find_span

_MOON = re.compile("(?:农历|阴历|旧历|腊月|正月)(?!新年|年)|(?<![月大年])初[一二三四五六七八九十](?![天日个])")


@dataclass(frozen=True, slots=True)
class When:
    """What was said of the time, and the parts of the text that said it; `more` where several days were said.
    `clock_only`: an hour without a day; `loose`: it may be the morning's or the evening's."""

    schedule: Schedule
    spans: tuple[Place, ...]
    clock_only: bool = False
    loose: bool = False
    more: tuple[Schedule, ...] = ()


NOTHING_READ = When(Schedule(), ())


def find_when(text: str, today: date) -> When | None:
    """The time that a text names, or None."""
    text = of_the_reminder(text, today)
    span = find_span(text)
    if span is not None:
        return When(Schedule(minutes=span[0]), (span[1:],))
    if _MOON.search(text):
        return None
    said = _each_of(find_recurrences(text, today), text, today)
    said = said or find_days(after_the_event(text, today), today)
    of_event, clocks = told_apart(text, find_clocks(text))
    earlier = find_earlier(text) if clocks else None
    if earlier is not None:
        clocks = _moved(clocks, earlier)
    if said:
        when = _on(said, clocks)
        return replace(when, spans=(*when.spans, *_places(of_event)))
    if not clocks or of_something_unnamed(text):
        return None
    hours = replace(_timed(Schedule(), clocks), start=_after_midnight(today, clocks))
    return When(hours, _places([*of_event, *clocks]), clock_only=True, loose=clocks[0].loose)


def without(text: str, when: When | None) -> str:
    """The text without the words for the time."""
    spans = when.spans if when else ()
    return "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in spans))


def _each_of(said: tuple[Said, ...], text: str, today: date) -> tuple[Said, ...]:
    """12月头三天每天, 下周一到周五每天: no more than the days that are named right before."""
    if len(said) != 1 or replace(said[0].schedule, every="once", start=None, until=None) != Schedule():
        return said
    days = find_days(text[: said[0].start], today)
    if not days or days[-1].end != said[0].start or days[0].schedule.before:
        return said
    if len(days) == 1 and days[0].schedule.until is None:  # 12月10号之前每天
        return said
    return tuple(replace(each, spans=(*each.spans, said[0].spans[0])) for each in days)


def _on(said: Sequence[Said], clocks: list[Clock]) -> When:
    """The days with their hours; what lies inside the words for the days names no hour."""
    own = [clock for clock in clocks if all(not _taken(clock, each) or _within(clock, each) for each in said)]
    first, *more = (_timed(each.schedule, _of_day(own, said, at)) for at, each in enumerate(said))
    spans = tuple(dict.fromkeys(span for each in said for span in each.spans))
    return When(first, (*spans, *_places(own)), more=tuple(more))


def _moved(clocks: list[Clock], earlier: tuple[int, int, int]) -> list[Clock]:
    """So many minutes earlier, on the same day; as they are where that would be another one's."""
    minutes, *place = earlier
    first = min(clock.time for clock in clocks)
    if 60 * first.hour + first.minute < minutes or clocks[0].next_day:
        return clocks
    before = [datetime.combine(date.min, clock.time) - timedelta(minutes=minutes) for clock in clocks]
    moved = [replace(clock, time=hour.time(), loose=False) for clock, hour in zip(clocks, before, strict=True)]
    return [*moved[:-1], replace(moved[-1], by=(place[0], place[1]))]


def _of_day(clocks: list[Clock], said: Sequence[Said], at: int) -> list[Clock]:
    """The hours of one of several days: those said after it, else the next day's, the last one's, those before all."""
    if len({each.start for each in said}) < len(said) or len(said) == 1:
        return clocks
    ends = [each.start for each in said[1:]] + [10**6]
    groups = [[each for each in clocks if said[k].start <= each.start < ends[k]] for k in range(len(said))]
    found = next((group for group in (*groups[at:], *groups[at::-1]) if group), None)
    return clocks if found is None else found


def _taken(clock: Clock, said: Said) -> bool:
    return any(clock.start < end and clock.end > start for start, end in said.spans)


def _within(clock: Clock, said: Said) -> bool:
    """The 晚 of 明晚 names an hour too."""
    return said.start < clock.start < said.end <= clock.end


def _timed(schedule: Schedule, clocks: list[Clock]) -> Schedule:
    timed = replace(schedule, times=tuple(dict.fromkeys(clock.time for clock in clocks)))
    if timed.start is not None and not timed.recurs:
        return replace(timed, start=_after_midnight(timed.start, clocks))
    return timed


def _after_midnight(day: date, clocks: list[Clock]) -> date:
    """晚上12点 is the first minute of the next day."""
    return day + timedelta(days=1) if clocks and clocks[0].next_day else day


def _places(clocks: list[Clock]) -> tuple[Place, ...]:
    own = tuple((clock.start, clock.end) for clock in clocks)
    return own + tuple(clock.by for clock in clocks if clock.by)
