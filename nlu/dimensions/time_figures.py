"""Dates in figures: 2024.6.18, 2024-06, 24.6, 20240618, 3.5-3.8."""

from __future__ import annotations

import re
from datetime import date

from nlu.dimensions.calendar import Cycle, day_of
from nlu.dimensions.time_numbers import FIGURES, LONG, NO_UNIT, NUMBER_BEFORE, SHORT, TO, year_number
from nlu.dimensions.time_piece import Days, Piece, Rule, day_list, timeless, unit
from nlu.dimensions.time_when import days_between

_NUMBER = re.compile(r"\d+")
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])", r"(?:3[01]|[12]\d|0?[1-9])"
_PADDED_MONTH, _PADDED_DAY = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_CODE_BEFORE = re.compile(r"[\dA-Za-z.\-/]$")
_CLAUSE_BEFORE = re.compile(r"[^\s，。；：！？、（\0]$")  # 24.6 is a month only where a clause begins
_NO_CLAUSE_END_BEFORE = re.compile(r"[^\s，。；！？、（\0]$|[时分数绩：]\s?$")
_HAN_AFTER = r"(?= ?[\u4e00-\u9fff])"
_DEEDS = "授权|见刊|发表|刊发|刊登|出版|下证|拿证|获批|结题|结项|立项|开课|开班|开会|开的|举办|参加|当天|那天"
_DEED_AFTER = rf"(?=[号日]?(?:{_DEEDS}))"
_SHORT_MONTH = rf"(?:1[3-9]|2\d)\.(?:1[0-2]|0?[1-9])(?![\d.]){NO_UNIT}"  # 23.7, which is no day of a month
_ANYTHING_BEFORE = re.compile(".$")  # it only ends a range
_CLAUSE_END_AFTER = r"(?= ?(?:$|[，。；！？、\n）]))"
_NO_AMOUNT = r"(?! ?(?:分|学时|字|元|万|天|号))"

DOTTED = rf"{_MONTH}[./-]{_DAY}"


def _full_date(text: str, today: date) -> Piece | None:
    parts = _NUMBER.findall(text)
    if len(parts) == 1:
        parts = [text[:4], text[4:6], text[6:]]
    year = year_number(parts[0], today)
    day = year and day_of(year, int(parts[1]), int(parts[2]))
    return day_list(None, lambda _: (day,), (Cycle.YEAR, Cycle.MONTH)) if day else None


def _year_month(text: str, today: date) -> Piece | None:
    parts = _NUMBER.findall(text)
    if len(parts) == 1:
        parts = [text[:4], text[4:]]
    year = year_number(parts[0], today)
    return unit(Cycle.MONTH, year * 12 + int(parts[1]) - 1) if year else None


@timeless
def read_month_day(text: str) -> Piece | None:
    """3.5-3.8, 12.29-1.3, 6.18."""
    numbers = [int(part) for part in _NUMBER.findall(text)]
    if len(numbers) == 3:
        numbers.insert(2, numbers[0])
    first = numbers[:2]
    last = numbers[2:] or first

    def days(year: int) -> Days | None:
        start = day_of(year, first[0], first[1])
        end = day_of(year + (last < first), last[0], last[1])
        return days_between(start, end) if start and end else None

    return day_list(Cycle.YEAR, days, (Cycle.MONTH,))


RULES = (
    Rule(
        "date",
        "|".join(rf"(?:{LONG}|{SHORT}){sign}{_MONTH}{sign}{_DAY}(?!\d|{sign}\d)[号日]?" for sign in (r"\.", "-", "/")),
        _full_date,
        unless=_CODE_BEFORE,
        heads=FIGURES,
    ),
    Rule(
        "date-compact",
        rf"(?:19|20)\d\d{_PADDED_MONTH}{_PADDED_DAY}(?!\d)",
        _full_date,
        unless=_CODE_BEFORE,
        heads=FIGURES,
    ),
    Rule(
        "year-month",
        "|".join(rf"{LONG}{sign}{_MONTH}(?!\d|{sign}\d)月?份?{_NO_AMOUNT}" for sign in (r"\.", "-", "/")),
        _year_month,
        unless=_CODE_BEFORE,
        heads=FIGURES,
    ),
    Rule(
        "year-month-compact",
        rf"20[0-3]\d{_PADDED_MONTH}(?![\d.]){_NO_AMOUNT}",
        _year_month,
        unless=_CODE_BEFORE,
        heads=FIGURES,
    ),
    Rule(
        "dotted-day-told",
        rf"{_MONTH}\.{_DAY}{_DEED_AFTER}",
        read_month_day,
        unless=_CODE_BEFORE,
        heads=FIGURES,
    ),
    Rule(
        "year-month-short",
        rf"{SHORT}\.(?:1[0-2]|[1-9]){NO_UNIT}(?:月份?|{_HAN_AFTER})|{_SHORT_MONTH}(?={TO}{_SHORT_MONTH})",
        _year_month,
        unless=_CLAUSE_BEFORE,
        heads=FIGURES,
    ),
    Rule(
        "year-month-short-end",
        rf"(?<=[到至\-—~…→ ]){_SHORT_MONTH}",
        _year_month,
        unless=_ANYTHING_BEFORE,
        heads=FIGURES,
    ),
    Rule(
        "dotted-days",
        rf"{_MONTH}[./]{_DAY}{TO}(?:{_MONTH}[./]{_DAY}|{_DAY})[号日]?{NO_UNIT}",
        read_month_day,
        follows=Cycle.YEAR,
        unless=NUMBER_BEFORE,
        heads=FIGURES,
    ),
    Rule(
        "dotted-day",
        rf"{_MONTH}[./]{_DAY}[号日]?{NO_UNIT}",
        read_month_day,
        follows=Cycle.YEAR,
    ),
    Rule(
        "dotted-day-first",
        rf"{_MONTH}\.(?:3[01]|[12]\d){NO_UNIT}{_HAN_AFTER}",
        read_month_day,
        unless=_CLAUSE_BEFORE,
        heads=FIGURES,
    ),
    Rule(
        "dotted-day-last",
        rf"(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d){_CLAUSE_END_AFTER}",
        read_month_day,
        unless=_NO_CLAUSE_END_BEFORE,
        heads=FIGURES,
    ),
)
