"""Lengths of time shorter than a day: 半小时后, 一个半小时后, 90分钟后, 一刻钟后."""

from __future__ import annotations

import re

from nlu.reminding.numerals import NUMBER, whole

HOURS = (
    rf"(?:(?:(?P<hours>{NUMBER}|半) ?个?(?P<more>半)?(?:小时|钟头|h(?![a-z]))(?P<half>半)?)?"
    rf"(?:零?(?P<minutes>{NUMBER}) ?(?:分钟?|min))?|(?P<quarters>{NUMBER})刻钟)"
)
"""A length of minutes and hours, which may be empty; `minutes_in` reads the match."""
_BARE = HOURS.replace("?P<", "?P<bare_")
_SPAN = re.compile(
    rf"(?:再?过|再等|等)?{HOURS}(?:之后|以后|过后|后)|(?:再?过|再等){_BARE}(?<=[时头钟分h半n])", re.IGNORECASE
)
_EARLIER = re.compile(rf"(?:提[前早]|的?(?:之前|以前|前)){HOURS}(?<=[时头钟分h半n])(?!之?后|的(?!时候))", re.IGNORECASE)
MOST = 60 * 24 * 30


def find_span(text: str) -> tuple[int, int, int] | None:
    """Minutes from now, and where they were said."""
    for match in _SPAN.finditer(text):
        minutes = minutes_in(match) or minutes_in(match, "bare_")
        if 0 < minutes <= MOST:
            return minutes, match.start(), match.end()
    return None


def find_earlier(text: str) -> tuple[int, int, int] | None:
    """How many minutes before an hour that is named elsewhere, and where that was said: 提前半小时, 前十分钟."""
    found = ((minutes_in(match), *match.span()) for match in _EARLIER.finditer(text))
    return next((each for each in found if 0 < each[0] < MOST), None)


def minutes_in(match: re.Match[str], name: str = "") -> int:
    """How many minutes a length of HOURS is; `name` is what its groups begin with."""
    quarters, hours, minutes = (match[name + unit] for unit in ("quarters", "hours", "minutes"))
    if quarters:
        return 15 * whole(quarters)
    half = 30 if match[name + "half"] or match[name + "more"] else 0
    whole_hours = 30 if hours == "半" else 60 * whole(hours) if hours else 0
    return whole_hours + half + (whole(minutes) if minutes else 0)
