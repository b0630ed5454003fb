"""Several days in one order: 12月1号、10号和20号; 周一和周五; 12月1号到3号; 周末两天; 月底最后两天."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from nlu.reminding.day_forms import FRESH, WHICH, YEAR
from nlu.reminding.day_words import weeks_ahead
from nlu.reminding.days import Said, day_at, find_day
from nlu.reminding.hours import Clock, find_clocks
from nlu.reminding.months import dated, day_of, months_on
from nlu.reminding.numerals import NUMBER, WEEK, WEEKDAYS, whole
from nlu.reminding.schedule import Schedule

MOST = 31  # days that one order names
_TOGETHER = re.compile("(?:、|和|跟|与|及|以及|还有|再加上?|/|&|\\+)(?:在|于|到)?")
_LOOSELY = re.compile("[， ]?")
_UP_TO = re.compile("(?:到|至|-|~|—+)")
_SINCE = ("从", "自")
_ALIKE = frozenset({"month_and_day", "of_month", "of_next_month"})
_WEEKEND = re.compile(rf"(?<!每)(?<!每个){WHICH}{WEEK}(?:末(?:的?两天|俩天|都)|六[日天](?!号))")
_SO_MANY = re.compile(rf"，?这?(?P<count>{NUMBER})[天日](?:都|里)?")
_OF_WEEK = re.compile(
    rf"(?P<which>这一?个?|本|[再大]?下{{1,3}}一?个?){WEEK}(?P<list>[一二三四五六](?:、?[一二三四五六日天])+)(?![0-9点:：个十])"
)
_ENDS_OF_MONTH = re.compile(
    rf"(?<!每)(?<!每个)(?:{YEAR}{FRESH}(?P<month>{NUMBER}) ?|{WHICH})月份?(?:[底末初])?的?"
    rf"(?P<end>最后|头|开头)(?P<count>{NUMBER})[天日]"
)


def find_days(text: str, today: date) -> tuple[Said, ...]:
    """The days that a text names, in the order of the text; none where there is none."""
    if days := _weekend(text, today) or _of_week(text, today) or _ends_of_month(text, today):
        return days
    first = find_day(text, today)
    if first is None or first.schedule.start is None or first.schedule.ordinal:
        return (first,) if first else ()
    if (span := _span(text, first, today)) is not None:
        return (span,)
    found, clocks = [first], find_clocks(text)
    while len(found) < MOST and (further := _next(text, found[-1], clocks, today)):
        found.append(further)
    return _all_of(tuple(found), text)


def _all_of(found: tuple[Said, ...], text: str) -> tuple[Said, ...]:
    """12月6号、7号两天 says again how many there are."""
    last = found[-1]
    again = _SO_MANY.match(text, last.end)
    if again is None or whole(again["count"]) != len(found):
        return found
    return (*found[:-1], replace(last, spans=(*last.spans, again.span())))


def _next(text: str, last: Said, clocks: list[Clock], today: date) -> Said | None:
    """The day that is said together with the last one, whose hour may stand between them."""
    end = next((clock.end for clock in clocks if clock.start <= last.end <= clock.end), last.end)
    earliest = today
    if last.schedule.start is not None:
        earliest = last.schedule.start + timedelta(days=1)
    if match := _TOGETHER.match(text, end):
        return _joined(day_at(text, match.end(), today, earliest), match)
    match = _LOOSELY.match(text, end)
    found = _joined(day_at(text, match.end(), today, earliest), match) if match else None
    alike = found is not None and (found.form == last.form or {found.form, last.form} <= _ALIKE)
    return found if alike else None


def _joined(said: Said | None, by: re.Match[str]) -> Said | None:
    """The day with the word that joins it to the last one."""
    said = _once(said)
    return replace(said, spans=(*said.spans, by.span())) if said else None


def _once(said: Said | None) -> Said | None:
    return said if said and said.schedule.start and not (said.schedule.recurs or said.schedule.ordinal) else None


def _span(text: str, first: Said, today: date) -> Said | None:
    """All days from the one to the other."""
    up_to, start = _UP_TO.match(text, first.end), first.schedule.start
    last = _once(day_at(text, up_to.end(), today, start)) if up_to and start else None
    if last is None or last.schedule.start is None or start is None or last.schedule.start <= start:
        return None
    begin = first.start - (text[: first.start].endswith(_SINCE))
    return Said(Schedule("day", start=start, until=last.schedule.start), ((begin, last.end),))


def _weekend(text: str, today: date) -> tuple[Said, ...]:
    match = _WEEKEND.search(text)
    if match is None:
        return ()
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * weeks_ahead(match["which"]))
    return _listed(match, [monday + timedelta(days=5), monday + timedelta(days=6)])


def _of_week(text: str, today: date) -> tuple[Said, ...]:
    """下周一三五."""
    match = _OF_WEEK.search(text)
    days = [WEEKDAYS[day] for day in match["list"] if day in WEEKDAYS] if match else []
    if match is None or days != sorted(set(days)):
        return ()
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * weeks_ahead(match["which"]))
    return _listed(match, [monday + timedelta(days=day - 1) for day in days])


def _ends_of_month(text: str, today: date) -> tuple[Said, ...]:
    """月底最后两天, 下个月头三天."""
    match = _ENDS_OF_MONTH.search(text)
    count = whole(match["count"]) if match else 0
    if match is None or not 0 < count < MOST:
        return ()
    first = _month(match, today)
    if first is None:
        return ()
    if match["end"] != "最后" and not (match["which"] or match["month"]) and today.day > count:
        first = months_on(first, 1)
    numbers = range(-count, 0) if match["end"] == "最后" else range(1, count + 1)
    return _listed(match, [day for number in numbers if (day := day_of(first, number))])


def _month(match: re.Match[str], today: date) -> date | None:
    if match["month"]:
        return dated(match["year"], whole(match["month"]), 1, today, today.replace(day=1))
    return months_on(today.replace(day=1), weeks_ahead(match["which"]))


def _listed(match: re.Match[str], days: list[date]) -> tuple[Said, ...]:
    one = Said(Schedule(), (match.span(),))
    return tuple(replace(one, schedule=Schedule(start=day)) for day in days)
