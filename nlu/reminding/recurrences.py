"""What comes again and again: 每周一三五, 每月最后一个工作日, 每两周的周五, 每年6月1号, 每个工作日, 直到年底."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from nlu.reminding.ahead import ahead_of, shifted
from nlu.reminding.bounds import bounded
from nlu.reminding.days import Said
from nlu.reminding.exceptions import excepted
from nlu.reminding.hours import find_clocks
from nlu.reminding.numerals import NUMBER, WEEK, WEEKDAYS, numbers_in, whole
from nlu.reminding.recurring_forms import DAY_LIST, forms
from nlu.reminding.weekly_forms import WEEKDAY_LIST

_FURTHER = {
    "week": re.compile(rf"(?:、|和|跟|与|及|，|还有|以及)?每?{WEEK}{WEEKDAY_LIST}"),
    "year": re.compile(
        rf"(?:、|和|跟|与|及|，|还有|以及)(?:每年)?的?(?P<month>{NUMBER}) ?月份?的?(?P<day>{NUMBER}) ?(?:日|号)"
    ),
    "month": re.compile(rf"(?:、|和|跟|与|及|，|还有|以及)?(?:每个?月)?的?{DAY_LIST}"),
}


def find_recurrences(text: str, today: date) -> tuple[Said, ...]:
    """What a text says is to come again and again, with its first and its last day where they are named; several where
    other days have other hours: 每周一早上9点和周五下午3点."""
    first = find_recurrence(text, today)
    if first is None:
        return ()
    found, clocks = [first], {clock.start: clock.end for clock in find_clocks(text)}
    while further := _further(text, clocks.get(found[-1].end, found[-1].end), found[-1]):
        found.append(further)
    return tuple(found)


def find_recurrence(text: str, today: date) -> Said | None:
    """The first of them."""
    for pattern, read in forms():
        for match in pattern.finditer(text):
            found = read(match, today)
            if found is not None:
                before = ahead_of(text, *match.span())
                moved = shifted(found, before.days)
                said = Said(moved or found, (match.span(), *(before.places if moved else ())))
                return excepted(bounded(said, text, today), text)
    return None


def _further(text: str, start: int, last: Said) -> Said | None:
    """Other days of the same week or month, behind the hour of the last ones."""
    schedule = last.schedule
    pattern = _FURTHER.get(schedule.every) if schedule.weekdays or schedule.days else None
    whole_months = schedule.every == "month" and schedule.months  # 每半年的1号
    match = pattern.match(text, start) if pattern and schedule.ordinal is None and not whole_months else None
    if match is None:
        return None
    if schedule.every == "week":
        days = {WEEKDAYS[day] for day in match["list"] if day in WEEKDAYS}
        return Said(replace(schedule, weekdays=tuple(sorted(days))), (match.span(),))
    if schedule.every == "year":
        months, days_of_it = (whole(match["month"]),), (whole(match["day"]),)
        return Said(replace(schedule, months=months, days=days_of_it), (match.span(),))
    return Said(replace(schedule, days=numbers_in(match["list"])), (match.span(),))
