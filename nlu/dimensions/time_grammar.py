"""All rules of time joined to a few compiled patterns: what may begin an expression, what may follow inside a unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from nlu.dimensions import time_figures, time_months, time_parts, time_relative, time_weeks, time_years
from nlu.dimensions.calendar import Cycle
from nlu.dimensions.time_piece import Piece, Rule, join

RULES: tuple[Rule, ...] = (
    *time_relative.RULES,
    *time_figures.RULES,
    *time_years.RULES,
    *time_parts.RULES,
    *time_weeks.RULES,
    *time_months.RULES,
)
"""In the order in which they are tried at one place: the longer and more special before the shorter."""

_JOINT = " ?(?:的|那个|这个)? ?"
_BEFORE = 8  # characters that a rule may look back on


@dataclass(frozen=True, slots=True)
class Chain:
    """Pieces that hang together, where they stand, and the rules that read them (year-word+month)."""

    piece: Piece
    start: int
    end: int
    rule: str


ChainReader = Callable[[str, int, date], Chain | None]


@dataclass(frozen=True, slots=True)
class _Choice:
    """A pattern for any of `rules`; which one matched is told by its group."""

    pattern: re.Pattern[str]
    rules: tuple[Rule, ...]

    def rule(self, match: re.Match[str]) -> Rule:
        assert match.lastindex is not None
        return self.rules[match.lastindex - 1]


@cache
def _starts() -> _Choice:
    return _choice((rule for rule in RULES if rule.starts), "")


@cache
def _follows(cycle: Cycle) -> _Choice:
    return _choice((rule for rule in RULES if rule.follows is cycle), _JOINT)


def _choice(rules: Iterable[Rule], joint: str) -> _Choice:
    rules = tuple(rules)
    patterns = "|".join(f"({rule.pattern})" for rule in rules)
    return _Choice(re.compile(f"{joint}(?:{patterns})" if joint else patterns), rules)


def search(text: str, position: int, today: date) -> Chain | None:
    """The next expression from `position` on."""
    starts = _starts()
    while match := starts.pattern.search(text, position):
        chain = _begin(match, starts.rule(match), today)
        if chain is not None:
            return chain
        position = match.start() + 1
    return None


def at(text: str, position: int, today: date) -> Chain | None:
    """The expression that begins at `position`, whatever stands before it."""
    match = _starts().pattern.match(text, position)
    if match is None:
        return None
    piece = _starts().rule(match).reader(match[0], today)
    return _grow(Chain(piece, match.start(), match.end(), _starts().rule(match).name), text, today) if piece else None


def _begin(match: re.Match[str], rule: Rule, today: date) -> Chain | None:
    start = match.start()
    if rule.unless and start and rule.unless.search(match.string[max(0, start - _BEFORE) : start]):
        return None
    piece = rule.reader(match[0], today)
    return _grow(Chain(piece, start, match.end(), rule.name), match.string, today) if piece else None


def _grow(chain: Chain, text: str, today: date) -> Chain:
    """Takes up the parts that follow: 去年, then 12月, then 5号, then 上午."""
    while chain.piece.inside and not chain.piece.several:
        follows = _follows(chain.piece.inside)
        match = follows.pattern.match(text, chain.end)
        if match is None:
            break
        rule = follows.rule(match)
        assert match.lastindex is not None
        inner = rule.reader(match[match.lastindex], today)
        if inner is None:
            break
        chain = Chain(join(chain.piece, inner), chain.start, match.end(), f"{chain.rule}+{rule.name}")
    return chain
