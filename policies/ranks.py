"""Places among the authors: one place, or a range where only "not the first" is known. How packs write values down."""

from __future__ import annotations

import re
from decimal import Decimal

from policies.facts import Range, Value

RANKS = re.compile(r"(\d+)-(\d*)")


def value_of(raw: object) -> Value:
    """A value as facts hold it: numbers as Decimal, a rank written "2-" or "2-5" as a range."""
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, int | Decimal):
        return Decimal(raw)
    ranks = RANKS.fullmatch(str(raw))
    return Range(int(ranks[1]), int(ranks[2]) if ranks[2] else None) if ranks else str(raw)


def narrowed(said: Value, implied: Value) -> Value:
    """Of a rank that was said as a range, what another word leaves of it; what does not fit changes nothing."""
    if not isinstance(said, Range):
        return said
    low, high = bounds(implied)
    least = max(said.low, low)
    most = min((bound for bound in (said.high, high) if bound is not None), default=None)
    if most is not None and most < least:
        return said
    return Decimal(least) if least == most else Range(least, most)


def bounds(rank: Value) -> tuple[int, int | None]:
    """The lowest and the highest place that a rank may mean; None is open."""
    if isinstance(rank, Range):
        return rank.low, rank.high
    assert isinstance(rank, Decimal)
    return int(rank), int(rank)
