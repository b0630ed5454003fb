"""The pieces that time expressions are made of, and how they fit together.

去年 names a unit (the year 2025); 12月 is a part of some year, 5号 a part of some month. A part joined to what it is a
part of is a finer piece; a part left open is placed by the reader of the whole (time_settle.py).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nlu.dimensions.calendar import Cycle, index_of, whole
from nlu.dimensions.time_when import Grain, days_between
from policies.facts import Period

Days = tuple[date, ...]
At = Callable[[int], Period | None]

_GRAINS = {Cycle.YEAR: Grain.YEAR, Cycle.MONTH: Grain.MONTH, Cycle.WEEK: Grain.WEEK, Cycle.DAY: Grain.DAY}


@dataclass(frozen=True, slots=True)
class Piece:
    """`at` gives the period in a unit of `cycle`; `index` is that unit where it was said; without `cycle` it is fixed.

    `inside` is the cycle whose parts may follow; `knows` the units that later parts may be taken to lie in
    (3月5号…，8号). `listed` gives single days of a list. `elsewhere`: so many years from a time said elsewhere.
    `clips`: a said year ends it (去年冬天 is December). `ahead`: alone it means the nearest one, be it to come (年底).
    `half`: am, pm or eve. `holiday`: what 期间 makes of it. `several`: years told apart (2023、2024年).
    """

    grain: Grain
    at: At
    cycle: Cycle | None = None
    index: int | None = None
    inside: Cycle | None = None
    knows: frozenset[Cycle] = frozenset()
    listed: Callable[[int], Days | None] | None = None
    exact: bool = False
    vague: bool = False
    elsewhere: int | None = None
    clips: bool = False
    ahead: bool = False
    half: str = ""
    holiday: At | None = None
    several: tuple[int, ...] = ()

    def days(self, index: int) -> Days:
        """The very days, where they were named."""
        if self.listed is not None:
            return self.listed(index) or ()
        period = self.at(index)
        return days_between(period.start, period.end) if self.exact and period else ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern (without capturing groups) and what it means. `reader` returns None where it means nothing.

    `starts`: may begin an expression; `follows`: may go on inside a unit of that cycle. `unless`: what may not stand
    right before it when it begins one.
    """

    name: str
    pattern: str
    reader: Callable[[str, date], Piece | None]
    starts: bool = True
    follows: Cycle | None = None
    unless: re.Pattern[str] | None = None


def unit(cycle: Cycle, index: int) -> Piece:
    """A whole year, month, week or day."""
    exact = cycle is Cycle.DAY
    known = frozenset() if exact else frozenset((cycle,))
    return Piece(_GRAINS[cycle], lambda k: whole(cycle, k), cycle, index, inside=cycle, knows=known, exact=exact)


def fixed(period: Period, grain: Grain, *, vague: bool = False) -> Piece:
    """A stretch that hangs on nothing."""
    return Piece(grain, lambda _: period, vague=vague)


def day_list(cycle: Cycle | None, days: Callable[[int], Days | None], knows: Sequence[Cycle] = ()) -> Piece:
    """Named days, as a part of a unit of `cycle` (None: hanging on nothing)."""

    def at(index: int) -> Period | None:
        listed = days(index)
        return Period(listed[0], listed[-1]) if listed else None

    return Piece(Grain.DAY, at, cycle, inside=Cycle.DAY, listed=days, exact=True, knows=frozenset(knows))


def join(outer: Piece, inner: Piece) -> Piece:
    """`inner` as a part of `outer`."""
    cycle = inner.cycle
    assert cycle is not None

    def start(index: int) -> int | None:
        period = outer.at(index)
        return index_of(cycle, period.start) if period else None

    def at(index: int) -> Period | None:
        place = start(index)
        period = None if place is None else inner.at(place)
        if period and inner.clips and outer.cycle is Cycle.YEAR and outer.grain is Grain.YEAR:
            return Period(period.start, min(period.end, date(period.start.year, 12, 31)))
        return period

    def listed(index: int) -> Days | None:
        place = start(index)
        return None if place is None else inner.days(place)

    joined = replace(inner, at=at, cycle=outer.cycle, index=outer.index, knows=outer.knows | inner.knows)
    return replace(joined, listed=listed if inner.exact else None, elsewhere=outer.elsewhere, holiday=None)


@cache
def words() -> dict[str, Any]:
    """time_words.toml."""
    with Path(__file__).with_name("time_words.toml").open("rb") as file:
        return tomllib.load(file)
