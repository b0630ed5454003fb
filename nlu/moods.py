"""Mood: whether something happened, failed, or is still to come."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nlu.denial import denials
from nlu.pieces import Piece
from nlu.reading import Mood
from nlu.unit import Unit

_DENIED = re.compile("(?<!有)(?<!是)没有?(做|搞|参加)?过?$")
RESULTS = frozenset({"result", "end", "instead"})


def mood_of(text: str, units: Iterable[Unit]) -> Mood:
    """The mood that a sequence of units leaves: a later result undoes an earlier failure or plan."""
    mood = Mood.DONE
    for unit in units:
        if unit.header and unit.has("planned"):
            return Mood.PLANNED
        told = _unit_mood(text, unit)
        if told is not None and (told[0] is not Mood.DONE or told[1]):
            mood = told[0]
    return mood


def _unit_mood(text: str, unit: Unit) -> tuple[Mood, bool] | None:
    """A unit's mood and whether it tells a result. Plans and denials colour all of it; else its last word holds."""
    found = [event for piece in unit.pieces for event in _events_of(piece)]
    if unit.has("void"):
        return (Mood.PLANNED if unit.has("planned") else Mood.FAILED), False
    if any(mood is Mood.PLANNED for mood, _ in found) and not unit.has("pending"):
        return Mood.PLANNED, False
    if _refused(text, unit):
        return Mood.FAILED, False
    return found[-1] if found else None


def _events_of(piece: Piece) -> list[tuple[Mood, bool]]:
    result = bool(piece.cues & RESULTS)
    if piece.when and piece.when.future:
        return [(Mood.PLANNED, False)]
    if piece.cues & {"failed", "abandoned"}:
        return [(Mood.FAILED, result)]
    if "done" in piece.cues:
        return [(Mood.FAILED if piece.denied else Mood.DONE, result)]
    return [(Mood.PLANNED, False)] if piece.cues & {"planned", "pending"} else []


def _refused(text: str, unit: Unit) -> bool:
    """Whether a 没 that no word of the lexicon covers denies the unit."""
    if unit.anchor and _DENIED.search(unit.between(unit.start, unit.anchor.start)):
        return True
    return any(
        not any(piece.start < end and start < piece.end for piece in unit.pieces)
        for start, end in denials(text, unit.start, unit.end)
    )
