"""Numbers in Chinese and Arabic writing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from nlu.mention import Mention

_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = re.compile(r"第?(?:\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)万?")


@dataclass(frozen=True, slots=True)
class Number:
    """`approx`: about that many (十几, 三千多); `value` is then the lower end. `ordinal`: 第三, not three."""

    value: Decimal
    approx: bool = False
    ordinal: bool = False


def read_number(text: str) -> Number | None:
    """What the whole of `text` says as a number, or None."""
    ordinal = text.startswith("第")
    body = text.removeprefix("第")
    times = 10000 if body.endswith("万") else 1
    body = body.removesuffix("万")
    if re.fullmatch(r"\d+(\.\d+)?", body):
        return Number(Decimal(body) * times, ordinal=ordinal)
    total = digit = 0
    for char in body:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            return None
    return Number(Decimal((total + digit) * times), ordinal=ordinal) if body else None


def find_numbers(text: str) -> list[Mention[Number]]:
    """Every number of the text, from left to right."""
    found = []
    for match in _NUMBER.finditer(text):
        value = read_number(match[0])
        if value is not None:
            found.append(Mention("number", match.start(), match.end(), match[0], value, "number"))
    return found
