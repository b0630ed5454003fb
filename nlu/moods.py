"""Negation and mood: whether something happened, and how it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nlu.clauses import Unit
from nlu.pieces import Piece
from nlu.reading import Mood

_NOT = re.compile(
    r"(?<!是)(?:没有|没能|没|未能|未|尚未|不曾|并未|并没|还没)(?!想到|多久|几天|问题|事|过多久|错|关系)[^，。；！？\n、 ]{0,4}$"
)
_NOT_NOT = re.compile(r"(?:不是|并非|又不是|哪是)没[^，。；！？\n]{0,5}$")
RESULTS = frozenset({"result", "end"})


def negated(text: str, piece: Piece) -> bool:
    """Whether 没, 未 and the like stand shortly before a piece, in its clause; twice is not at all."""
    before = text[max(0, piece.start - 9) : piece.start]
    return bool(_NOT.search(before)) and not _NOT_NOT.search(before)


def events(text: str, units: Iterable[Unit]) -> list[tuple[str, bool]]:
    """What happened, in order: failed, planned, pending, done; and whether it was a result (passed, granted, printed)."""
    found: list[tuple[str, bool]] = []
    for unit in units:
        for piece in unit.pieces:
            found += _events_of(text, piece)
    return found


def _events_of(text: str, piece: Piece) -> list[tuple[str, bool]]:
    result = bool(piece.cues & RESULTS)
    if piece.when and piece.when.future:
        return [("future", False)]
    if "failed" in piece.cues or "abandoned" in piece.cues:
        return [("failed", result)]
    if "done" in piece.cues:
        return [("failed" if negated(text, piece) else "done", result)]
    return [(cue, False) for cue in ("planned", "pending") if cue in piece.cues]


def mood_of(happened: list[tuple[str, bool]]) -> Mood:
    """The mood that a sequence of events leaves: a later result undoes an earlier failure or plan."""
    mood = Mood.DONE
    for event, result in happened:
        if event == "failed":
            mood = Mood.FAILED
        elif event in ("planned", "future"):
            mood = Mood.PLANNED
        elif event == "pending" and mood is Mood.DONE:
            mood = Mood.PLANNED
        elif event == "done" and result:
            mood = Mood.DONE
    return mood
