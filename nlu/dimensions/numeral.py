"""Numbers in Chinese and Arabic writing: 十二, 一千二, 1.2万, 三分之一, 十几, 第三.

Numbers that count nothing (telephones, rooms, dates, 一建) are not found; see mask.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from nlu.dimensions.mask import masked
from nlu.mention import Mention

_DIGITS = dict(
    zip("零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖", (0, 0, 1, 2, 2, *range(3, 10), *range(1, 10)), strict=True)
)
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_SCORES = {"廿": "二十", "卅": "三十"}
_TYPED = {"w": "万", "W": "万", "k": "千", "K": "千"}
_COUPLES = {"俩": Decimal(2), "仨": Decimal(3)}
_PAIRS = ("一两", "一二", "两三", "二三", "三四", "四五", "五六", "六七", "七八", "八九", "三五")

_DIGIT = f"[{''.join(_DIGITS)}]"
_UNIT = f"[{''.join(_TENS)}{''.join(_MYRIADS)}]"
_HAN = f"[{''.join(_DIGITS)}{''.join(_TENS)}{''.join(_MYRIADS)}廿卅]"
_SOME = r"(?:[几余]|多(?![少数半])|来(?![自的了到说看])|把(?=[字篇万]))"
_ARABIC = rf"\d{{1,12}}(?:\.\d{{1,6}})?(?: ?[百千万亿]\d{{0,4}}){{0,3}}(?:[wWkK](?![A-Za-z]))?{_SOME}?[万亿]?"
_CHINESE = rf"(?:[几数上](?={_UNIT}))?{_HAN}{{1,16}}(?:(?<={_UNIT}){_SOME}[百千万亿]{{0,2}})?"

NUMBER = rf"(?:{_ARABIC}|{_CHINESE})"
"""A pattern without groups for a number; `read_number` reads what it matched."""

_PAIR = re.compile(rf"(?<!{_DIGIT})(?:{'|'.join(_PAIRS)})(?!{_DIGIT})")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|\D")
_SPOKEN = re.compile(rf"{_DIGIT}{{2,}}")
_SPAN = (
    rf"(?=[-负第俩仨几数上\d{''.join(_DIGITS)}{''.join(_TENS)}{''.join(_MYRIADS)}廿卅])(?:"
    rf"(?P<percent>百分之{_HAN}{{1,8}}|\d{{1,4}}(?:\.\d{{1,4}})? ?%)"
    rf"|(?P<fraction>{_HAN}{{1,6}}分之{_HAN}{{1,6}}|\d{{1,2}}/\d{{1,2}}(?![\d/.]))"
    rf"|(?P<ordinal>第 ?{NUMBER})"
    rf"|(?P<couple>[俩仨](?!人))"
    rf"|(?P<half>一半)"
    rf"|(?P<number>[-−负]?{NUMBER}(?!分之)))"
)
_NO_COUNT_BEFORE = re.compile(r"(?:[A-Za-z\d./:\-〔月周期拜初]|(?<![今去前])年)$")
_PEOPLE_BEFORE = re.compile(r"[我你他她们咱哥姐爷夫]")  # 我俩 are people
_NO_COUNT_AFTER = re.compile(r" ?[月号日]|年度?|[建级等作造消]|[./:\-]?\d|点(?:钟|半|整|\d)|分校")


@dataclass(frozen=True, slots=True)
class Number:
    """`approx`: about that many (十几, 三千多); `value` is then the lower end. `ordinal`: 第三, not three."""

    value: Decimal
    approx: bool = False
    ordinal: bool = False


@lru_cache(maxsize=512)
def read_number(text: str) -> Number | None:
    """What the whole of `text` says as a number, or None."""
    text = text.replace(" ", "")
    if text[:1] in ("-", "−", "负"):
        number = read_number(text[1:])
        return number and Number(-number.value, number.approx, number.ordinal)
    if text.startswith("第"):
        number = read_number(text[1:])
        return number and Number(number.value, number.approx, ordinal=True)
    if text in _COUPLES:
        return Number(_COUPLES[text])
    exact = _exactly(text)
    value = _value(exact)
    return None if value is None else Number(value, approx=exact != _exactly(text, keep=True))


def find_numbers(text: str) -> list[Mention[Number]]:
    """Every number of the normalised `text`, from left to right; parts of dates and names of things are none."""
    found = []
    for match in _pattern().finditer(masked(text)):
        rule = match.lastgroup or "number"
        value = _READERS.get(rule, read_number)(match[0])
        if value is not None and _counts(match, rule):
            found.append(Mention("number", match.start(), match.end(), text[match.start() : match.end()], value, rule))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_SPAN)


def _counts(match: re.Match[str], rule: str) -> bool:
    before = match.string[max(0, match.start() - 2) : match.start()]
    if rule == "ordinal":
        return True
    if rule == "couple" and _PEOPLE_BEFORE.match(before[-1:]):
        return False
    return not (_NO_COUNT_BEFORE.search(before) or _NO_COUNT_AFTER.match(match.string, match.end()))


def _exactly(text: str, *, keep: bool = False) -> str:
    """`text` in plain numerals: 三四十 as 三十, 几百 as 二百, 1.2w as 1.2万; with `keep` what makes it vague stays."""
    for score, plain in {**_SCORES, **_TYPED}.items():
        text = text.replace(score, plain)
    if keep:
        return text
    text = re.sub(r"^[几数](?=[十百千万])", "二", text).removeprefix("上")
    return _PAIR.sub(lambda pair: pair[0][0], re.sub("[几多来余把]", "", text))


def _value(text: str) -> Decimal | None:
    """The value of plain numerals."""
    if not text:
        return None
    if _SPOKEN.fullmatch(text):
        return Decimal("".join(str(_DIGITS[char]) for char in text))
    return _Sum().read(_TOKEN.findall(text))


class _Sum:
    """Adds numerals up from left to right: 三万五千 is (3) 万 + (5) 千; 一万二 is 1 万 and 2 of the next lower unit."""

    def __init__(self) -> None:
        self.total = self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.unit, self.after_zero = 1, False

    def read(self, numerals: list[str]) -> Decimal | None:
        for numeral in numerals:
            if numeral in _TENS:
                self._ten(_TENS[numeral])
            elif numeral in _MYRIADS:
                self._myriad(_MYRIADS[numeral])
            elif not self._digit(numeral):
                return None
        return self.total + self.section + self._rest()

    def _digit(self, numeral: str) -> bool:
        if numeral in "零〇" and self.unit > 1 and self.digit is None:
            self.after_zero = True
            return True
        if self.digit is not None or not (numeral in _DIGITS or numeral[0].isdecimal()):
            return False
        self.digit = Decimal(_DIGITS.get(numeral, numeral))
        return True

    def _ten(self, unit: int) -> None:
        self.section += unit * (Decimal(1) if self.digit is None else self.digit)
        self.digit, self.unit, self.after_zero = None, unit, False

    def _myriad(self, unit: int) -> None:
        section = self.section + (self.digit or 0)
        section = section or Decimal(1)
        self.total = (self.total + section) * unit if unit > _MYRIADS["万"] else self.total + section * unit
        self.section, self.digit, self.unit, self.after_zero = Decimal(0), None, unit, False

    def _rest(self) -> Decimal:
        if self.digit is None:
            return Decimal(0)
        elliptic = self.unit >= _TENS["百"] and not self.after_zero and self.digit < 10
        return self.digit * self.unit / 10 if elliptic else self.digit


def _read_percent(text: str) -> Number | None:
    number = read_number(text.removeprefix("百分之").rstrip("% "))
    return number and Number(number.value / 100, number.approx)


def _read_fraction(text: str) -> Number | None:
    if "/" in text:
        upper, lower = text.split("/")
    else:
        lower, upper = text.split("分之")
    top, bottom = read_number(upper), read_number(lower)
    if not top or not bottom or not 0 < top.value < bottom.value:
        return None
    return Number(top.value / bottom.value)


def _read_half(_: str) -> Number:
    return Number(Decimal("0.5"))


_READERS = {"percent": _read_percent, "fraction": _read_fraction, "half": _read_half}
