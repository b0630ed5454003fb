"""When one activity named beside another is only a part of it; read from nlu/lexicon/absorb.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nlu.phrases import table


@dataclass(frozen=True, slots=True)
class Absorption:
    """`keeps` swallows any of `takes`; `near` only in one clause; `unless` the smaller one has words of its own."""

    keeps: str
    takes: frozenset[str]
    near: bool = False
    unless: bool = False


@cache
def absorptions() -> tuple[Absorption, ...]:
    return tuple(
        Absorption(raw["keeps"], frozenset(raw["takes"]), raw.get("near", False), raw.get("unless", False))
        for raw in table("absorb")["absorb"]
    )


def absorbs(keeper: str | None, taken: str | None, *, near: bool, own_words: bool) -> bool:
    """Whether `keeper` takes `taken` in; `own_words`: something was said that only the taken one can have."""
    return any(
        rule.keeps == keeper and taken in rule.takes and (near or not rule.near) and not (own_words and rule.unless)
        for rule in absorptions()
    )
