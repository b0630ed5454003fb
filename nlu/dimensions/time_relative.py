"""Times told by their distance, or not told at all: 三年前, 近三年, 最近, 前几天, 同年, 任现职以来."""

from __future__ import annotations

import re
from datetime import date

from nlu.dimensions.calendar import Cycle, Span, day_of, index_of, shift, whole
from nlu.dimensions.mask import one_of
from nlu.dimensions.time_numbers import NUMBERS, small
from nlu.dimensions.time_piece import Piece, Rule, day_list, fixed, heads_of, unit, words
from nlu.dimensions.time_when import Grain

_COUNT = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|好?几|十几|半|些|数)"
_UNIT = r"(?:天|日|周|星期|礼拜|月|季度|年度?|学期)"
_LENGTH = re.compile(rf"({_COUNT}) ?个?([半多])? ?({_UNIT})([半多])?")
_FEW = {"几": 3, "好几": 5, "十几": 12, "些": 5, "数": 3, "两三": 2, "三五": 3}
_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}
_MONTHS = {"月": 1, "季度": 3, "学期": 6, "年": 12, "年度": 12}
_DISTANT = 1200  # months; nobody reports further back


def _length(text: str) -> tuple[int, int, bool, str] | None:
    """Days or months that a length of time amounts to, whether only about, and its unit."""
    match = _LENGTH.search(text)
    if match is None:
        return None
    said, inner, unit_word, outer = match.groups()
    half = "半" in (inner, outer)
    number = 0.5 if said == "半" else _FEW.get(said) or small(said)
    number += 0.5 * half
    about = said in _FEW or "多" in (inner, outer)
    if unit_word in _DAYS:
        return round(number * _DAYS[unit_word]), 0, about, unit_word
    return 0, min(round(number * _MONTHS[unit_word]), _DISTANT), about, unit_word


def _ago(text: str, today: date) -> Piece | None:
    length = _length(text)
    if length is None or not (length[0] or length[1]):
        return None
    days, distance, about, word = length
    if about:
        return _window(today, days * 2 or 0, distance * 2, to_days=days // 2, to_months=distance // 2)
    if days and word in ("天", "日"):
        return unit(Cycle.DAY, shift(today, -days).toordinal())
    if days:
        return unit(Cycle.WEEK, index_of(Cycle.WEEK, shift(today, -days)))
    if word.startswith("年") and distance % 12 == 0:
        return unit(Cycle.YEAR, today.year - distance // 12)
    return unit(Cycle.MONTH, index_of(Cycle.MONTH, today) - distance)


def _later(text: str, today: date) -> Piece | None:
    length = _length(text)
    if length is None:
        return None
    days, distance, _, _ = length
    if days:
        return unit(Cycle.DAY, shift(today, days).toordinal())
    return unit(Cycle.MONTH, index_of(Cycle.MONTH, today) + distance)


def _lately(text: str, today: date) -> Piece | None:
    """近三年: up to today. 前三年, 前两个月: the whole units before this one."""
    length = _length(text)
    if length is None:
        return None
    days, distance, _, word = length
    if text[0] in "前头" and distance and word != "学期":
        cycle = Cycle.YEAR if word.startswith("年") else Cycle.MONTH
        steps = distance // 12 if cycle is Cycle.YEAR else distance
        first, last = (whole(cycle, index_of(cycle, today) - back) for back in (max(steps, 1), 1))
        grain = Grain.YEARS if cycle is Cycle.YEAR else Grain.MONTH
        return fixed(Span(first.start, last.end), grain, vague=True) if first and last else None
    if text[0] in "前头" and days:
        return _window(today, 2 * days + 1, 0, to_days=1)
    return _window(today, days, distance)


def _window(today: date, days: int, distance: int, to_days: int = 0, to_months: int = 0) -> Piece | None:
    start, end = _back(today, days, distance), _back(today, to_days, to_months)
    grain = Grain.DAY if days else Grain.YEARS if distance >= 24 else Grain.MONTH
    return fixed(Span(start, end), grain, vague=True)


def _back(today: date, days: int, distance: int) -> date:
    month = whole(Cycle.MONTH, index_of(Cycle.MONTH, today) - distance)
    if distance == 0 or month is None:
        return shift(today, -days)
    return month.start.replace(day=min(today.day, month.end.day))


def _recent(text: str, today: date) -> Piece:
    first, last = words()["recent"][text]
    return fixed(Span(shift(today, -first), shift(today, -last)), Grain.DAY, vague=True)


def _recent_years(text: str, today: date) -> Piece | None:
    first, last = words()["recent_years"][text]
    end = date(today.year - last, 12, 31) if last else today
    return fixed(Span(date(today.year - first, 1, 1), end), Grain.YEARS, vague=True)


def _same_day(_: str, today: date) -> Piece:
    """去年今天: this day in that year."""

    def days(year: int) -> tuple[date, ...] | None:
        day = day_of(year, today.month, today.day)
        return (day,) if day else None

    return day_list(Cycle.YEAR, days)


def _just(_: str, today: date) -> Piece:
    return fixed(Span(shift(today, -7), today), Grain.DAY, vague=True)


_ELSEWHERE = {word: row["by"] for row in words()["elsewhere"] for word in row["words"]}


def _elsewhere(text: str, today: date) -> Piece:
    by = _ELSEWHERE[text]
    return Piece(Grain.YEAR, lambda k: whole(Cycle.YEAR, k), Cycle.YEAR, today.year, inside=Cycle.YEAR, elsewhere=by)


def _since_then(_: str, today: date) -> Piece:
    period = Span(_back(today, 0, 60), today)
    return Piece(Grain.YEARS, lambda _: period, vague=True, elsewhere=0)


def _several_years(text: str, today: date) -> Piece | None:
    known = words()["recent_years"]
    return _recent_years(text if text in known else _TRAILER.sub("", text), today)


_TRAILER = re.compile(r"(?:以来|里|间|来)$")
_PLAIN = r"(?:天|日|周|星期|礼拜|季度|年|学期)"
_SPAN = rf"(?:个 ?[半多]? ?月|[半两]月|(?:个 ?)?[半多]? ?{_PLAIN})"
_LATE = r"(?:最近|近|过去|这(?!一)|前(?!三个?季度|半年)|头(?!.{0,3}[天日周]))"
_NAMED_BEFORE = re.compile(r"[提以之目考会课节年月日假空生从当]$")
_NUMBER_BEFORE = re.compile(r"[\d.第每]$")

RULES = (
    Rule("since-then", f"(?:{one_of(words()['since_then'])})", _since_then, heads=heads_of(words()["since_then"])),
    Rule(
        "elsewhere",
        f"(?:{one_of(_ELSEWHERE)})(?!级)",
        _elsewhere,
        unless=re.compile(r"[相不每]$"),
        heads=heads_of(_ELSEWHERE),
    ),
    Rule(
        "recent-years",
        f"(?:{one_of(words()['recent_years'])})(?:里|来|以来|间)?",
        _several_years,
        heads=heads_of(words()["recent_years"]),
    ),
    Rule(
        "ago",
        rf"(?![1-9]\d ?年){_COUNT} ?{_SPAN}[半多]?(?:以前|之前|前)(?![后面沿期])",
        _ago,
        unless=_NUMBER_BEFORE,
        heads=NUMBERS + "好几半些数",
    ),
    Rule(
        "lately",
        rf"{_LATE}(?:这|的)? ?{_COUNT} ?{_SPAN}度?(?![级名])"
        r"(?:以来|之内|里(?!面)|内|来|间)?",
        _lately,
        unless=_NAMED_BEFORE,
        heads="最近过这前头",
    ),
    Rule(
        "later",
        rf"{_COUNT} ?{_SPAN}(?:以后|之后|后)(?=再|提醒|叫|通知)",
        _later,
        unless=_NUMBER_BEFORE,
        heads=NUMBERS + "好几半些数",
    ),
    Rule(
        "later-passing", rf"过 ?{_COUNT} ?{_SPAN}", _later, unless=re.compile(r"[^\s，。；：！？、等再要]$"), heads="过"
    ),
    Rule("same-day", "今天|今日|这天|这一天", _same_day, follows=Cycle.YEAR),
    Rule("recent", f"(?:{one_of(words()['recent'])})(?!的?那条|那个)", _recent, heads=heads_of(words()["recent"])),
    Rule("just", rf"刚刚?(?={one_of(words()['just_now'])})", _just, unless=re.compile("金$"), heads="刚"),
)
