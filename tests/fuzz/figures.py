"""Whether a figure that was read can come from the text: from a number in it, or from one reckoned out of these."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from itertools import product

QUANTITIES = frozenset(("count", "days", "hours", "months", "words", "points"))
_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, *range(3, 10)), strict=True)) | {
    "俩": 2,
    "仨": 3,
    "半": 0,
    "几": 1,
}
_DIGITS |= dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True))
_UNITS = {
    "十": 10,
    "拾": 10,
    "廿": 20,
    "卅": 30,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
    "万": 10**4,
    "亿": 10**8,
    "w": 10**4,
    "W": 10**4,
    "k": 1000,
    "K": 1000,
}
_NUMBER = re.compile(rf"[0-9]+(?:\.[0-9]+)?|[{''.join(_DIGITS)}{''.join(_UNITS)}]+")
MANY = 15
_TIMES = tuple(map(Decimal, ("1", "0.5", "5", "7", "12", "6", "3", "10", "100", "1000", "10000", "30", "60", "2")))
_SHIFTS = tuple(map(Decimal, ("0", "0.5", "1", "-1", "-0.5")))
_SPANS = re.compile(
    r"[到至\-~～—起]|之间|年|月|周|号|日|天|暑|寒|假|季|[上下]午|晚|学期|次|轮|期|满|都|各|每|全|俩|双|两"
)
_SPELLED = re.compile("[A-Za-z]{2,}")  # numbers may be spelled in Latin letters: liang tian


def explained(name: str, value: Decimal, text: str) -> bool:
    """Whether `value` of the attribute `name` is in the text. Spans of time and spelled words may hide any."""
    if name not in QUANTITIES or _SPELLED.search(text) or (name == "count" and value == 1):
        return True
    found = numbers(unicodedata.normalize("NFKC", "".join(map(_plain, text))))
    if not found:
        return name in {"days", "months", "count", "hours"} and bool(_SPANS.search(text)) and value <= 400
    if len(found) > MANY:
        return True  # of so many numbers nearly any other can be made
    found |= {abs(one - other) for one, other in product(found, found)}  # the rest of several
    reckoned = {one * times + shift for one, times, shift in product(found, _TIMES, _SHIFTS)}
    value = abs(value)  # what cannot be is handed on as it was said
    if value in reckoned or (name == "hours" and any(0 <= one - value * 45 < 45 for one in reckoned)):
        return True
    pairs = {sign for one, other in product(reckoned, found) for sign in (one + other, one - other, one * other)}
    return value in pairs or (name in {"days", "months"} and bool(_SPANS.search(text)) and value <= 1000)


def numbers(text: str) -> set[Decimal]:
    """Every number that one may see in a text, and every part of it that may be one."""
    found = {Decimal(1)} if _NUMBER.search(text) else set()
    for match in _NUMBER.finditer(text):
        found.update(_read(match[0]))
    return found


def _plain(sign: str) -> str:
    """A digit of any script as one of ours."""
    return str(unicodedata.digit(sign)) if sign.isdecimal() else sign


def _read(written: str) -> set[Decimal]:
    if written[0].isascii() and written[0].isdigit():
        try:
            return {Decimal(written), *map(Decimal, re.findall("[0-9]+", written))}
        except InvalidOperation:
            return set()
    values = {Decimal(_DIGITS.get(sign, _UNITS.get(sign, 1))) for sign in written}
    total = section = digit = 0
    for sign in written:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif _UNITS[sign] >= 10**4:
            total, section, digit = (total + section + (digit or 0) or 1) * _UNITS[sign], 0, 0
        else:
            section, digit = section + (digit or 1) * _UNITS[sign], 0
    spoken = "".join(str(_DIGITS[sign]) for sign in written if sign in _DIGITS)
    return values | {Decimal(total + section + digit), Decimal(spoken or 0)}
