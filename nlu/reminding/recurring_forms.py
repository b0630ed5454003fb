"""The forms of what comes again and again, each a pattern with the function that reads it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from nlu.phrases import table
from nlu.reminding import feasts
from nlu.reminding.day_forms import NTH, any_of
from nlu.reminding.day_words import which_of
from nlu.reminding.numerals import NUMBER, numbers_in, whole
from nlu.reminding.schedule import Schedule
from nlu.reminding.weekly_forms import AGAIN, Read, of_weeks_and_days

_STEP = rf"(?:每|每隔|隔(?={AGAIN}))(?P<step>{NUMBER})?"
DAY_LIST = (
    rf"(?P<list>{NUMBER} ?(?:号|日)?"
    rf"(?:(?:、|，|和|跟|与|及|还有)(?:每月)?{NUMBER} ?(?:号|日)?|(?:每月)?{NUMBER} ?(?:号|日))*(?<=[号日])"
    "(?P<last>(?:、|，|和|跟|与|及|还有)?(?:每?月)?的?(?:月底|月末|底|末|最后一[天日]))?)"
)
_QUARTER_STARTS, _QUARTER_ENDS = (1, 4, 7, 10), (3, 6, 9, 12)
_IN_QUARTER = {"一": 0, "1": 0, "二": 1, "2": 1, "三": 2, "3": 2}

_ANY_YEAR = (
    "每年(?=的?(?:今天|这一?天)|[，。]|都|也|固定|定期|到时|按时|准时|请|给我|提醒|叫|喊|催|通知|告诉|早|晚|上午|中午|下午|一次|$)"
    "(?:的?(?:今天|这一?天))?"
)
"""Of no named day it is today's; each other word behind it may be a day that is not known."""


def _month_days(match: re.Match[str], today: date) -> Schedule | None:
    listed = match["list"].removesuffix(match["last"] or "")
    days = numbers_in(listed) + ((-1,) if match["last"] else ())
    step = _months_step(match)
    if not all(1 <= day <= 31 or day == -1 for day in days) or not 0 < step < 100:
        return None
    return Schedule("month", step, days=days, start=today if step > 1 else None)


def _month_ends(match: re.Match[str], _today: date) -> Schedule | None:
    """每月头三天, 每个月最后两天."""
    count = whole(match["count"])
    days = tuple(range(-count, 0) if match["end"] == "最后" else range(1, count + 1))
    return Schedule("month", days=days) if 0 < count < 28 else None


def _month_digit(match: re.Match[str], _today: date) -> Schedule | None:
    """每月逢五: the 5th, the 15th, the 25th."""
    digit = whole(match["digit"])
    return Schedule("month", days=(digit, digit + 10, digit + 20)) if 0 < digit <= 10 else None


def _month_part(match: re.Match[str], today: date) -> Schedule | None:
    step = _months_step(match)
    part = table("reminders")["month_parts"][match["part"]] if match["part"] else 1
    return Schedule("month", step, days=(part,), start=today if step > 1 else None) if 0 < step < 100 else None


def _months_step(match: re.Match[str]) -> int:
    said = match.groupdict().get("step")
    step = whole(said) if said else 1
    return 2 if step == 1 and "隔" in match[0] else step


def _month_nth(match: re.Match[str], _today: date) -> Schedule | None:
    found = which_of(match)
    return Schedule("month", weekdays=found[0], ordinal=found[1]) if found[1] else None


def _month_from_end(match: re.Match[str], _today: date) -> Schedule | None:
    """每月倒数第三天."""
    place = whole(match["nth"])
    return Schedule("month", days=(-place,)) if 0 < place < 28 else None


def _year_nth(match: re.Match[str], _today: date) -> Schedule | None:
    """每年三月第一个工作日, 每年年初第一个周一."""
    (weekdays, ordinal), month = which_of(match), whole(match["month"]) if match["month"] else 1
    valid = ordinal and 1 <= month <= 12
    return Schedule("month", weekdays=weekdays, ordinal=ordinal, months=(month,)) if valid else None


def _quarter(match: re.Match[str], _today: date) -> Schedule:
    if re.search("末|底|最后", match[0]):
        return Schedule("month", months=_QUARTER_ENDS, days=(-1,))
    return Schedule("month", months=_QUARTER_STARTS, days=(1,))


def _quarter_day(match: re.Match[str], _today: date) -> Schedule | None:
    """每季度第一个月10号."""
    months, day = tuple(first + _IN_QUARTER[match["nth"]] for first in _QUARTER_STARTS), whole(match["day"])
    return Schedule("month", months=months, days=(day,)) if 1 <= day <= 31 else None


def _half_year(_match: re.Match[str], _today: date) -> Schedule:
    return Schedule("month", months=(1, 7), days=(1,))


def _year_day(match: re.Match[str], _today: date) -> Schedule | None:
    month, day = whole(match["month"]), whole(match["day"]) if match["day"] else 1
    part = match.groupdict().get("part")
    day = table("reminders")["month_parts"][part] if part else day
    valid = 1 <= month <= 12 and (part or 1 <= day <= 31)
    return Schedule("year", months=(month,), days=(day,)) if valid else None


def _year_feast(match: re.Match[str], _today: date) -> Schedule:
    month, day = table("reminders")["feasts"][match["feast"]]
    return Schedule("year", months=(month,), days=(day,))


def _year_moving(match: re.Match[str], _today: date) -> Schedule | None:
    """每年春节前一周. 春节前 alone names no day."""
    return None if feasts.some_time_before(match) else Schedule("year", feast=feasts.proper_name(match["feast"]))


def _year_end(_match: re.Match[str], _today: date) -> Schedule:
    return Schedule("year", months=(12,), days=(-1,))


def _year(match: re.Match[str], today: date) -> Schedule:  # noqa: ARG001 - the forms are called alike
    return Schedule("year", months=(today.month,), days=(today.day,))


@cache
def forms() -> tuple[tuple[re.Pattern[str], Read], ...]:
    """The first that fits a text is what it means."""
    return tuple((re.compile(pattern), read) for pattern, read in (*_of_years_and_months(), *of_weeks_and_days()))


def _of_years_and_months() -> tuple[tuple[str, Read], ...]:
    part, feast = any_of("month_parts"), any_of("feasts")
    return (
        (rf"每(?:年|一年)的?(?:(?P<month>{NUMBER}) ?月份?|年初)的?{NTH}", _year_nth),
        (
            rf"每(?:年|一年)的?(?P<month>{NUMBER}) ?月份?的?(?:(?P<part>{part})|(?P<day>{NUMBER}) ?(?:日|号)?)?",
            _year_day,
        ),
        (rf"每年的?(?P<feast>{feast})(?:节|假期|放假)?", _year_feast),
        (rf"每(?:年|一年)的?(?P<feast>{feasts.moving_names()})(?:节|假期|放假)?", _year_moving),
        ("每年的?(?:年底|年末|最后一天)", _year_end),
        (
            _ANY_YEAR,
            _year,
        ),
        (rf"每个?(?:月|月份)的?(?:月?[初底末])?的?{NTH}", _month_nth),
        (rf"每个?月的?(?:月?[底末])?的?倒数第 ?(?P<nth>{NUMBER})[天日]", _month_from_end),
        (rf"每个?月的?(?:月?[初底末])?的?(?P<end>最后|头|开头)(?P<count>{NUMBER})[天日]", _month_ends),
        (r"每个?月的?逢(?P<digit>[一二三四五六七八九十1-9])(?:号|日)?", _month_digit),
        (rf"{_STEP}个?月的?{DAY_LIST}", _month_days),
        (rf"{_STEP}个?月(?:的?月?(?P<part>{part})|(?!的?[倒逢第头最]))", _month_part),
        (rf"每个?季度?的?第(?P<nth>[一二三123])个月的?(?P<day>{NUMBER})(?:号|日)", _quarter_day),
        ("每个?季度?(?:的?(?:初|末|底|第一天|最后一天))?", _quarter),
        ("每半年", _half_year),
    )
