"""Years: 今年, 2024年, 24年, 二〇二四年度, 2024 alone, 2021-2024年, 2024学年."""

from __future__ import annotations

import re
from datetime import date

from nlu.dimensions.calendar import Cycle, Span, index_of, months, whole
from nlu.dimensions.mask import one_of
from nlu.dimensions.time_numbers import AND, FIGURES, LONG, NUMBERS, SHORT, SPOKEN, SPOKEN_SHORT, TO, year_number
from nlu.dimensions.time_piece import Piece, Rule, fixed, heads_of, unit, words
from nlu.dimensions.time_when import Grain

_NUMBERS = re.compile(rf"{SPOKEN}|{LONG}|{SHORT}|{SPOKEN_SHORT}")
_TERM_STARTS = {"1": 9, "一": 9, "上": 9, "2": 14, "二": 14, "下": 14}  # months from the January of the school year

_NOT_A_YEAR_AFTER = r"(?! ?(?:[级代龄多来后内间了]|工龄|教龄|党龄|经验|以上|之后|以后|时间|之久|的?老|如一日|期))"
_DURATION_BEFORE = re.compile(
    r"(?:[\d.一二三四五六七八九十百]|[近满约前每第有这共]|(?<=[^，。；！？\s])那|整整|已经?|足足|长达|历时|为期|连续|过去|最近|工龄|教龄"
    r"|(?:工作|从业|从教|任教|待|干|做|教|当|熬|混|等|用|拖)了?)$"
)
_BARE_AFTER = (
    r"(?! ?(?:[-./:~—]? ?\d|[a-zWK年月字元块名个天篇节次米平万千百多余%号页版级届期班款型岁]"
    r"|学时|学分|课时|小时|分(?!公司|院|会)|人(?![社事才员力工民])))"
)
_BARE_BEFORE = re.compile(
    r"(?:[\dA-Za-z.\-/:〔\[#·~第约共满超近达每]"
    r"|(?:字数|积分|分数|编号|工号|密码|学时|课时|号码|总分|至少|大概|学强|强国)[是为：]?) ?$"
)
_SPAN_PATTERN = "|".join(
    (
        rf"(?:{LONG}|{SPOKEN}){TO}(?:{LONG}|{SPOKEN}|{SHORT}) ?年度?",
        rf"{LONG}{TO}{LONG}(?![\d年./-])",
        rf"{SHORT}{TO}{SHORT} ?年度?{_NOT_A_YEAR_AFTER}",
    )
)


def _word(text: str, today: date) -> Piece:
    return unit(Cycle.YEAR, today.year + words()["years"][text])


def _digits(text: str, today: date) -> Piece | None:
    year = year_number(text.rstrip("年度 "), today)
    return unit(Cycle.YEAR, year) if year else None


def _span(text: str, today: date) -> Piece | None:
    first, last = (year_number(number, today) for number in _NUMBERS.findall(text))
    if not first or not last or not first < last:
        return None
    return fixed(Span(date(first, 1, 1), date(last, 12, 31)), Grain.YEARS)


def _list(text: str, today: date) -> Piece | None:
    years = [year_number(number, today) for number in _NUMBERS.findall(text)]
    known = tuple(year for year in years if year)
    if len(known) < len(years):
        return None
    return Piece(Grain.YEAR, lambda k: whole(Cycle.YEAR, k), Cycle.YEAR, known[0], several=known)


def _school_year(text: str, today: date) -> Piece | None:
    numbers = _NUMBERS.findall(text)
    year = year_number(numbers[0], today) if numbers else today.year - (today.month < 9) - text.startswith("上")
    return _school(year, text) if year else None


def _school(year: int, text: str) -> Piece | None:
    """From September to August, or one of its terms."""
    term = re.search(r"第?([一二12上下])学期$", text)
    start = _TERM_STARTS[term[1]] if term else 9
    last = {9: 13, 14: 19}[start] if term else 20
    period = months(year, start, last)
    grain = Grain.SEASON if term else Grain.YEAR
    return fixed(period, grain) if period else None


def _term(text: str, today: date) -> Piece | None:
    """上学期: terms are counted from February and from September; January belongs to the autumn's."""
    now = today.year * 2 + (today.month >= 9) - (today.month == 1)
    index = now + {"这": 0, "本": 0, "上": -1, "下": 1}[text[0]] * (2 if text.startswith("上上") else 1)
    period = months(index // 2, 9, 13) if index % 2 else months(index // 2, 2, 7)
    return fixed(period, Grain.SEASON) if period else None


def _quarter(text: str, today: date) -> Piece | None:
    now = index_of(Cycle.MONTH, today) // 3
    index = now + {"上": -1, "下": 1}.get(text[0], 0)
    period = months(index // 4, index % 4 * 3 + 1, index % 4 * 3 + 3)
    return fixed(period, Grain.QUARTER) if period else None


RULES = (
    Rule(
        "school-year",
        rf"(?:{LONG}|{SHORT})(?:(?:{TO}|/)(?:{LONG}|{SHORT}))? ?学年度?(?: ?第?[一二12上下]学期)?",
        _school_year,
        unless=re.compile(r"\d$"),
        heads=FIGURES,
    ),
    Rule("school-year-word", r"[本这上]一?个?学年(?:第?[一二上下]学期)?", _school_year, heads="本这上"),
    Rule("term-word", r"(?:上上|[上本这下])一?个?学期", _term, unless=re.compile(r"[年第]$"), heads="上本这下"),
    Rule("quarter-word", r"(?:[上下][一个]?|本|这一?个?|当前)季度?(?![一二三四])", _quarter, heads="上下本这当"),
    Rule("year-span", _SPAN_PATTERN, _span, unless=_DURATION_BEFORE, heads=NUMBERS),
    Rule(
        "year-list",
        rf"{LONG}(?:{AND}{LONG})+(?: ?年度?|(?!\d))"
        rf"|(?:{LONG}|{SHORT})(?:{AND}{SHORT})+ ?(?:年度?|这[两三四五几]年)(?!级)",
        _list,
        unless=re.compile(r"[\d月.]$"),
        heads=FIGURES,
    ),
    Rule("year-word", f"(?:{one_of(words()['years'])})", _word, heads=heads_of(words()["years"])),
    Rule("year", rf"(?:{LONG}|{SPOKEN}) ?年度?(?![级代鉴龄])", _digits, unless=re.compile(r"[\d.]$"), heads=NUMBERS),
    Rule(
        "year-short",
        rf"(?:{SHORT}|{SPOKEN_SHORT}) ?年度?{_NOT_A_YEAR_AFTER}",
        _digits,
        unless=_DURATION_BEFORE,
        heads=NUMBERS,
    ),
    Rule(
        "year-bare",
        rf"(?:(?:19[89]|20[0-4])\d|{SPOKEN}(?![〇零一二三四五六七八九十])){_BARE_AFTER}",
        _digits,
        unless=_BARE_BEFORE,
        heads=NUMBERS,
    ),
    Rule(
        "year-elliptic",
        r"(?:[0-2]\d)(?=(?:上半年|下半年|Q[1-4]|春季|秋季|年底|年初))",
        _digits,
        unless=re.compile(r"[\d.]$"),
        heads=FIGURES,
    ),
)
