"""When a fact happened: the time of its end among the times that were said."""

from __future__ import annotations

from collections.abc import Iterable

from nlu.dimensions.time_when import When
from nlu.draft import Draft
from nlu.phrases import said as says
from nlu.pieces import Piece
from nlu.unit import Unit, of_term


def when_of(draft: Draft) -> When | None:
    """The time of a fact: the one that says how it ended, else the last one that does not say how it began."""
    times = [time for unit in draft.units if unit.whens for time in _times_of(unit)]
    for wanted in ("end", ""):
        fitting = [when for when, role in times if role == wanted]
        if fitting:
            return fitting[-1]
    if draft.when is not None:
        return draft.when
    return times[-1][0] if times else None


def without(text: str, pieces: Iterable[Piece]) -> str:
    """A text less what the pieces read."""
    for piece in sorted(pieces, key=lambda piece: -piece.start):
        text = text[: piece.start] + text[piece.end :]
    return text


def _times_of(unit: Unit) -> list[tuple[When, str]]:
    """The times of a unit, with what they are of: the start, the end, or the thing itself."""
    return [
        (piece.when, _role(unit, at))
        for at, piece in enumerate(unit.pieces)
        if piece.when and not of_term(unit.pieces, at)
    ]


def _role(unit: Unit, at: int) -> str:
    if any("dated" in piece.cues for piece in unit.pieces[:at]):
        return "end"
    for piece in unit.pieces[at + 1 :]:
        if piece.when or piece.quantity:
            break
        if "start" in piece.cues:
            return "start"
        if piece.cues & {"end", "result"}:
            return "end"
    return ""


def undated(when: When | None, text: str) -> bool:
    """Whether the year is to be asked for: 前几年, 不是前年就是去年, 每年都有."""
    if when is None:
        return says("sentence", "habit", text)
    return when.unsure or says("sentence", "either_year", text)
