"""What is said to a reminder that just came: 知道了, 做完了, 明天再说."""

from __future__ import annotations

from datetime import date
from functools import cache

from nlu.lazy import Lazy
from nlu.phrases import any_lazily, table
from nlu.reminding.content import spoken_plainly
from nlu.reminding.schedule import Order
from nlu.reminding.times import find_when

LONGEST = 16  # characters of such an answer


def reply_of(text: str, today: date) -> Order | None:
    """`noted`, `done` or `later` with its time; None for what is no answer to a reminder."""
    if len(text) > LONGEST:
        return None
    for act in ("noted", "done"):
        if _said(act).compiled.fullmatch(text):
            return Order(act)
    if not _said("later").compiled.search(text):
        return None
    when = find_when(spoken_plainly(text), today)
    return Order("later", schedule=when.schedule if when else None, clock_only=bool(when and when.clock_only))


@cache
def _said(act: str) -> Lazy:
    return any_lazily(table("reminders")["replies"][act])
