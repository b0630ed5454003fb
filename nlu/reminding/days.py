"""Days to come: 明天, 三天后, 下下周一, 12月1号, 下个月15号, 月底, 国庆前两天, 本月最后一个工作日, 审核前一周.

A day that is named without its month or year is the next such day. Where the year or the month is named it may be
past, which is left to whoever answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from nlu.phrases import table
from nlu.reminding import day_words as words
from nlu.reminding.numerals import LENGTH, NUMBER, WEEK, days_in
from nlu.reminding.schedule import Schedule

_WHICH = "(?P<which>(?:这一?个?|本|当|下{1,3}一?个?)?)"
_YEAR = r"(?:(?P<year>今年|本年|明年|后年|\d{4}(?=[-./年])|\d\d(?=年))[-./年]?的?)?"
_FRESH = r"(?<![0-9一二三四五六七八九十.])(?<![0-9][:：])"
_DEADLINE = (
    "(?:年底|年终|年度|单位|学时|继续教育|继教)?的?(?:审核|审验|验证|考核|申报|截止|截至|最后期限|deadline|ddl)"
    "的?(?:日期|时间|日子|日)?"
)
NTH = rf"(?P<nth>最后一?|倒数第? ?{NUMBER}|第 ?{NUMBER}|头一|首)个?(?P<what>工作日|{WEEK}[一二三四五六日天])"
_BEFORE = "的?(?:之前|以前|前|提前)的?"


@dataclass(frozen=True, slots=True)
class Said:
    """A schedule that was read, without its hours, and the places of the text that said it."""

    schedule: Schedule
    spans: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[0][1]


Read = Callable[[re.Match[str], date, date], Schedule | None]


def find_day(text: str, today: date) -> Said | None:
    """The day that a text names, by the first of the forms below that fits; so many days before it if that is said."""
    for pattern, read in _forms():
        for match in pattern.finditer(text):
            days, place = (0, None) if read in _FROM_DEADLINE else ahead(text, match.end())
            found = read(match, today, today + timedelta(days=days))
            if found is not None:
                end = place[1] if place and place[0] == match.end() else match.end()
                spans = ((match.start(), end), *((place,) if place and place[0] != match.end() else ()))
                return Said(shifted(found, days) if days else found, spans)
    return None


def ahead(text: str, end: int) -> tuple[int, tuple[int, int] | None]:
    """How many days before the day named, and where that is said: 前两天, 提前一周; 前 alone is the day before."""
    match = _RIGHT_BEFORE.match(text, end) or _EARLIER.search(text)
    if match is None:
        return 0, None
    return (days_in(match) if match["count"] else 1), match.span()


def shifted(schedule: Schedule, days: int) -> Schedule:
    """The schedule so many days earlier."""
    if schedule.start is not None and not schedule.recurs:
        return replace(schedule, start=schedule.start - timedelta(days=days))
    if schedule.months and len(schedule.days) == 1 and schedule.days[0] > 0:
        day = date(2023, schedule.months[0], schedule.days[0]) - timedelta(days=days)  # of a year without a leap day
        return replace(schedule, months=(day.month,), days=(day.day,))
    return replace(schedule, days=tuple(day - days if day < 0 else max(day - days, 1) for day in schedule.days))


_FROM_DEADLINE = frozenset({words.ahead_of_deadline, words.on_deadline, words.some_time_ahead})
_RIGHT_BEFORE = re.compile(rf"{_BEFORE}{LENGTH}|的?(?:之前|以前|前)(?:一天|夕)?")
_EARLIER = re.compile(f"提前{LENGTH}")


def any_of(section: str) -> str:
    """The words of a section of the lexicon, the longest first."""
    return "|".join(sorted(table("reminders")[section], key=len, reverse=True))


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Read], ...]:
    near, feast, part = any_of("near"), any_of("feasts"), any_of("month_parts")
    forms: tuple[tuple[str, Read], ...] = (
        (rf"(?:离|距离?)?{_DEADLINE}(?:{_BEFORE}|还有|只?剩){LENGTH}(?:的时候|时)?", words.ahead_of_deadline),
        (rf"{_DEADLINE}(?:当天|那天|当日)", words.on_deadline),
        (rf"{_DEADLINE}(?:之前|以前|前)", words.some_time_ahead),
        (rf"(?P<which>(?!))?(?P<month>{NUMBER})月份?的?{NTH}", words.nth),
        (rf"{_WHICH}(?:月的?)?{NTH}", words.nth),
        (rf"(?:再?过了?|再等|隔){LENGTH}(?:之后|以后|后)?(?:的今天)?", words.after),
        (rf"{LENGTH}(?:之后|以后|过后|后)(?!天)(?:的今天)?", words.after),
        (rf"(?:再?过)?(?P<count>{NUMBER})个?工作日(?:之后|以后|后)", words.working_days),
        (near, words.near),
        (
            rf"{_YEAR}{_FRESH}(?P<month>{NUMBER}) ?月份?的? ?(?P<day>{NUMBER}) ?(?:日|号|(?![0-9:：个天点学课年]))",
            words.month_and_day,
        ),
        (r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})", words.month_and_day),
        (
            rf"(?P<year>(?!))?{_FRESH}(?P<month>\d{{1,2}})[-./](?P<day>\d{{1,2}})(?![\d./学课小个])(?:日|号)?",
            words.month_and_day,
        ),
        (rf"(?P<which>这一?个?|本|当|下{{1,3}}一?个?)月(?:份|的)?(?P<day>{NUMBER}) ?(?:号|日)", words.of_next_month),
        (rf"(?<![月0-9一二三四五六七八九十])(?P<day>{NUMBER}) ?(?:号|日)", words.of_month),
        (rf"{_WHICH}的?{WEEK}(?P<day>[一二三四五六日天末1-7])(?![0-9点:：])", words.weekday),
        (rf"{_YEAR}{_FRESH}(?P<month>{NUMBER}) ?月份?的?(?P<part>{part})", words.part_of_named_month),
        (rf"{_WHICH}月的?(?P<part>{part})", words.part_of_month),
        (rf"{_YEAR}(?P<feast>{feast})(?:节|假期|放假|长假)?(?:当天|那天)?", words.feast),
        (r"(?P<year>今年|明年|本年)?的?(?:年底|年末|岁末|年终)", words.end_of_year),
        (rf"(?P<which>下{{1,3}}一?个?){WEEK}", words.next_week),
        (r"(?P<which>下{1,3}一?个?)月", words.month),
        (rf"{_YEAR}{_FRESH}(?P<month>{NUMBER}) ?月份?(?![0-9一二三四五六七八九十])", words.named_month),
        (f"提前{LENGTH}", words.ahead_of_deadline),
    )
    return tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in forms)
