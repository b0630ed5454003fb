"""Weeks, weekdays, days counted from today, and parts of a day: 上周三, 周末, 大前天, 昨天下午."""

from __future__ import annotations

import re
from datetime import date

from nlu.dimensions.calendar import Cycle, Span, index_of, monday, shift, whole
from nlu.dimensions.mask import one_of
from nlu.dimensions.time_numbers import TO
from nlu.dimensions.time_piece import Days, Piece, Rule, day_list, heads_of, timeless, unit, words
from nlu.dimensions.time_when import Grain

_WEEK = r"(?:周|星期|礼拜)"
_WEEKDAYS = {
    name: number for number, names in enumerate(("一1", "二2", "三3", "四4", "五5", "六6", "日天7")) for name in names
}
COUNTED = (  # 上周三天 is three days, 上周一直 no Monday
    r"(?![天个次场门篇级建共直起样般些定]|节课|学时|课时|小时|造价|消防|下(?!午)|半(?!天)|部分|方面)"
)
_HALVES = {"上午": "am", "早上": "am", "早晨": "am", "下午": "pm", "中午": "pm", "午后": "pm"}


def _week(text: str, today: date) -> Piece:
    steps = text.count("下") - text.count("上") - text.startswith("大")
    return unit(Cycle.WEEK, index_of(Cycle.WEEK, today) + steps)


@timeless
def read_weekday(text: str) -> Piece | None:
    numbers = [_WEEKDAYS[char] for char in re.sub(r"星期(?=[一二三四五六日天])|礼拜|周", "", text) if char in _WEEKDAYS]

    def days(week: int) -> Days | None:
        first = monday(week)
        whole_week = first > 0 and first + 6 <= date.max.toordinal()
        return tuple(date.fromordinal(first + number) for number in numbers) if whole_week else None

    return day_list(Cycle.WEEK, days, (Cycle.WEEK,))


@timeless
def _weekend(_: str) -> Piece:
    def at(week: int) -> Span | None:
        period = whole(Cycle.WEEK, week)
        return period and Span(shift(period.start, 5), period.end)

    return Piece(Grain.DAY, at, Cycle.WEEK)


def _day(text: str, today: date) -> Piece:
    return unit(Cycle.DAY, today.toordinal() + words()["days"][text])


@timeless
def _whole_day(_: str) -> Piece:
    """Hours of the clock are not told apart."""
    return Piece(Grain.DAY, lambda day: whole(Cycle.DAY, day), Cycle.DAY, inside=Cycle.DAY, exact=True)


@timeless
def _part_of_day(text: str) -> Piece:
    return Piece(
        Grain.DAY, lambda day: whole(Cycle.DAY, day), Cycle.DAY, exact=True, half=_HALVES.get(text.strip(), "eve")
    )


_CLOCK = r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?"

RULES = (
    Rule(
        "week",
        rf"(?:大?上+|下+|[本这])一?个?{_WEEK}(?![年岁边刊报])",
        _week,
        unless=re.compile(r"[以晚早]$"),
        heads="大上下本这",
    ),
    Rule(
        "weekday-of-week",
        rf" ?(?:{_WEEK})?(?:六日|六、日|[一二三四五六日天]{COUNTED}|[1-6](?!\d){COUNTED})",
        read_weekday,
        follows=Cycle.WEEK,
    ),
    Rule("weekend-of-week", r"周?末(?!位)", _weekend, follows=Cycle.WEEK),
    Rule(
        "weekday",
        rf"{_WEEK}(?:六日|[一二三四五六日天]{COUNTED})",
        read_weekday,
        unless=re.compile(r"[一二两三四五六七八九十\d几每逢半]$"),
        heads="周星礼",
    ),
    Rule("weekend", r"周末|双休日", _weekend, unless=re.compile(r"[每逢]$"), heads="周双"),
    Rule(
        "day-word",
        f"(?:{one_of(words()['days'])})(?![津气])",
        _day,
        unless=re.compile(r"[每]$"),
        heads=heads_of(words()["days"]),
    ),
    Rule("clock", rf" ?{_CLOCK}(?:{TO}{_CLOCK})?", _whole_day, follows=Cycle.DAY),
    Rule(
        "part-of-day",
        r" ?(?:上午|早上|早晨|下午|中午|午后|晚上|傍晚|夜里|晚间)",
        _part_of_day,
        follows=Cycle.DAY,
    ),
)
