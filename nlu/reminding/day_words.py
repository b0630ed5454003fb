"""The single days that words name; each function reads one form of `nlu.reminding.days`.

`today` is what 这周 and 下个月 count from; `earliest` the first day that one without a month or year may fall on.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from nlu.phrases import table
from nlu.reminding.months import dated, day_of, months_on, next_of_months
from nlu.reminding.numerals import FARTHEST, WEEKDAYS, days_in, lengths_in, months_in, whole
from nlu.reminding.schedule import Schedule


def weeks_ahead(which: str) -> int:
    """下 is one week or month ahead, 下下, 再下 and 大下 two."""
    return sum(which.count(sign) for sign in "下再大")


def once(day: date | None) -> Schedule | None:
    return Schedule(start=day) if day else None


def rolling(day: date | None, of_month: int) -> Schedule | None:
    """A day that comes again in the next month."""
    return Schedule(start=day, days=(of_month,)) if day else None


def near(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    return once(today + timedelta(days=table("reminders")["near"][match[0]]))


def after(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    months = months_in(match)
    if months is not None:
        return once(months_on(today, months)) if 0 < months < FARTHEST // 31 else None
    return once(today + timedelta(days=days_in(match))) if 0 < days_in(match) < FARTHEST else None


def working_days(match: re.Match[str], _today: date, _earliest: date) -> Schedule | None:
    """三个工作日后: left as it was said, for working days are not known here."""
    count = whole(match["count"])
    return Schedule(workdays=count) if 0 < count < FARTHEST // 366 else None


def weekday(match: re.Match[str], today: date, earliest: date) -> Schedule | None:
    """周五 is the next Friday, today counted; 下周五 that of next week, 这周五 that of this week."""
    wanted, monday = WEEKDAYS[match["day"]], today - timedelta(days=today.weekday())
    if not match["which"]:
        day = earliest + timedelta(days=(wanted - earliest.isoweekday()) % 7)
        return Schedule(start=day, weekdays=(wanted,))
    return once(monday + timedelta(days=7 * weeks_ahead(match["which"]) + wanted - 1))


def weekday_after(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    """两周后的周三."""
    weeks, monday = whole(match["count"]), today - timedelta(days=today.weekday())
    return once(monday + timedelta(days=7 * weeks + WEEKDAYS[match["day"]] - 1)) if 0 < weeks < FARTHEST // 7 else None


def next_week(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    """A week without a day is its Monday."""
    return once(today - timedelta(days=today.weekday()) + timedelta(days=7 * weeks_ahead(match["which"])))


def month_and_day(match: re.Match[str], today: date, earliest: date) -> Schedule | None:
    return once(dated(match["year"], whole(match["month"]), whole(match["day"]), today, earliest))


def of_next_month(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    """下个月15号, 下下个月1号, 本月20号."""
    return once(day_of(months_on(today.replace(day=1), weeks_ahead(match["which"])), max(whole(match["day"]), 1)))


def of_month(match: re.Match[str], _today: date, earliest: date) -> Schedule | None:
    """15号: the next one."""
    return rolling(next_of_months(whole(match["day"]), earliest), whole(match["day"]))


def part_of_month(match: re.Match[str], today: date, earliest: date) -> Schedule | None:
    """月底, 下个月初."""
    part = table("reminders")["month_parts"][match["part"]]
    if not match["which"]:
        return rolling(next_of_months(part, earliest), part)
    return once(day_of(months_on(today.replace(day=1), weeks_ahead(match["which"])), part))


def part_of_named_month(match: re.Match[str], today: date, earliest: date) -> Schedule | None:
    """12月底, 明年3月中旬."""
    first = dated(match["year"], whole(match["month"]), 1, today, earliest.replace(day=1))
    return once(day_of(first, table("reminders")["month_parts"][match["part"]])) if first else None


def month(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    """下个月 is its first day."""
    return once(months_on(today.replace(day=1), weeks_ahead(match["which"])))


def named_month(match: re.Match[str], today: date, earliest: date) -> Schedule | None:
    return once(dated(match["year"], whole(match["month"]), 1, today, earliest))


def end_of_year(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    return once(dated(match["year"] or "今年", 12, 31, today, today))


def start_of_year(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    return once(dated(match["year"], 1, 1, today, today))


def nth(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    """本月最后一个工作日, 下个月第一个周五: left as it was said, for working days are not known here."""
    named = match.groupdict().get("month")
    first = months_on(today.replace(day=1), weeks_ahead(match["which"] or ""))
    if named:
        first = dated(match["year"], whole(named), 1, today, today.replace(day=1)) or date.max
    if first == date.max:
        return None
    weekdays, ordinal = which_of(match)
    start, last = max(first, today), day_of(first, -1)
    return Schedule("month", weekdays=weekdays, ordinal=ordinal, months=(first.month,), start=start, until=last)


def nth_of_year(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    """年底最后一个工作日, 明年第一个周一."""
    weekdays, ordinal = which_of(match)
    month = 12 if ordinal < 0 else 1
    first = dated(match["year"] or "今年", month, 1, today, today)
    if first is None or not -4 <= ordinal <= 4 or (ordinal > 0 and re.search("[底末终]", match[0])):
        return None
    return Schedule(
        "month", weekdays=weekdays, ordinal=ordinal, months=(month,), start=max(first, today), until=day_of(first, -1)
    )


def same_day(match: re.Match[str], today: date, _earliest: date) -> Schedule | None:
    """下个月的今天, 明年今天."""
    months = 12 * ("明后".index(match["year"][0]) + 1) if match["year"] else weeks_ahead(match["which"])
    return once(months_on(today, months))


def which_of(match: re.Match[str]) -> tuple[tuple[int, ...], int]:
    """The weekday (none: a working day) and its place in a month, from NTH."""
    weekdays = () if match["what"] == "工作日" else (WEEKDAYS[match["what"][-1]],)
    said = match["nth"]
    if said.startswith("最后"):
        return weekdays, -1
    number = 1 if said in {"头一", "首"} else whole(said.lstrip("倒数第 "))
    return weekdays, -number if said.startswith("倒") else number


def ahead_of_deadline(match: re.Match[str], _today: date, _earliest: date) -> Schedule | None:
    return Schedule(before=lengths_in(match[0]))


def working_days_ahead(match: re.Match[str], _today: date, _earliest: date) -> Schedule | None:
    """截止前最后一个工作日, 截止前三个工作日."""
    count = whole(match["count"]) if match["count"] else 1
    return Schedule(before=(0,), workdays=-count) if 0 < count < FARTHEST // 366 else None


def on_deadline(_match: re.Match[str], _today: date, _earliest: date) -> Schedule | None:
    return Schedule(before=(0,))


def some_time_ahead(_match: re.Match[str], _today: date, _earliest: date) -> Schedule | None:
    return Schedule(before=(7,))  # nobody said how long: a week
