"""The whole of a time: the days, once or again and again, and the hours of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from nlu.reminding.days import Said, find_day
from nlu.reminding.hours import Clock, find_clocks
from nlu.reminding.recurrences import find_recurrence
from nlu.reminding.schedule import Schedule
from nlu.reminding.spans import find_span

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class When:
    """What was said of the time, and the parts of the text that said it. `clock_only`: an hour without a day;
    `loose`: it may be the morning's or the evening's."""

    schedule: Schedule
    spans: tuple[Place, ...]
    clock_only: bool = False
    loose: bool = False


def find_when(text: str, today: date) -> When | None:
    """The time that a text names, or None."""
    span = find_span(text)
    if span is not None:
        return When(Schedule(minutes=span[0]), (span[1:],))
    said = find_recurrence(text, today) or find_day(text, today)
    clocks = find_clocks(text)
    if said is not None:
        return _on(said, clocks)
    if not clocks:
        return None
    hours = replace(_timed(Schedule(), clocks), start=_after_midnight(today, clocks))
    return When(hours, _places(clocks), clock_only=True, loose=clocks[0].loose)


def _on(said: Said, clocks: list[Clock]) -> When:
    """The days with their hours; what lies inside the words for the days names no hour."""
    own = [clock for clock in clocks if not _taken(clock, said) or _within(clock, said)]
    return When(_timed(said.schedule, own), (*said.spans, *_places(own)))


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
    return tuple((clock.start, clock.end) for clock in clocks)
