"""Amounts with a unit: days, hours, months, counts, characters, points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from nlu.dimensions.numeral import read_number
from nlu.mention import Mention

_UNITS = {
    "天": "days", "个学时": "hours", "学时": "hours", "课时": "hours", "个小时": "hours", "小时": "hours",
    "个月": "months", "个模块": "count", "个": "count", "篇": "count", "本": "count", "部": "count",
    "门": "count", "科": "count", "项": "count", "次": "count", "场": "count", "字": "words", "分": "points",
}  # fmt: skip
_QUANTITY = re.compile(
    r"(?<!第)(?P<number>-?\d+(?:\.\d+)?万?|[零〇一二两三四五六七八九十百千万]+|半) ?(?P<unit>"
    + "|".join(_UNITS)
    + r")(?P<half>半?)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of one of the vocabulary's attributes.

    `attribute`: days, hours, months, count, words or points. `amount` is in the attribute's own measure (两周 → days,
    90分钟 → 2 hours); `number` and `unit` are as said (2 周). `approx`: about, or a unit without one measure (周,
    学期): ask. `per`: a rate (每天6学时 → per "天"), not an amount that was earned.
    """

    attribute: str
    amount: Decimal
    unit: str
    number: Decimal
    approx: bool = False
    per: str = ""


def find_quantities(text: str, times: Sequence[Mention[object]] = ()) -> list[Mention[Quantity]]:
    """Every amount of the text, from left to right, save what `times` (time expressions found before) claim."""
    found = []
    for match in _QUANTITY.finditer(text):
        raw = match["number"]
        value = Decimal("0.5") if raw == "半" else None
        number = read_number(raw.removeprefix("-"))
        if value is None and number is not None:
            value = -number.value if raw.startswith("-") else number.value
        if value is None:
            continue
        value += Decimal("0.5") if match["half"] else 0
        quantity = Quantity(_UNITS[match["unit"]], value, match["unit"], value)
        mention = Mention("quantity", match.start(), match.end(), match[0], quantity, "amount")
        if not any(mention.overlaps(time) for time in times):
            found.append(mention)
    return found
