"""Time expressions of a message: `find_times(text, today)`.

Reports look back, so what leaves its year or month open is the last one not after today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from nlu.dimensions import time_grammar
from nlu.dimensions.mask import masked
from nlu.dimensions.time_grammar import Chain
from nlu.dimensions.time_link import more_days, range_from
from nlu.dimensions.time_numbers import LONG, SHORT
from nlu.dimensions.time_settle import Context, settle
from nlu.dimensions.time_suffix import suffixed
from nlu.dimensions.time_when import When
from nlu.mention import Mention
from policies.facts import Period

_BORDER = re.compile(r"[。；！？\n]")
_YEARS = range(1900, 2201)  # a clock beyond any life tells nothing
_FROM = re.compile(r"(?:自从|从|(?<!来)自) ?$")
_ONE_YEAR = re.compile(rf"(?:{LONG}|{SHORT}) ?(?:年度?)?")


def find_times(text: str, today: date, *, forward: bool = False) -> list[Mention[When]]:
    """Every time expression of the normalised `text`, from left to right. `today` is the user's own.

    `forward`: what leaves its year or month open is the next one, as in deadlines and reminders.
    """
    if today.year not in _YEARS:
        return []
    blank, context = masked(text), Context(today, forward)
    found: list[Mention[When]] = []
    chain = time_grammar.search(blank, 0, today)
    while chain:
        if chain.start and _BORDER.search(blank, found[-1].end if found else 0, chain.start):
            context.border()
        read = _read(chain, blank, context)
        if read is not None:
            chain, when = read
            found += _mentions(chain, when, text, today)
            if chain.end == len(blank):
                break
            context.learn(chain.piece, when)
        chain = time_grammar.search(blank, chain.end if read else chain.start + 1, today)
    return found


def _read(chain: Chain, blank: str, context: Context) -> tuple[Chain, When] | None:
    """`chain` with what goes on behind it, and its meaning; without its last piece where it has none."""
    goes_on = chain.end < len(blank)
    ranged = range_from(chain, blank, context) if goes_on else None
    if ranged is not None:
        return ranged
    whole = suffixed(chain, blank, context.today) if goes_on else chain
    when = settle(whole.piece, context)
    if when is None:
        return _read(chain.shorter, blank, context) if chain.shorter else None
    return more_days(whole, when, blank, context.today) if goes_on and when.exact else (whole, when)


def _mentions(chain: Chain, when: When, text: str, today: date) -> list[Mention[When]]:
    if chain.piece.several:
        return list(_told_apart(chain, when, text, today))
    start = chain.start - (_from(text, chain.start) if when.period.start != when.period.end else 0)
    return [Mention("time", start, chain.end, text[start : chain.end], when, chain.rule)]


def _from(text: str, start: int) -> int:
    """The length of a 从 that stands right before."""
    before = _FROM.search(text[max(0, start - 3) : start]) if start else None
    return len(before[0]) if before else 0


def _told_apart(chain: Chain, when: When, text: str, today: date) -> Iterator[Mention[When]]:
    """2023、2024年 are two times, each with the part of the text that names it."""
    places = _ONE_YEAR.finditer(text, chain.start, chain.end)
    for year, match in zip(chain.piece.several, places, strict=False):
        span = chain.piece.at(year)
        if span:
            each = when._replace(period=Period(span.start, span.end), future=span.start > today)
            yield Mention("time", match.start(), match.end(), match[0], each, chain.rule)
