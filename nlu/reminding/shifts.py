"""How much later or earlier: 往后推两天, 推迟一周, 提前半小时, 晚一个小时."""

from __future__ import annotations

import re
from functools import cache

from nlu.phrases import table
from nlu.reminding.numerals import FARTHEST, LENGTH, days_in
from nlu.reminding.spans import HOURS, minutes_in

_DAY = 24 * 60  # minutes


def shift_in(text: str) -> int:
    """Minutes later (earlier where negative) that a text moves something by; 0 where it does not."""
    match = shift_words().search(text)
    if match is None:
        return 0
    minutes = _DAY * days_in(match) if match["unit"] else minutes_in(match)
    if minutes >= _DAY * FARTHEST:
        return 0
    return -minutes if match["earlier"] else minutes


@cache
def shift_words() -> re.Pattern[str]:
    """The words that say it."""
    words = table("reminders")["shifting"]
    return re.compile(
        rf"(?:(?P<earlier>{words['earlier']})|{words['later']})(?:一下|个)?(?:{LENGTH}|{HOURS}(?<=[时头钟分h半n]))(?!之?后)",
        re.IGNORECASE,
    )
