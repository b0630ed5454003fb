"""去年还是前年: two times of which one is meant, nobody says which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from nlu.dimensions.time_when import Grain, When
from nlu.pieces import Piece
from policies.facts import Period

_OR = re.compile("(年度?)?(还是|或者?|要么)(是|在)?")


def either_times(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, two times with 还是 between them made one that has to be asked for."""
    kept: list[Piece] = []
    for piece in pieces:
        last = kept[-1] if kept else None
        if last and last.when and piece.when and _OR.fullmatch(text[last.end : piece.start]):
            span = text[last.start : piece.end]
            kept[-1] = replace(last, end=piece.end, text=span, when=_either(last.when, piece.when))
        else:
            kept.append(piece)
    return kept


def _either(one: When, other: When) -> When:
    """What is sure of the two: the year they share, if they do."""
    start = min(one.period.start, other.period.start)
    end = max(one.period.end, other.period.end)
    shared = start.year == end.year
    return When(Period(start, end), Grain.SEASON if shared else Grain.YEARS, vague=not shared)
