"""What is said right after a reminder and changes it: 不对，是周四; 下午吧; 往后推两天; 周末不用; 再加一个12月6号."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from nlu.reminding.bounds import bounds_in
from nlu.reminding.content import part, spoken_plainly, trimmed
from nlu.reminding.exceptions import left_out_of
from nlu.reminding.schedule import Order
from nlu.reminding.shifts import shift_in, shift_words
from nlu.reminding.time_words import time_words
from nlu.reminding.times import find_when, without
from nlu.reminding.unread import unread_of


def correction_of(text: str, today: date) -> Order | None:
    """A message that is nothing but another time, how much later, or days to leave out; None for any other."""
    text = spoken_plainly(text)
    if left_out := left_out_of(text):
        return Order("cancel", meant=left_out, numbers=(-1,))
    if more := part("more").search(text):
        return _other_time("also", text[: more.start()] + text[more.end() :], today)
    if limits := bounds_in(text, today):
        return Order("limit", schedule=limits.schedule, numbers=(-1,))
    told = _told_apart().sub("", text)
    sure = told != text or part("correcting").match(text) is not None
    text = part("correcting").sub("", told)
    if (shift := shift_in(text)) and not trimmed(shift_words().sub("", text, count=1)):
        return Order("move", shift=shift, numbers=(-1,))
    return _other_time("move", text, today, sure=sure)


def _other_time(act: str, text: str, today: date, *, sure: bool = False) -> Order | None:
    when = find_when(text, today)
    if when is None or unread_of(text, when, today) or trimmed(part("correcting").sub("", without(text, when))):
        return None
    return Order(
        act,
        "",
        when.schedule,
        numbers=(-1,),
        clock_only=when.clock_only,
        loose=when.loose,
        more=when.more,
        sure=sure,
    )


@cache
def _told_apart() -> re.Pattern[str]:
    """What it is said not to be: 不是周一，是周二; 是周二不是周一."""
    times = time_words().pattern
    return re.compile(
        rf"^(?:不是|不要)(?:{times})，?的?(?=而?是|应该|要|改)|，?(?:而?不是|不要)(?:{times})的?$", re.IGNORECASE
    )
