"""What is said right after a reminder and changes it: 不对，是周四; 下午吧; 往后推两天; 提前半小时."""

from __future__ import annotations

from datetime import date

from nlu.reminding.content import part, spoken_plainly, trimmed
from nlu.reminding.schedule import Order
from nlu.reminding.shifts import shift_in, shift_words
from nlu.reminding.times import find_when, without


def correction_of(text: str, today: date) -> Order | None:
    """A message that is nothing but another time, or how much later; None for any other."""
    text = spoken_plainly(text)
    sure = part("correcting").match(text) is not None
    text = part("correcting").sub("", text)
    if (shift := shift_in(text)) and not trimmed(shift_words().sub("", text, count=1)):
        return Order("move", shift=shift, numbers=(-1,))
    when = find_when(text, today)
    if when is None or trimmed(part("correcting").sub("", without(text, when))):
        return None
    return Order(
        "move",
        "",
        when.schedule,
        numbers=(-1,),
        clock_only=when.clock_only,
        loose=when.loose,
        more=when.more,
        sure=sure,
    )
