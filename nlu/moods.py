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
_DENIED = re.compile(r"(?<!是)(?:没|没有|没能|未)(?:[捞轮评拿得发出过去上参办写做选批讲开搞弄考结授刊登投毕完签进中成印等捡要]|学(?!时|分)|来(?!得)|能)(?!处|时|错)|(?<![有不])没有?(?=$|[，。！？\s])")
RESULTS = frozenset({"result", "end"})


def negated(text: str, piece: Piece) -> bool:
    """Whether 没, 未 and the like stand shortly before a piece, in its clause; twice is not at all."""
    before = text[max(0, piece.start - 9) : piece.start]
    return bool(_NOT.search(before)) and not _NOT_NOT.search(before)


def unit_moods(text: str, units: Iterable[Unit]) -> list[tuple[Mood, bool]]:
    """The mood of each unit that says how it went, and whether it tells a result (passed, granted, printed)."""
    return [mood for unit in units if (mood := _unit_mood(text, unit)) is not None]


def _unit_mood(text: str, unit: Unit) -> tuple[Mood, bool] | None:
    """Plans and denials colour the whole unit; of the rest the last one holds."""
    found: list[tuple[Mood, bool]] = [event for piece in unit.pieces for event in _events_of(text, piece)]
    if unit.has("void"):
        return (Mood.PLANNED if unit.has("planned") else Mood.FAILED), False
    if any(mood is Mood.PLANNED for mood, _ in found) and not unit.has("pending"):
        return Mood.PLANNED, False
    if _refused(text, unit):
        return Mood.FAILED, False
    return found[-1] if found else None


def _events_of(text: str, piece: Piece) -> list[tuple[Mood, bool]]:
    result = bool(piece.cues & RESULTS)
    if piece.when and piece.when.future:
        return [(Mood.PLANNED, False)]
    if "failed" in piece.cues or "abandoned" in piece.cues:
        return [(Mood.FAILED, result)]
    if "done" in piece.cues:
        return [(Mood.FAILED if negated(text, piece) else Mood.DONE, result)]
    return [(Mood.PLANNED, False)] if piece.cues & {"planned", "pending"} else []


def _refused(text: str, unit: Unit) -> bool:
    """Whether a 没 that no word of the lexicon covers denies the unit: 啥奖也没得."""
    for match in _DENIED.finditer(text, unit.start, unit.end):
        if not any(piece.start < match.end() and match.start() < piece.end for piece in unit.pieces):
            return True
    return False


def mood_of(moods: list[tuple[Mood, bool]]) -> Mood:
    """The mood that a sequence of units leaves: a later result undoes an earlier failure or plan."""
    mood = Mood.DONE
    for event, result in moods:
        if event is not Mood.DONE or result:
            mood = event
    return mood
