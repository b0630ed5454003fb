"""The words of a time that nobody understood, so that they are asked about and never pass over in silence.

Before the asking every word of time must have been read; after it those that stand beside what was read, clauses of
nothing but a time, and limits of what comes again. The rest of what stands there is what to remind of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from nlu.phrases import table
from nlu.reminding.content import asking, trimmed
from nlu.reminding.days import find_day
from nlu.reminding.numerals import LENGTH, NUMBER
from nlu.reminding.own_times import is_time
from nlu.reminding.time_words import READ, attributes, beside, framing, limits, time_words
from nlu.reminding.times import When

Range = tuple[int, int]
_CLAUSE = re.compile("[^，。；！？\n]+")
_BRACKETS = re.compile("（[^）]*）")
_NUMBER = re.compile("[0-9一二两三四五六七八九十]")
_EVENT = re.compile(
    "[一-龥]{1,6}(?:之[前后]|以[前后]|过后|(?<![然最背先今往此稍目提])[前后])的?$|[一-龥]完[一-龥]{0,2}$|[一-龥]了班$"
)
"""Something whose hour is not known: 明天起床后提醒我."""
_AGAIN = re.compile("[再也还又].{0,3}(?:提醒|通知|[叫喊催](?:我|一))|最[好晚迟早]|或者?|要么|要不")
"""A second order behind the first: 两个月后再提醒一次."""
_LESS = re.compile("不[用要提叫发算]|别|除外|跳过|休息|停")
_WHILE = re.compile("[一-龥]{2,8}的时候$")
"""The same of what goes on, where no hour is named: 每周三不上课的时候提醒我."""
_JOINED = re.compile("[、和跟与及]")  # two times that were both understood
_DATED = re.compile(f"{NUMBER} ?月份?{NUMBER}[号日]|{LENGTH}(?:之后|以后|后)")
_NEAR = 8  # characters from a time to the thing that it tells of
_WORD = 2  # characters
_PARTICLES = "之以后前过内的第在或者还是要么和跟到至除了隔每从"


def unread_of(text: str, when: When, today: date) -> str:
    """What was said of the time besides what was understood; empty where there is nothing."""
    places = _unread(text, when, today)
    return text[slice(*places)] if places else ""


def without_unread(text: str, when: When, today: date) -> str:
    """The text without what was understood of its time and without what was not."""
    hidden, places = _masked(text, when), _unread(text, when, today)
    if places:
        hidden = hidden[: places[0]] + READ * (places[1] - places[0]) + hidden[places[1] :]
    return hidden.replace(READ, "")


def _unread(text: str, when: When, today: date) -> Range | None:
    masked = _masked(text, when)
    asked = asking(masked)
    border = asked.end() if asked else len(masked)
    more = bool(asked and trimmed(masked[border:].replace(READ, "")))
    ahead = _ahead_of_asking(masked, asked.start() if asked else border, more=more, hours=bool(when.schedule.times))
    for start, end in (*ahead, *_in_content(masked, border, when)):
        if not _is_known(text[start:end], when, today):
            return _with_neighbours(text, masked, start, end)
    return None


def _masked(text: str, when: When) -> str:
    """The text with what was understood struck out, of equal length."""
    spans = when.spans
    return "".join(READ if any(start <= at < end for start, end in spans) else char for at, char in enumerate(text))


def _ahead_of_asking(masked: str, end: int, *, more: bool, hours: bool) -> Iterator[Range]:
    """In the clause that asks, and in those where something was read."""
    text = _BRACKETS.sub(lambda found: "，" * len(found[0]), masked[:end])
    clauses = list(_CLAUSE.finditer(text))
    for clause in clauses:
        if clause is clauses[-1] or READ in clause[0]:
            yield from _words_of(clause)
    if clauses and (between := _between(clauses[-1], more=more)):
        yield between
    for event in (_EVENT, *(() if hours else (_WHILE,))):
        if clauses and (found := event.search(text, clauses[-1].start(), clauses[-1].end())):
            yield found.span()


def _between(clause: re.Match[str], *, more: bool) -> Range | None:
    """A word between the time and the asking that nobody knows: 每月发薪日提醒我交表. Where nothing follows, it is what
    to remind of (周五开会提醒我); an event (成绩出来, 吃饭的时候) is told in more words."""
    start = clause.start() + clause[0].rfind(READ) + 1
    said = clause[0].rpartition(READ)
    filling = re.compile(str(table("reminders")["unread"]["filling"]))
    word = trimmed(said[2]) if more and said[1] and not said[2].endswith("时候") else ""
    return (start, clause.end()) if len(word) <= _WORD and trimmed(filling.sub("", word)) else None


def _words_of(clause: re.Match[str]) -> Iterator[Range]:
    text, (first, last) = clause.string, clause.span()
    things = [match.span() for match in attributes().finditer(text, first, last)]
    for pattern in (time_words(), framing()):
        for match in pattern.finditer(text, first, last):
            if not any(start <= match.start() < end for start, end in things):
                yield match.span()
    yield from _beside(text, first, last)


def _beside(text: str, first: int, last: int) -> Iterator[Range]:
    """后三天 behind what was read."""
    for match in re.finditer(f"(?<={READ})[^{READ}]", text[first:last]):
        start = first + match.start()
        found = beside().match(text, start, last)
        if found and not (_JOINED.fullmatch(found[0]) and text[found.end() : found.end() + 1] == READ):
            yield found.span()


def _in_content(masked: str, start: int, when: When) -> Iterator[Range]:
    recurs = when.schedule.recurs
    for clause in _CLAUSE.finditer(masked, start):
        words = clause[0].replace(READ, "")
        apart = clause.start() > start or _NUMBER.search(words)  # 提醒我放假 is content
        if apart and trimmed(words) and is_time(words):
            yield from _words_of(clause)
        yield from (match.span("order") for match in _further_order().finditer(masked, *clause.span()))
        more = _AGAIN.search(words) or (recurs and _LESS.search(words))
        if apart and more and time_words().search(words):
            yield clause.span()
        if READ in clause[0]:
            yield from _beside(masked, *clause.span())
            yield from _besides(clause, when)
        for limit in limits().finditer(masked, *clause.span()):
            if recurs or limit[0][0] not in "到至就共":
                yield limit.span()


def _besides(clause: re.Match[str], when: When) -> Iterator[Range]:
    """What ends at a time in the words behind the asking (三十天每天), and where they begin with a time another one of
    its kind (12月1号交初稿12月15号交终稿), unless it tells of a thing."""
    text, (first, last) = clause.string, clause.span()
    for match in time_words().finditer(text, first, last):
        if text[match.end() : match.end() + 1] == READ:
            yield match.span()
    head = re.match(f"{READ}+", clause[0])
    if head and not when.schedule.recurs:
        for match in _DATED.finditer(text, first + head.end(), last):
            if "的" not in text[match.end() : match.end() + _NEAR]:
                yield match.span()


@cache
def _further_order() -> re.Pattern[str]:
    """周一提醒我交表周三提醒我买票."""
    return re.compile(rf"(?P<order>{time_words().pattern}[^，。]{{0,3}}(?:提醒|通知|[叫喊催])我)", re.IGNORECASE)


def _is_known(words: str, when: When, today: date) -> bool:
    """Whether they say again what was understood: 明天周六, 下周三25号."""
    found = find_day(words, today)
    understood = {each.start for each in (when.schedule, *when.more)}
    return found is not None and found.schedule.start is not None and found.schedule.start in understood


def _with_neighbours(text: str, masked: str, start: int, end: int) -> Range:
    """With what was read on either side, without which 后三天 says little."""
    while start > 0 and (masked[start - 1] == READ or masked[start - 1] in _PARTICLES):
        start -= 1
    while end < len(text) and (masked[end] == READ or masked[end] in _PARTICLES):
        end += 1
    return start, end
