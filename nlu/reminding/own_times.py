"""Whose a time is: the reminder's, or part of what is to be reminded of.

What stands before the asking is the reminder's (明天提醒我周五交表 comes tomorrow), and so is what stands at the head
of the words after it where nothing did before (提醒我明天交表). Limits of what comes again are the reminder's wherever
they stand (每周一提醒我补学时到年底). A time that tells of a thing is the thing's (提醒我下周的会要准备材料).
"""

from __future__ import annotations

import re
from datetime import date

from nlu.reminding.content import asking, trimmed
from nlu.reminding.days import find_day
from nlu.reminding.hours import find_clocks
from nlu.reminding.numerals import LENGTH
from nlu.reminding.recurrences import find_recurrence
from nlu.reminding.spans import HOURS, find_span
from nlu.reminding.time_words import attributes, limits, moved_to, time_words

HIDDEN = "\x01"
"""Stands for a character that tells nothing about the reminder's time."""
_CLAUSE = re.compile("[^，。；！？\n]+")
ASKED = re.compile("提醒(?!的)|闹[钟铃]|[叫喊催]醒?我|通知我")
_AHEAD = re.compile(f"提[前早](?:{LENGTH}|{HOURS})")

Range = tuple[int, int]


def of_the_reminder(text: str, today: date) -> str:
    """The text, of equal length, with the times of the content hidden."""
    asked = ASKED.search(text)
    if asked is None:
        return text
    wanted = asking(text)
    end = max(asked.end(), wanted.end()) if wanted and wanted.start() <= asked.start() else asked.end()
    before, ahead = _AHEAD.subn("，", text[:end])
    hour = bool(find_clocks(before)) or find_span(before) is not None
    recurs = find_recurrence(before, today) is not None
    day = recurs or find_day(before, today) is not None
    if ahead and not day and find_day(text[end:], today):  # 提前五天提醒我12月20号的答辩
        return text
    hidden = list(text)
    for clause in _CLAUSE.finditer(text, end):
        if is_time(clause[0]):
            continue
        kept = _kept(clause, first=clause.start() == end, day=day, hour=hour, recurs=recurs)
        for at in range(*clause.span()):
            if not any(start <= at < stop for start, stop in kept):
                hidden[at] = HIDDEN
    return "".join(hidden)


def is_time(clause: str) -> bool:
    """Whether a clause is nothing but a time: 上午十点, 周二和周五晚上九点."""
    return not trimmed(re.sub("[每的到至从和跟与、起半 ]|开始|除外|除了", "", time_words().sub("", clause)))


def _kept(clause: re.Match[str], *, first: bool, day: bool, hour: bool, recurs: bool) -> list[Range]:
    """The parts of a clause of content that may tell when."""
    start, end = clause.span()
    found = [
        match.span() for match in limits().finditer(clause.string, start, end) if recurs or match[0][0] not in "到至"
    ]
    if not (day or hour):
        return [*found, *_without(start, end, _of_things(clause))]
    return found if hour else [*found, *_hours_at_borders(clause, first=first)]


def _hours_at_borders(clause: re.Match[str], *, first: bool) -> list[Range]:
    """The hours that a clause ends with, and that the first one begins with: 明天提醒我下午三点开会."""
    (start, end), things = clause.span(), _of_things(clause)
    found, border = [], end
    for clock in reversed(find_clocks(clause[0])):
        place = (start + clock.start, start + clock.end)
        begins = first and not trimmed(clause[0][: clock.start])
        if (place[1] == border or begins) and not any(thing[0] <= place[0] < thing[1] for thing in things):
            found.append(place)
        border = place[0] if place[1] == border else border
    return found


def _of_things(clause: re.Match[str]) -> list[Range]:
    """The times that tell of what is to be reminded of."""
    found = (
        match.span()
        for pattern in (attributes(), moved_to())
        for match in pattern.finditer(clause.string, *clause.span())
    )
    apart: list[Range] = []
    for start, end in sorted(found):
        apart += [(max(start, apart[-1][1] if apart else 0), end)] if not apart or end > apart[-1][1] else []
    return apart


def _without(start: int, end: int, holes: list[Range]) -> list[Range]:
    """What is left of a range."""
    borders = [start, *(border for hole in holes for border in hole), end]
    return list(zip(borders[::2], borders[1::2], strict=True))
