"""Guessing at a training where nobody named one: somebody held it, or one studied for days."""

from __future__ import annotations

import re

from nlu.pieces import Piece
from nlu.unit import Unit

_HOLDS = re.compile("(?:统一|联合|牵头)?(?:组织|举办|主办|承办|办|弄|搞|开)的")
_STUDIED = re.compile("(?<![自留放开科数文化力])学习?(?:了|过|噶|哒|得|满|够)?(?:整整|足足|大概|差不多|一共)?$")
_IN_VAIN = re.compile("[也都才还就]|没")


def _held_by(unit: Unit, piece: Piece) -> bool:
    """协会组织的: whoever would hold a training, if it was one, did hold it."""
    would = piece.entry and "organizer" in piece.entry.means("training")
    return bool(would and _HOLDS.match(unit.between(piece.end, unit.end)))


def _studied(unit: Unit) -> bool:
    """学了3天: whatever it was, one was taught for days."""
    days = (piece for piece in unit.pieces if piece.quantity and piece.quantity.attribute == "days")
    return any(
        _STUDIED.search(unit.between(unit.start, piece.start)) and not _IN_VAIN.match(unit.between(piece.end, unit.end))
        for piece in days
    )


def guessed(units: list[Unit]) -> str | None:
    """Somebody held something that took days or hours, or one studied for days: a training."""
    pieces = [piece for unit in units for piece in unit.pieces]
    organised = any(piece.entry and "organizer" in piece.entry.sets for piece in pieces)
    classes = any(piece.quantity and piece.quantity.attribute == "hours" for piece in pieces)
    organised = organised or (classes and any(_held_by(unit, piece) for unit in units for piece in unit.pieces))
    timed = any(piece.quantity and piece.quantity.attribute in ("days", "hours") for piece in pieces)
    return "training" if (organised and timed) or any(map(_studied, units)) else None
