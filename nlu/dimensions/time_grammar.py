"""All rules of time joined to a few compiled patterns: what may begin an expression, what may follow inside a unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from nlu.dimensions import time_figures, time_months, time_parts, time_relative, time_weeks, time_years
from nlu.dimensions.calendar import Cycle
from nlu.dimensions.time_numbers import FIGURES, NUMERALS
from nlu.dimensions.time_piece import Piece, Rule, join

_COMMON = ("year", "year-short", "month")  # no other rule could read what these do: tried first, for speed
_ALL = (
    *time_relative.RULES,
    *time_figures.RULES,
    *time_years.RULES,
    *time_parts.RULES,
    *time_weeks.RULES,
    *time_months.RULES,
)

RULES = tuple(sorted(_ALL, key=lambda rule: rule.name not in _COMMON))
"""In the order in which they are tried at one place: the longer and more special before the shorter."""

_JOINT = " ?(?:的|那个|这个)? ?"
_BEFORE = 8  # characters that a rule may look back on


class Chain(NamedTuple):
    """Pieces that hang together, where they stand, and the rules that read them (year-word+month).

    `shorter` is the chain without its last piece, for where the whole makes no sense (2023年2月30日).
    """

    piece: Piece
    start: int
    end: int
    rule: str
    shorter: Chain | None = None


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
def _heads() -> re.Pattern[str]:
    """A pattern for the characters that expressions begin with."""
    return re.compile(f"[{re.escape(''.join(dict.fromkeys(''.join(rule.heads for rule in RULES))))}]")


@lru_cache(maxsize=1024)
def _starts(head: str) -> _Choice | None:
    """The rules that an expression may begin by with this character; one choice for all numerals, one for figures."""
    alike = NUMERALS if head in NUMERALS else FIGURES if head in FIGURES else head
    return _choice(tuple(rule for rule in RULES if any(each in rule.heads for each in alike)))


@cache
def _choice(rules: tuple[Rule, ...]) -> _Choice | None:
    return _Choice(re.compile("|".join(f"({rule.pattern})" for rule in rules)), rules) if rules else None


@cache
def _follows(cycle: Cycle) -> _Choice:
    rules = tuple(rule for rule in RULES if rule.follows is cycle)
    patterns = "|".join(f"({rule.pattern})" for rule in rules)
    return _Choice(re.compile(f"{_JOINT}(?:{patterns})"), rules)


def search(text: str, position: int, today: date) -> Chain | None:
    """The next expression from `position` on."""
    for head in _heads().finditer(text, position):
        chain = at(text, head.start(), today, guarded=True)
        if chain is not None:
            return chain
    return None


def at(text: str, position: int, today: date, *, guarded: bool = False) -> Chain | None:
    """The expression that begins at `position`; unless `guarded`, whatever stands before it."""
    starts = _starts(text[position : position + 1])
    match = starts.pattern.match(text, position) if starts else None
    if starts is None or match is None:
        return None
    rule = starts.rule(match)
    if guarded and rule.unless and position and rule.unless.search(text[max(0, position - _BEFORE) : position]):
        return None
    piece = rule.reader(match[0], today)
    return _grow(Chain(piece, position, match.end(), rule.name), text, today) if piece else None


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
        chain = Chain(join(chain.piece, inner), chain.start, match.end(), f"{chain.rule}+{rule.name}", chain)
    return chain
