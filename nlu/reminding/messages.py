"""Several orders in one message: 12月1号提醒我交材料，12月5号提醒我交钱."""

from __future__ import annotations

import re
from datetime import date

from nlu.reminding.content import part
from nlu.reminding.times import find_when

_CLAUSE = re.compile("[^，。；！？\n]+[，。；！？\n]*")


def orders_apart(text: str, today: date) -> list[str]:
    """The text of each order: a clause that asks and has a time begins one, others belong to the one before."""
    found: list[str] = []
    begun = False
    for clause in _CLAUSE.findall(text):
        asks = part("asked").search(clause) is not None and find_when(clause, today) is not None
        if not found or (asks and begun):
            found.append(clause)
        else:
            found[-1] += clause
        begun = begun or asks
    return found
