"""An event that is told before the asking, with a time of its own: 12月19号考试，10号提醒我; 九点开会，八点半叫我."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from nlu.reminding.hours import Clock
from nlu.reminding.own_times import ASKED, is_time
from nlu.reminding.several import find_days

_BORDER = re.compile("[，。；！？\n]")


def after_the_event(text: str, today: date) -> str:
    """The text without the day of the event, where the clause that asks has a day of its own."""
    border = _begin_of_asking(text)
    if not border or not (own := find_days(text[border:], today)) or own[0].schedule.before:
        return text
    before = find_days(text[:border], today)
    told = "".join(text[:border][said.end :] for said in before[-1:])
    return "，" * border + text[border:] if re.search(r"\w", told) else text


def told_apart(text: str, clocks: Sequence[Clock]) -> tuple[list[Clock], list[Clock]]:
    """The hours of the event and those of the reminder; all are the reminder's where the clause that asks has none."""
    border, asked = _begin_of_asking(text), ASKED.search(text)
    own = [clock for clock in clocks if border and asked and border < clock.end <= asked.start()]
    if not own or is_time(text[:border]):
        return [], list(clocks)
    event = [clock for clock in clocks if clock.end <= border]
    return event, [clock for clock in clocks if clock not in event]


def _begin_of_asking(text: str) -> int:
    """Where the clause that asks begins; 0 where there is none before it."""
    asked = ASKED.search(text)
    return max(
        (border.end() for border in _BORDER.finditer(text) if asked and border.end() <= asked.start()), default=0
    )
