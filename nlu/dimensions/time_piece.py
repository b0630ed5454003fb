"""The pieces that time expressions are made of, and how they fit together.

去年 names a unit (the year 2025); 12月 is a part of some year, 5号 a part of some month. A part joined to what it is a
part of is a finer piece; a part left open is placed by the reader of the whole (time_settle.py).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from nlu.dimensions.calendar import Cycle, Span, index_of, whole
from nlu.dimensions.time_when import Grain

Days = tuple[date, ...]
At = Callable[[int], Span | None]

_GRAINS = {Cycle.YEAR: Grain.YEAR, Cycle.MONTH: Grain.MONTH, Cycle.WEEK: Grain.WEEK, Cycle.DAY: Grain.DAY}
_KNOWN = {cycle: frozenset((cycle,)) for cycle in Cycle} | {Cycle.DAY: frozenset[Cycle]()}


Reader = Callable[[str, date], "Piece | None"]


class Piece(NamedTuple):
    """`at` gives the span in a unit of `cycle`; `nth` is that unit where it was said; without `cycle` it is fixed.

    `inside` is the cycle whose parts may follow; `knows` the units that later parts may be taken to lie in
    (3月5号…，8号). `exact`: very days are named. `elsewhere`: so many years from a time said elsewhere. `clips`: a said
    year ends it (去年冬天 is December). `ahead`: alone it means the nearest one, be it to come (年底). `half`: am, pm
    or eve. `runs`: months that are over only when the last of them has begun. `holiday`: what 期间 makes of it.
    `several`: years told apart (2023、2024年).
    """

    grain: Grain
    at: At
    cycle: Cycle | None = None
    nth: int | None = None
    inside: Cycle | None = None
    knows: frozenset[Cycle] = frozenset()
    exact: bool = False
    vague: bool = False
    elsewhere: int | None = None
    clips: bool = False
    ahead: bool = False
    half: str = ""
    runs: bool = False
    holiday: At | None = None
    several: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A named pattern (without capturing groups) and what it means. `reader` returns None where it means nothing.

    `heads`: the characters that it may begin an expression with; none where it only goes on. `follows`: may go on
    inside a unit of that cycle. `unless`: what may not stand right before it when it begins one.
    """

    name: str
    pattern: str
    reader: Reader
    heads: str = ""
    follows: Cycle | None = None
    unless: re.Pattern[str] | None = None


def timeless(reader: Callable[[str], Piece | None]) -> Reader:
    """A reader that does not care what day it is; what it read is kept."""
    kept = lru_cache(maxsize=1024)(reader)
    return lambda text, _: kept(text)


@lru_cache(maxsize=1024)
def unit(cycle: Cycle, index: int) -> Piece:
    """A whole year, month, week or day."""
    return Piece(
        _GRAINS[cycle],
        lambda k: whole(cycle, k),
        cycle,
        index,
        inside=cycle,
        knows=_KNOWN[cycle],
        exact=cycle is Cycle.DAY,
    )


def fixed(span: Span, grain: Grain, *, vague: bool = False) -> Piece:
    """A stretch that hangs on nothing."""
    return Piece(grain, lambda _: span, vague=vague)


def day_list(cycle: Cycle | None, days: Callable[[int], Days | None], knows: Sequence[Cycle] = ()) -> Piece:
    """Named days, as a part of a unit of `cycle` (None: hanging on nothing)."""

    def at(index: int) -> Span | None:
        listed = days(index)
        return Span(listed[0], listed[-1], listed) if listed else None

    return Piece(Grain.DAY, at, cycle, inside=Cycle.DAY, exact=True, knows=frozenset(knows))


def join(outer: Piece, inner: Piece) -> Piece:
    """`inner` as a part of `outer`."""
    cycle, whole_year = inner.cycle, outer.cycle is Cycle.YEAR and outer.grain is Grain.YEAR
    assert cycle is not None
    if cycle is Cycle.DAY:  # 昨天下午 is still that day
        return outer._replace(half=inner.half, inside=inner.inside)

    def at(index: int) -> Span | None:
        place = outer.at(index)
        span = inner.at(index_of(cycle, place.start)) if place else None
        if span and inner.clips and whole_year:
            return Span(span.start, min(span.end, date(span.start.year, 12, 31)))
        return span

    return Piece(
        inner.grain,
        at,
        outer.cycle,
        outer.nth,
        inside=inner.inside,
        knows=outer.knows | inner.knows,
        exact=inner.exact,
        vague=inner.vague,
        elsewhere=outer.elsewhere,
        ahead=inner.ahead,
        half=inner.half,
        runs=inner.runs,
    )


def heads_of(words: Iterable[str]) -> str:
    """The characters that any of `words` begins with."""
    return "".join({word[0]: None for word in words})


@cache
def words() -> dict[str, Any]:
    """time_words.toml."""
    with Path(__file__).with_name("time_words.toml").open("rb") as file:
        return tomllib.load(file)
