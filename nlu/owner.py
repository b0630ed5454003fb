"""Whose deed it is: the speaker's, or somebody else's that is only told of."""

from __future__ import annotations

import re

from nlu.draft import Draft
from nlu.pieces import Piece
from nlu.reading import Mood
from nlu.unit import Unit

_KIN = "同事|导师|主任|领导|老公|老婆|师|学生|徒弟|朋友|同学|老板|爱人"
_MINE = re.compile(
    rf"(?<![一-龥])(我|本人)(?!们?({_KIN}|替|加班|看家))|我(是|排|只|就|也|第|二|三|一作|四|独|主持|参)|跟我|和我"
)
_SPEAKER = re.compile("我(?!们)|本人")


def owner(draft: Draft) -> Mood | None:
    """HEARSAY where somebody else did it."""
    others = [unit for unit in draft.units if "someone" in unit.cues and _of_others(unit)]
    if not others:
        return None
    first = next((unit for unit in draft.units if any(_tells(piece) for piece in unit.pieces)), None)
    told = others[0] is first and any(piece.quantity or "done" in piece.cues for piece in others[0].pieces)
    anchored = any(unit.anchor or unit.header for unit in others) or told
    mine = any(_MINE.search(unit.text) for unit in draft.units if unit not in others)
    return Mood.HEARSAY if anchored and not mine else None


def _tells(piece: Piece) -> bool:
    """Whether a piece says more than how the rest is meant."""
    return piece.cues != {"neutral"}


def _of_others(unit: Unit) -> bool:
    """Whether somebody else is the subject of a unit."""
    first, anchor = next(piece for piece in unit.pieces if "someone" in piece.cues), unit.anchor
    deed_after = any(piece.start > first.end and piece.cues & {"done", "result"} for piece in unit.pieces)
    if anchor is not None and first.start > anchor.end and not deed_after:
        return False
    before, after = unit.between(unit.start, first.start), unit.between(first.end, unit.end)
    return not _SPEAKER.search(before.removesuffix("我") + "　" + after)
