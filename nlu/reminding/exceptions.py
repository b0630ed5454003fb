"""Days that are left out of what comes again: 每天，周末除外; 除了周三; 节假日不用提醒."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from nlu.phrases import table
from nlu.reminding.days import Said
from nlu.reminding.fewer import less
from nlu.reminding.numerals import WEEK, WEEKDAYS
from nlu.reminding.schedule import Schedule

_WEEKEND = "周末|星期末|礼拜末|双休日?|休息日"
_HOLIDAYS = "(?:国家)?(?:法定)?(?:节假日|假日|节日|假期|放假(?:的?(?:时候|日子))?|公休日)"
_WEEKDAY = f"(?<![上下这本])(?<![上下这本]个){WEEK}[一二三四五六日天]+"
_DAY = f"(?:{_WEEKEND}|{_HOLIDAYS}|{_WEEKDAY})"
_WEEKS = ("周", "星期", "礼拜")
_LISTED = f"{_DAY}(?:(?:、|和|跟|与|及|以及|还有)?{_DAY})*(?:的?时候)?"


def excepted(said: Said, text: str) -> Said:
    """Without the days that the text leaves out; what cannot be left out stays unread."""
    for match in _exceptions().finditer(text):
        inside = match.start() < said.end and match.end() > said.start
        every_week = said.schedule.every == "week" and text[: said.end].endswith(_WEEKS)  # 每周除了周末
        whole = replace(said.schedule, every="day", weekdays=()) if every_week else said.schedule
        schedule = None if inside else less(whole, _listed(match["first"] or match["last"]))
        if schedule is not None:
            said = Said(schedule, (*said.spans, match.span()), said.form)
    return said


def left_out_of(text: str) -> Schedule | None:
    """The days of a message that does nothing but leave some out: 周末不用, 节假日别提醒."""
    match = _exceptions().fullmatch(text.rstrip("吧啊哈了。"))
    return _listed(match["first"] or match["last"]) if match else None


def _listed(words: str) -> Schedule:
    holidays = re.search(_HOLIDAYS, words) is not None
    return Schedule(weekdays=tuple(sorted(set(_weekdays_in(words)))), no_holidays=holidays)


def _weekdays_in(listed: str) -> list[int]:
    weekend = [6, 7] if re.search(_WEEKEND, listed) else []
    return weekend + [WEEKDAYS[day] for words in re.findall(_WEEKDAY, listed) for day in re.sub(WEEK, "", words)]


@cache
def _exceptions() -> re.Pattern[str]:
    left_out = f"(?:{table('reminders')['unread']['left_out']})"
    return re.compile(
        rf"(?:除[了去掉]?|避开|跳过)(?P<first>{_LISTED})(?:{left_out}|外|都|，)*"
        rf"|(?:遇到?|碰到)?(?P<last>{_LISTED})(?:就|都)?{left_out}+(?:我|了)?"
    )
