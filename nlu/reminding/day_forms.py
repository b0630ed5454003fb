"""The forms in which people name a day, each a pattern with the function of `day_words` that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from nlu.phrases import table
from nlu.reminding import day_words as words
from nlu.reminding import feasts
from nlu.reminding.ahead import BEFORE, LEFT
from nlu.reminding.numerals import LENGTH, LENGTHS, NUMBER, WEEK
from nlu.reminding.schedule import Schedule

Read = Callable[[re.Match[str], date, date], Schedule | None]
Form = tuple[re.Pattern[str], Read]

_NEXT = "[再大]?下{1,3}一?个?"
WHICH = f"(?P<which>(?:这一?个?|本|当|{_NEXT})?)"
YEAR = r"(?:(?P<year>今年|本年|明年|后年|\d{4}(?=[-./年])|\d\d(?=年))[-./年]?的?)?"
FRESH = r"(?<![0-9一二三四五六七八九十.])(?<![0-9][:：])"
THAT_DAY = "(?:当天|那一?天|当日|那日)?"
_DEADLINE = (
    "(?:(?<![一-龥])|(?<=[在到于离请我你的次]))"  # 论文截止 is none of the year's
    "(?:每[年次]的?)?(?:年底|年终|年度|单位|学时|继续教育|继教)?的?(?:年审|年检|(?:审核|审验|验证|考核|申报)?的?(?:截止|截至|最后期限|deadline|ddl)"
    "|审核|审验|验证|考核|申报)的?(?:日期|时间|日子|日)?"
)
_THE_NTH = rf"(?P<nth>最后一?|倒数第? ?{NUMBER}|第 ?{NUMBER}|头一|首)个?"
NTH = rf"{_THE_NTH}(?P<what>工作日|{WEEK}[一二三四五六日天末])"
_MONTH_AND_DAY = (
    rf"{YEAR}{FRESH}(?P<month>{NUMBER}) ?月份?的? ?(?P<day>{NUMBER}) ?(?:日|号|(?![0-9:：个天点学课年])){THAT_DAY}"
)
_BACK = "(?:上班|开工|复工)的?(?:第一|头一|首)[天日]|(?:第一|头一|首)[天日](?:上班|开工|复工)"


def any_of(section: str) -> str:
    """The words of a section of the lexicon, the longest first."""
    return "|".join(sorted(table("reminders")[section], key=len, reverse=True))


@cache
def forms() -> tuple[Form, ...]:
    """The first that fits a text is what it means."""
    written = (*_of_deadlines(), *_counted(), *_dates(), *_parts())
    return tuple((re.compile(pattern, re.IGNORECASE), read) for pattern, read in written)


def _of_deadlines() -> tuple[tuple[str, Read], ...]:
    return (
        (rf"(?:离|距离?)?{_DEADLINE}(?:{BEFORE}|{LEFT}){LENGTHS}(?:的时候|时)?", words.ahead_of_deadline),
        (
            rf"{_DEADLINE}{BEFORE}(?:(?:最后一?|倒数第一|头一)个?|(?:倒数第)?(?P<count>{NUMBER})个)工作日",
            words.working_days_ahead,
        ),
        (rf"{_DEADLINE}(?:当天|那天|当日)", words.on_deadline),
        (rf"{_DEADLINE}(?:之前|以前|前)(?!的?[0-9一二两三四五六七八九十半最第倒]|后)", words.some_time_ahead),
    )


def _counted() -> tuple[tuple[str, Read], ...]:
    feast, moving = feasts.fixed_names(), feasts.moving_names()
    return (
        (rf"{YEAR}过?完?(?P<feast>{feast}|{moving}|年)[^，。]{{0,4}}?(?:{_BACK})", feasts.back_at_work),
        (rf"(?P<which>(?!))?{YEAR}(?P<month>{NUMBER})月份?的?{NTH}", words.nth),
        (rf"{YEAR}的?(?:年底|年末|年终|(?(year)[底末]?|(?!)))的?{NTH}", words.nth_of_year),
        (rf"{WHICH}(?:月份?的?)?(?:月?[底末初]的?)?(?<![前后])(?<![前后]的){NTH}", words.nth),
        (rf"(?:(?P<which>{_NEXT})月|(?P<year>明年|后年))的?(?:今天|今日|这一?天)", words.same_day),
        (
            rf"(?P<count>{NUMBER})个?{WEEK}(?:之后|以后|过后|后)的?(?:那一?个?)?{WEEK}(?P<day>[一二三四五六日天末])",
            words.weekday_after,
        ),
        (rf"(?:再?过了?|再等|隔(?=.{{2,5}}(?:后|再))){LENGTH}(?:之后|以后|后)?(?:的今天)?", words.after),
        (rf"{LENGTH}(?:之后|以后|过后|后)(?!天)(?:的今天)?", words.after),
        (rf"(?:再?过)?(?P<count>{NUMBER})个?工作日(?:之后|以后|后)", words.working_days),
        (f"(?<![明今])(?:{any_of('near')})", words.near),
    )


def _dates() -> tuple[tuple[str, Read], ...]:
    return (
        (_MONTH_AND_DAY, words.month_and_day),
        (r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})", words.month_and_day),
        (
            rf"{YEAR}{FRESH}(?P<month>\d{{1,2}})[-./](?P<day>\d{{1,2}})(?![\d./学课小个])(?:日|号)?{THAT_DAY}",
            words.month_and_day,
        ),
        (rf"(?P<which>这一?个?|本|当|{_NEXT})月(?:份|的)?(?P<day>{NUMBER}) ?(?:号|日){THAT_DAY}", words.of_next_month),
        (
            rf"(?:(?<![月0-9一二三四五六七八九十])|(?<=[周期拜][一二三四五六]))(?P<day>{NUMBER}) ?(?:号|日){THAT_DAY}",
            words.of_month,
        ),
        (rf"{WHICH}的?{WEEK}(?P<day>[一二三四五六日天末](?![点:：次])|[1-7](?![0-9点:：])){THAT_DAY}", words.weekday),
    )


def _parts() -> tuple[tuple[str, Read], ...]:
    feast, part = f"{feasts.fixed_names()}|{feasts.moving_names()}", any_of("month_parts")
    return (
        (rf"{YEAR}{FRESH}(?P<month>{NUMBER}) ?月份?的?(?P<part>{part}){THAT_DAY}", words.part_of_named_month),
        (rf"{WHICH}月的?(?P<part>{part}){THAT_DAY}", words.part_of_month),
        (rf"{YEAR}(?P<feast>{feast})(?![0-9点月号日个天周时:：])(?:节|假期|放假|长假)?{THAT_DAY}", feasts.feast),
        (rf"离?{YEAR}的?(?:年底|年末|岁末|年终|(?(year)(?:[底末]|最后一天)|(?!)))", words.end_of_year),
        (rf"{YEAR}的?(?(year)年?初|(?!))", words.start_of_year),
        (rf"(?P<which>{_NEXT}){WEEK}(?![七八九十])", words.next_week),
        (rf"(?P<which>{_NEXT})月", words.month),
        (rf"{YEAR}{FRESH}(?P<month>{NUMBER}) ?月份?(?![0-9一二三四五六七八九十])", words.named_month),
        (f"提前{LENGTH}", words.ahead_of_deadline),
    )
