"""Months and days of the month: 6月, 上个月底, 3月5号到8号, 27、28、29, 28号."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from nlu.dimensions.calendar import Cycle, Span, day_in_month, index_of, month_end, months
from nlu.dimensions.time_numbers import AND, DAY, MONTH, NO_UNIT, NUMBER_BEFORE, NUMBERS, TO, small
from nlu.dimensions.time_piece import Days, Piece, Rule, day_list, timeless, unit
from nlu.dimensions.time_when import Grain, days_between

_NUMBER = re.compile(r"\d+|[一二三四五六七八九十廿元]+")
_TO = re.compile(TO)
_OF_MONTH = {"初": (1, 10), "上": (1, 10), "中": (11, 20), "下": (21, 31), "底": (21, 31), "末": (21, 31)}
_HALVES = {"上半": (1, 15), "下半": (16, 31)}


@timeless
def read_month(text: str) -> Piece:
    number = small(text.partition("月")[0].strip())
    return _months(number, number)


def _months(first: int, last: int) -> Piece:
    inside = {"inside": Cycle.MONTH, "knows": frozenset((Cycle.MONTH,))} if first == last else {}
    return Piece(Grain.MONTH, lambda year: months(year, first, last), Cycle.YEAR, **inside)  # type: ignore[arg-type]


@timeless
def _month_span(text: str) -> Piece | None:
    body = text.partition("月")[0].strip()
    first, last = map(small, _NUMBER.findall(body) if _NUMBER.fullmatch(body) is None else body)
    return _months(first, last if last >= first else last + 12)._replace(runs=True)


def _relative_month(text: str, today: date) -> Piece:
    steps = text.count("下") - text.count("上") - text.startswith("大")
    return unit(Cycle.MONTH, index_of(Cycle.MONTH, today) + steps)


@timeless
def _part_of_month(text: str) -> Piece:
    first, last = _HALVES.get(text.removeprefix("月")[:2]) or _OF_MONTH[text.removeprefix("月")[0]]

    def at(month: int) -> Span | None:
        start = day_in_month(month, first)
        return Span(start, min(day_in_month(month, last) or date.max, month_end(month))) if start else None

    return Piece(Grain.MONTH, at, Cycle.MONTH, ahead=last > 30)


@timeless
def _whole_month(_: str) -> Piece:
    return Piece(Grain.MONTH, lambda month: months(month // 12, month % 12 + 1, month % 12 + 1), Cycle.MONTH)


@timeless
def read_days(text: str) -> Piece | None:
    """5号到8号, 27、28、29: numbers, ranges between them opened out; 28号到3号 runs into the next month."""
    numbers = tuple(_numbers(text))

    def days(month: int) -> Days | None:
        listed = tuple(day_in_month(month + later, number) for later, number in numbers)
        known = tuple(day for day in listed if day)
        return _opened(known, text) if len(known) == len(listed) else None

    return day_list(Cycle.MONTH, days)


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    later, last = 0, 0
    for number in map(small, _NUMBER.findall(text)):
        later += number < last
        yield later, number
        last = number


def _opened(days: Days, text: str) -> Days | None:
    if len(days) == 2 and _TO.search(text):
        return days_between(*days) if days[0] < days[1] else None
    return days


_SHARE = r"(?:份|分(?![钟之]))"  # 三月分 is a slip of 三月份
_END = r"(?![球饼薪嫂票租经亮光子])"
_SEASON_PAIRS = "(?:一二|二三|三四|四五|五六|六七|七八|八九)"
_EACH = rf"{DAY}(?: ?[号日])?"
_LISTED = rf"{_EACH}(?:(?:{TO}|{AND}|(?<=[号日])){_EACH}){{0,9}}"
_BARE = (
    rf"(?:\d{{1,2}}|(?=[一二三四五六七八九十廿]{{2}}){DAY})(?:(?:{TO}|{AND}){_EACH}){{0,9}}"  # 6月18, 12月27、28、29
)
_NO_HOUSE = r"(?![楼线文令馆室厅门机院房台桥井坑车柜库店码召称选角球炮作]|公告|通知)"
_NO_SPAN = r"(?![内报均常语本元程夜志期子前后])"  # 三日内, 日报
_NO_LEVEL = r"(?![中级审稿二三一步次试下层薪盘位])"  # 6月初级考试
_NO_MIDDLE = r"(?![级国文学心标期小医部央间午秋南东西北科专院铁交建石车信高考旬])"  # 6月中级考试

RULES = (
    Rule(
        "month-relative",
        r"(?:大?上+|下+|[本这])一?个?月(?!份额|薪)",
        _relative_month,
        unless=re.compile(r"[年以]$"),
        heads="大上下本这",
    ),
    Rule(
        "month-span",
        rf"{MONTH}(?:{TO}|{AND}){MONTH} ?月{_SHARE}?{_END}|{_SEASON_PAIRS}月份?{_END}",
        _month_span,
        follows=Cycle.YEAR,
        unless=NUMBER_BEFORE,
        heads=NUMBERS,
    ),
    Rule(
        "month",
        rf"{MONTH} ?月{_SHARE}?{_END}",
        read_month,
        follows=Cycle.YEAR,
        unless=NUMBER_BEFORE,
        heads=NUMBERS + "元",
    ),
    Rule(
        "days-of-month",
        rf"{_LISTED}(?<=[号日])(?![内刊]){_NO_HOUSE}|(?<=[月份]){_BARE}{NO_UNIT}",
        read_days,
        follows=Cycle.MONTH,
    ),
    Rule(
        "days",
        rf"{_LISTED}(?:(?<=号)|(?<=\d日|十日){_NO_SPAN}){_NO_HOUSE}",
        read_days,
        unless=NUMBER_BEFORE,
        heads=NUMBERS,
    ),
    Rule(
        "part-of-month-after",
        rf"[上中下]旬|[上下]半月|月?[初底末]{_NO_LEVEL}|中{_NO_MIDDLE}",
        _part_of_month,
        follows=Cycle.MONTH,
    ),
    Rule("whole-month", r"一?整个?月|全月", _whole_month, follows=Cycle.MONTH),
    Rule(
        "part-of-month",
        r"[上中下]旬|月[初中底末](?![级审稿学国考])|[上下]半月",
        _part_of_month,
        unless=re.compile(r"[\d年]$"),
        heads="上中下月",
    ),
)
