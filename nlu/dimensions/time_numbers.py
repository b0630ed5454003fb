"""Numbers as they stand in dates: years by their digits, months and days, and the words that link them."""

from __future__ import annotations

import re
from datetime import date

from nlu.dimensions.numeral import read_number

TO = r"(?: ?(?:一直到|直到|起至|起到|到|至|—|-|~|…|→) ?)"  # from … to …
AND = r"(?: ?[、和及与跟] ?)"

LONG = r"(?:(?:19|2[01])\d\d)"
SPOKEN = r"(?:[一二][九〇零][〇零一二三四五六七八九]{2})"
SHORT = r"(?:[0-3]\d|[89]\d)"
SPOKEN_SHORT = r"(?:[〇零一二九八][〇零一二三四五六七八九])"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十元])"
DAY = (
    r"(?:3[01]|[12]\d|0?[1-9]|三十一?|[二廿]十?[一二三四五六七八九]|二十|廿"
    r"|十[一二三四五六七八九]?|[一二三四五六七八九])"
)

NO_UNIT = (
    r"(?! ?(?:[\d.%/个天篇本门科次场人项部届期张课分节周年月级名位万千百十字点楼室岁元块件份套等半作建多来余倍hH]"
    r"|学时|学分|小时|左右))"
)
"""A bare number that counts something is no day: 9月4天."""

FIGURES = "0123456789"
NUMERALS = "〇零一二两三四五六七八九十廿"
NUMBERS = FIGURES + NUMERALS

NUMBER_BEFORE = re.compile(r"[\d.第〔〕\])）#A-Za-z/\-一二三四五六七八九十百零〇每个逢年月]$")
"""What may not stand before a month or day: 第3月, 每月."""

_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


def small(text: str) -> int:
    """A month or day number; 0 where it is none."""
    if text.isdecimal():
        return int(text)
    if text == "元":
        return 1
    number = read_number(text)
    return int(number.value) if number else 0


def year_number(text: str, today: date) -> int | None:
    """A year by its digits. Two of them are a year up to the next one, else from 1980 on: 24, 九八; 30 is none."""
    digits = text.translate(_DIGITS)
    if not digits.isdecimal():
        return None
    value = int(digits)
    if len(digits) > 2:
        return value
    if value <= today.year % 100 + 1:
        return today.year // 100 * 100 + value
    return 1900 + value if value >= 80 else None
