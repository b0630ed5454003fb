"""Amounts that are one: 1小时30分钟, 15学时+15学时; and what only tells how long each of several was."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from nlu.mention import Mention

if TYPE_CHECKING:
    from nlu.dimensions.quantity import Quantity

_ONE_OF_LENGTH = re.compile(r"\d{2,3} ?分[钟种] ?[一1每] ?(?:节课?|堂课?|课时|学时)")
_LENGTH_OF_ONE = re.compile(r"[一1每] ?(?:节课?|堂课?|次课?|课时|学时) ?[是为算共]?[大约]* ?\d{2} ?分[钟种]")


def joined(found: list[Mention[Quantity]], text: str) -> list[Mention[Quantity]]:
    """1小时30分钟 is one amount, and so is 一年零三个月; how long each of several was is none."""
    kept: list[Mention[Quantity]] = []
    for each in found:
        last = kept[-1] if kept else None
        value = _sum(last.value, each.value) if last and last.end == each.start else None
        if last and value:
            kept[-1] = Mention("quantity", last.start, each.end, text[last.start : each.end], value, "joined")
        elif last and _of_one(text[last.start : each.end]):
            kept.pop()
        elif last and _added(last, each, text):
            total = last.value.amount + each.value.amount
            value = replace(last.value, amount=total, number=last.value.number + each.value.number)
            kept[-1] = Mention("quantity", last.start, each.end, text[last.start : each.end], value, "sum")
        elif last and last.value.per == each.value.unit and each.value.number == 1 and last.end == each.start:
            continue  # 90分钟一次
        else:
            kept.append(each)
    return kept


def _added(last: Mention[Quantity], each: Mention[Quantity], text: str) -> bool:
    """15学时+15学时: two of a measure with nothing but a plus between them."""
    same = last.value.attribute == each.value.attribute and last.value.attribute in ("days", "hours")
    return same and not (last.value.per or each.value.per) and text[last.end : each.start] in ("+", "加")


def _of_one(said: str) -> bool:
    """Whether it only tells how long each class was: 一节45分钟, 80分钟一节."""
    return bool(_LENGTH_OF_ONE.fullmatch(said) or _ONE_OF_LENGTH.fullmatch(said))


def _sum(first: Quantity, second: Quantity) -> Quantity | None:
    if first.unit in ("小时", "钟头") and second.unit in ("分钟", "分种"):
        number = first.number + second.number / 60
        return replace(first, amount=number, number=number)
    if first.unit in ("年", "周年") and second.unit == "月" and not first.per:
        return replace(first, amount=first.amount + second.amount, approx=first.approx or second.approx)
    return None
