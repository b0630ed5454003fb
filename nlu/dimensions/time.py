"""Time expressions of a message: `find_times(text, today)`.

Reports look back, so what leaves its year or month open is the last one not after today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
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

_BORDER = re.compile(r"[。；！？\n]")
_ONE_YEAR = re.compile(rf"(?:{LONG}|{SHORT}) ?(?:年度?)?")


def find_times(text: str, today: date) -> list[Mention[When]]:
    """Every time expression of the normalised `text`, from left to right. `today` is the user's own."""
    return list(_times(text, masked(text), Context(today)))


def _times(text: str, blank: str, context: Context) -> Iterator[Mention[When]]:
    position = 0
    while chain := time_grammar.search(blank, position, context.today):
        if _BORDER.search(blank, position, chain.start):
            context.border()
        read = _read(chain, blank, context)
        if read is None:
            position = chain.start + 1
            continue
        chain, when = read
        position = chain.end
        context.learn(chain.piece, when)
        for start, end, each in _told_apart(chain, when, blank):
            yield Mention("time", start, end, text[start:end], each, chain.rule)


def _read(chain: Chain, blank: str, context: Context) -> tuple[Chain, When] | None:
    ranged = range_from(chain, blank, context)
    if ranged is not None:
        return ranged
    chain = suffixed(chain, blank, context.today)
    when = settle(chain.piece, context)
    return more_days(chain, when, blank, context.today) if when else None


def _told_apart(chain: Chain, when: When, blank: str) -> Iterator[tuple[int, int, When]]:
    """2023、2024年 are two times, each with the part of the text that names it."""
    if not chain.piece.several:
        yield chain.start, chain.end, when
        return
    places = [match.span() for match in _ONE_YEAR.finditer(blank, chain.start, chain.end)]
    for year, (start, end) in zip(chain.piece.several, places, strict=False):
        period = chain.piece.at(year)
        if period:
            yield start, end, replace(when, period=period)
