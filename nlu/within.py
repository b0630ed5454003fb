"""培训3天，其中1天是公需: a part of another kind is taken off the whole, so that no day counts twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from nlu.draft import Draft, read
from nlu.pieces import Piece
from nlu.unit import Unit
from policies.facts import Value


def without_inner(drafts: Iterable[Draft]) -> list[Draft]:
    """The facts, each less the part of it that the next one tells of with 其中."""
    kept: list[Draft] = []
    for draft in drafts:
        if kept and draft.units and inner(draft.units[0]) and kept[-1].activity != draft.activity:
            kept[-1] = _less(kept[-1], read(draft))
        kept.append(draft)
    return kept


def inner(unit: Unit) -> bool:
    """Whether a unit tells of a part of what was told before it."""
    return any(piece.text.startswith("其中") for piece in unit.pieces)


def _less(whole: Draft, part: dict[str, Value]) -> Draft:
    """The whole less the days and hours of a part; as it was where the part is not smaller."""
    said = read(whole)
    for name in ("days", "hours"):
        mine, theirs = said.get(name), part.get(name)
        if isinstance(mine, Decimal) and isinstance(theirs, Decimal) and theirs < mine:
            whole = _with(whole, name, mine - theirs)
    return whole


def _with(draft: Draft, name: str, amount: Decimal) -> Draft:
    """The fact with another amount."""
    units = [unit.with_pieces(_changed(piece, name, amount) for piece in unit.pieces) for unit in draft.units]
    return replace(draft, units=units, given=dict(draft.given))


def _changed(piece: Piece, name: str, amount: Decimal) -> Piece:
    if piece.quantity is None or piece.quantity.attribute != name:
        return piece
    return replace(piece, quantity=replace(piece.quantity, amount=amount))
