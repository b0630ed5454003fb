"""From when and until when something goes on: 从下周一开始, 直到年底, 12月每天, 这周每天, 15号之前每天, 一共四次."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from nlu.reminding.ahead import Place
from nlu.reminding.day_forms import FRESH, YEAR
from nlu.reminding.day_words import weeks_ahead
from nlu.reminding.days import Said, find_day
from nlu.reminding.months import dated, day_of, months_on
from nlu.reminding.numerals import NUMBER, WEEK, whole
from nlu.reminding.schedule import Schedule

_UNTIL = re.compile(
    r"(?<![改延推调挪换移])(?:(?<!周[一二三四五六])|(?=[到至](?!周|星期|礼拜|[二三四五六日天])))(?:一?直到|到|截至|截止到|至)(?P<day>.{2,14}?)"
    r"(?:为止|止|结束|之前|前|吧?(?:$|，|。)|(?=每|提醒|叫))"
)
_FROM = re.compile(
    r"从?(?P<day>[^从，。]{2,12}?)(?:开始|起|以后|之后|后(?=，?[每天]))|从(?P<first>[^从，。]{2,12}?)(?=到|至|直到)|(?P<bare>[^从，。]{1,9}[号日天0-9一二三四五六七八九十])(?=到|至|-)"
)
_BEFORE = re.compile(r"(?P<day>[^，。]{2,12}?)(?:之前|以前|前)，?(?=每|天天|隔|$)")
_WHOLE_YEAR = re.compile(r"(?P<year>今年|明年|后年|\d{4}(?=年)|\d\d(?=年))年?")
_SAYING_NOTHING = re.compile("[从自打在，、 ]|的?(?:那天|当天|那一天|时候)?$")
_TIMES = re.compile(rf"(?:一共|总共|共|就)(?:提醒|催|叫)?我?(?P<count>{NUMBER})(?:次|遍|回)")
_WITHIN = re.compile(
    rf"(?<![到至~-])(?:{YEAR}{FRESH}(?P<month>{NUMBER}) ?月份?|(?P<which>这一?个?|本|当|下一?个?)(?P<unit>月|{WEEK})"
    r"|(?P<this>今年|明年|后年|\d{4}(?=年))年?)(?:里|内|之内)?的?$"
)
_SAYING_NO_MORE = re.compile("[只就，。 ]|提醒我?|改成?|吧|就行|就好|了|算|要")
MOST_TIMES = 1000


def bounded(said: Said, text: str, today: date) -> Said:
    """With the days from and until which it goes on."""
    if (within := _within(said, text, today)) is not None:
        return within
    first = _bound(_FROM, said, text, today)
    last = _bound(_UNTIL, said, text, today) or _bound(_BEFORE, said, text, today)
    schedule, spans = said.schedule, said.spans
    if first is not None:
        schedule, spans = replace(schedule, start=first[0]), (*spans, first[2])
    if last is not None:
        schedule, spans = replace(schedule, until=last[1]), (*spans, last[2])
    if (times := _TIMES.search(text)) and 0 < whole(times["count"]) < MOST_TIMES:
        schedule, spans = replace(schedule, count=whole(times["count"])), (*spans, times.span())
    return Said(schedule, spans)


def bounds_in(text: str, today: date) -> Said | None:
    """The first and the last day of a message that says nothing but these: 从12月开始, 到年底为止."""
    said = bounded(Said(Schedule("day"), ((len(text), len(text)),)), text, today)
    rest = _SAYING_NO_MORE.sub(
        "", "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in said.spans))
    )
    limits = said.schedule.start or said.schedule.until
    return said if limits and not rest else None


def _bound(pattern: re.Pattern[str], said: Said, text: str, today: date) -> tuple[date, date, Place] | None:
    """The first and the last day of the time that bounds it, outside the words of the recurrence itself, and where."""
    for match in pattern.finditer(text):
        inside = match.start() < said.end and match.end() > said.start
        words = next(word for word in match.groups() if word)
        if not inside and (found := _span_of(words, today)):
            return *found, match.span()
    return None


def _span_of(words: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of a day, week, month or year; None where not every word of it is understood."""
    if year := _WHOLE_YEAR.fullmatch(words):
        first = dated(year["year"], 1, 1, today, today)
        return (first, first.replace(month=12, day=31)) if first else None
    found = find_day(words, today)
    if found is None or found.schedule.start is None or found.schedule.recurs or found.schedule.workdays:
        return None
    rest = "".join(char for at, char in enumerate(words) if not any(start <= at < end for start, end in found.spans))
    first = found.schedule.start
    return None if _SAYING_NOTHING.sub("", rest) else (first, _last_of(found.form, first))


def _last_of(form: str, first: date) -> date:
    if form in {"month", "named_month"}:
        return day_of(first, -1) or first
    return first + timedelta(days=6) if form == "next_week" else first


def _within(said: Said, text: str, today: date) -> Said | None:
    """12月每天, 这周每天, 下个月每个工作日: the week, month or year that stands before it."""
    match = _WITHIN.search(text[: said.start])
    first, last = _first_and_last(match, today) if match else (None, None)
    if match is None or first is None or last is None:
        return None
    bounds = replace(said.schedule, start=max(first, today), until=last)
    return Said(bounds, (*said.spans, match.span()))


def _first_and_last(match: re.Match[str], today: date) -> tuple[date | None, date | None]:
    if match["this"]:
        first = dated(match["this"], 1, 1, today, today)
        return first, first.replace(month=12, day=31) if first else None
    if match["month"]:
        first = dated(match["year"], whole(match["month"]), 1, today, today.replace(day=1))
        return first, day_of(first, -1) if first else None
    if match["unit"] == "月":
        first = months_on(today.replace(day=1), weeks_ahead(match["which"]))
        return first, day_of(first, -1)
    first = today - timedelta(days=today.weekday()) + timedelta(days=7 * weeks_ahead(match["which"]))
    return first, first + timedelta(days=6)
