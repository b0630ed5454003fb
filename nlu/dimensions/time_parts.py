"""Parts of a year: halves, quarters, seasons, school holidays, terms, festivals, beginning and end."""

from __future__ import annotations

import re
from datetime import date

from nlu.dimensions.calendar import Cycle, Festival, Span, festivals, index_of, months, shift, whole
from nlu.dimensions.mask import one_of
from nlu.dimensions.time_numbers import NUMBERS, small
from nlu.dimensions.time_piece import At, Piece, Rule, fixed, heads_of, join, timeless, unit, words
from nlu.dimensions.time_when import Grain

_PARTS = {word: row for row in words()["part"] for word in row["words"]}
_BARE = {word: row for row in words()["part"] for word in row.get("bare", ())}
_NOT_A_QUARTER = re.compile(r"(?:SCI|SSCI|JCR|EI|SCIE|区|期刊|中科院|[A-Za-z])[^，。；\n]{0,4}$")


def _between(first: int, last: int) -> At:
    return lambda year: months(year, first, last)


@timeless
def _part(text: str) -> Piece:
    row = _PARTS.get(text) or _BARE[text]
    first, last = row["months"]
    at = _between(first, last)
    return Piece(Grain(row["grain"]), at, Cycle.YEAR, clips=last > 12, ahead=row.get("ahead", False))


def _guarded(word: str, row: dict[str, str]) -> str:
    stop = row.get("never_before", "")
    return re.escape(word) + (f"(?![{stop}])" if stop else "")


@timeless
def _quarter(text: str) -> Piece:
    digit = re.search(r"[一二三四首1-4]", text)
    number = small(digit[0].replace("首", "1")) if digit else 1
    return Piece(Grain.QUARTER, _between(number * 3 - 2, number * 3), Cycle.YEAR)


@timeless
def _half(text: str) -> Piece:
    return Piece(Grain.HALF, _between(1, 6) if text == "H1" else _between(7, 12), Cycle.YEAR)


@timeless
def _first_months(text: str) -> Piece | None:
    count = small(re.sub(r"[前头个月 ]", "", text))
    return Piece(Grain.SEASON, _between(1, count), Cycle.YEAR) if 1 <= count <= 12 else None


@timeless
def _festival(text: str) -> Piece:
    festival = festivals()[text]
    return Piece(Grain.DAY, festival.in_year, Cycle.YEAR, holiday=_holiday(festival), knows=frozenset())


def _holiday(festival: Festival) -> At:
    def at(year: int) -> Span | None:
        period = festival.in_year(year)
        return period and Span(period.start, max(period.end, shift(period.start, festival.holiday - 1)))

    return at


@timeless
def _whole_year(_: str) -> Piece:
    return Piece(Grain.YEAR, lambda year: whole(Cycle.YEAR, year), Cycle.YEAR, inside=Cycle.YEAR)


@timeless
def _term_of_year(_: str) -> Piece:
    """去年下学期: which months that is, schools do not agree; the year is what was said."""
    return Piece(Grain.SEASON, lambda year: whole(Cycle.YEAR, year), Cycle.YEAR, vague=True)


def _season_word(text: str, today: date) -> Piece | None:
    """去冬, 今春."""
    year = unit(Cycle.YEAR, today.year + words()["season_years"][text[0]])
    part = _part(text[1] + "天", today)
    return join(year, part) if part else None


def _deadline(text: str, today: date) -> Piece | None:
    """年底前: from today to the end."""
    cycle = Cycle.YEAR if text[0] in "年岁" else Cycle.MONTH
    period = whole(cycle, index_of(cycle, today))
    return fixed(Span(today, period.end), Grain.SEASON) if period else None


_NEAR = 30  # days that 年前 and 年后 reach
_END_WORDS = [word for word, row in _PARTS.items() if row.get("ahead")]


@timeless
def _new_year(text: str) -> Piece:
    """年前 and 年后 are told from the Spring Festival."""
    before = text == "年前"

    def at(year: int) -> Span | None:
        period = festivals()["春节"].in_year(year)
        if period is None:
            return None
        first, last = (-_NEAR, -1) if before else (1, _NEAR)
        border = period.start if before else period.end
        return Span(shift(border, first), shift(border, last))

    return Piece(Grain.SEASON, at, Cycle.YEAR, vague=True)


RULES = (
    Rule(
        "deadline",
        rf"(?:{one_of([*_END_WORDS, '月底', '月末'])})(?:之前|以前|前)(?!后)",
        _deadline,
        heads=heads_of(_END_WORDS) + "月",
    ),
    Rule(
        "part",
        "|".join(_guarded(word, _PARTS[word]) for word in sorted(_PARTS, key=len, reverse=True)),
        _part,
        follows=Cycle.YEAR,
        unless=re.compile(r"每年?的?$"),
        heads=heads_of(_PARTS),
    ),
    Rule("part-bare", "|".join(_guarded(word, _BARE[word]) for word in _BARE), _part, follows=Cycle.YEAR),
    Rule(
        "quarter",
        r"第 ?[一二三四1-4] ?季度?|[一二三四首1-4]季度",
        _quarter,
        follows=Cycle.YEAR,
        unless=re.compile(r"[\d年]$"),
        heads=NUMBERS + "第首",
    ),
    Rule(
        "quarter-letter",
        r"Q[1-4](?![\dA-Za-z]|区|的?期刊|的?论文|刊|文章)",
        _quarter,
        follows=Cycle.YEAR,
        unless=_NOT_A_QUARTER,
        heads="Q",
    ),
    Rule("half-letter", r"H[12](?![\dA-Za-z])", _half, follows=Cycle.YEAR),
    Rule(
        "first-months",
        r"[前头] ?(?:1[01]|[1-9]|[一两二三四五六七八九十]|十一) ?个月",
        _first_months,
        follows=Cycle.YEAR,
    ),
    Rule("whole-year", r"一?整年|全年度?|年内|这?一年(?!级|前|后|多|半)", _whole_year, follows=Cycle.YEAR),
    Rule("term-of-year", r"[上下]学期", _term_of_year, follows=Cycle.YEAR),
    Rule(
        "new-year",
        r"年前(?![后面沿期])|年后(?![来生])",
        _new_year,
        unless=re.compile(r"[\d一二三四五六七八九十两几多半数百去今前明后当往每近同本上下该这那些]$"),
        heads="年",
    ),
    Rule("season-word", r"[今去明][春夏秋冬](?![季天])", _season_word, heads="今去明"),
    Rule(
        "festival",
        f"(?:{one_of(festivals())})(?!路|街|广场|大道|档|联欢|上河图)",
        _festival,
        follows=Cycle.YEAR,
        unless=re.compile(r"(?:[第\d百千零〇五六七八二三四]|每年?的?)$"),
        heads=heads_of(festivals()),
    ),
)
