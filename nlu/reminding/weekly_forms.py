"""The forms of what comes again within weeks, each a pattern with the function that reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from nlu.reminding.numerals import LENGTH, NUMBER, WEEK, WEEKDAYS, days_in, whole
from nlu.reminding.schedule import Schedule

_EVERY = "(?:每逢|每到|逢|每隔|每个|每)"
_DAY = "[一二三四五六日天1-7]"
WEEKDAY_LIST = rf"(?P<list>{_DAY}(?!次)(?:(?:、|，|和|跟|与|及| |还有|每)?(?:每?{WEEK})?{_DAY}(?![0-9点:：个次]))*)"
_LONGEST_RUN = 366
AGAIN = "[^，。后再]*(?:提醒|叫|喊|催|通知)[^，。]{0,3}一[次遍回声]"
"""Behind 隔三天, which by itself may be once or every third day."""

Read = Callable[[re.Match[str], date], Schedule | None]


def _days(match: re.Match[str], today: date) -> Schedule | None:
    step = whole(match["step"]) if match["step"] else 1
    step = 2 if step == 1 and "隔" in match[0] else step
    return Schedule("day", step, start=today if step > 1 else None) if 0 < step < 1000 else None


def _workdays(_match: re.Match[str], _today: date) -> Schedule:
    return Schedule("workday")


def _week_span(match: re.Match[str], _today: date) -> Schedule | None:
    """周一到周五."""
    first, last = WEEKDAYS[match["first"]], WEEKDAYS[match["last"]]
    return Schedule("week", weekdays=tuple(range(first, last + 1))) if first <= last else None


def _week(match: re.Match[str], today: date) -> Schedule | None:
    """Weekdays, of every week or every so many; without a day Monday."""
    said = match.groupdict()
    step = whole(said["step"]) if said.get("step") else 2 if said.get("other") else 1
    step = 2 if step == 1 and "隔" in match[0] else step
    listed = re.sub(rf"{WEEK}|[^一二三四五六日天末1-7]", "", said.get("list") or said.get("end") or "一")
    days = {WEEKDAYS[day] for day in listed}
    if not 0 < step < 100:
        return None
    return Schedule("week", step, weekdays=tuple(sorted(days)), start=today if step > 1 else None)


def _listed_week(match: re.Match[str], today: date) -> Schedule | None:
    """周一三五; 周五一下班 is no list."""
    days = [WEEKDAYS[day] for day in match["list"] if day in WEEKDAYS]
    return _week(match, today) if days == sorted(set(days)) else None


def _run(match: re.Match[str], _today: date) -> Schedule | None:
    """连着三天, 未来一周每天, 十天内每天: from the next such hour on."""
    count = days_in(match)
    return Schedule("day", count=count) if 0 < count < _LONGEST_RUN else None


def of_weeks_and_days() -> tuple[tuple[str, Read], ...]:
    """What comes on days of the week, on working days, or every so many days."""
    return (
        (
            "(?:每逢|每个?|逢)工作日|(?<![个一天后])工作日的?(?:每天)?(?=都|早|上|中午|下|午|晚|睡|提醒|叫|[0-9])|每天.{0,2}工作日",
            _workdays,
        ),
        (
            rf"(?<![下这本上再])(?<![下这本上]个)每?个?{WEEK}(?P<first>[一二三四五六])(?:到|至|-|~|—)(?:{WEEK})?(?P<last>[二三四五六日天])(?:的?每天)?",
            _week_span,
        ),
        (
            rf"(?:每隔|每|隔(?={AGAIN}|{NUMBER}个?{WEEK}的?{WEEK}))(?P<step>{NUMBER})个?{WEEK}的?(?:{WEEK})?{WEEKDAY_LIST}?",
            _week,
        ),
        (rf"(?P<other>隔|每隔一个?|单双){WEEK}的?(?:{WEEK})?{WEEKDAY_LIST}?", _week),
        (rf"(?:{_EVERY}|逢){WEEK}的?(?:{WEEK})?(?:{WEEKDAY_LIST}|(?P<end>末))?", _week),
        (rf"(?<![单双0-9一二三四五六七八九十]){WEEK}{WEEK}{WEEKDAY_LIST}", _week),
        (
            r"(?<![0-9一二三四五六七八九十周期拜月第])(?P<list>一三五|二四六|一二三四五|二四|三五|一四)(?=的?[早晚上下中傍提叫])",
            _week,
        ),
        (
            rf"(?<![上下这本再个]){WEEK}(?=[一二三四五六]{{2}}[三四五六日天]?(?![0-9点:：个])){WEEKDAY_LIST}",
            _listed_week,
        ),
        (
            rf"(?:连着|连续|接连|一连|接下来|未来|今后|往后)的?(?P<count>{NUMBER})(?P<unit>[天日])(?:里|内|之内)?的?(?:每天)?",
            _run,
        ),
        (rf"(?:接下来|未来|今后|往后)的?{LENGTH}(?:里|内|之内)?的?(?:每天|天天)", _run),
        (rf"{LENGTH}(?:里|内|之内)的?(?:每天|天天)", _run),
        (
            rf"(?:每隔?|隔(?={AGAIN}))(?P<step>{NUMBER})?(?:天|日)|每(?P<one>个)?(?=晚|早|中午|下午|上午|傍晚|夜)|(?<![今明后昨前])(?:天天|日日)|隔[天日](?!后)",
            _days,
        ),
    )
