"""Subjects of an examination that were named: 财管、经济法过了 is two."""

from __future__ import annotations

from decimal import Decimal

from nlu.draft import Draft
from policies.facts import Value


def count_names(draft: Draft, attributes: dict[str, Value]) -> None:
    """Subjects that were named count where no number was said: 财管、经济法过了 is two."""
    if draft.activity not in ("exam", "degree_course"):
        return
    if "count" in attributes and not (_sat_for(draft) or _one_each(draft)):
        return
    units = draft.units[1:] if _begins_with_trade(draft) else draft.units
    named = [piece for unit in units for piece in unit.pieces if "subject_name" in piece.cues]
    names = {piece.text for piece in named}
    sure = {piece.text for piece in named if "loose" not in piece.cues}
    if sure or len(names) > 1 or (names and attributes.get("passed")):
        attributes["count"] = Decimal(len(names))


def _sat_for(draft: Draft) -> bool:
    """考了三门，过了市政、法规: so many were sat for, those that were passed are named."""
    passed = [unit for unit in draft.units if unit.has("result") and not unit.has("failed")]
    counted = any(piece.counts for unit in passed for piece in unit.pieces)
    return not counted and any(unit.has("subject_name") for unit in passed)


def _one_each(draft: Draft) -> bool:
    """法规一门、实务一门: each that was named is counted as one."""
    counts = [piece.quantity.amount for piece in draft.pieces if piece.quantity and piece.counts]
    names = {piece.text for piece in draft.pieces if "subject_name" in piece.cues}
    return len(counts) > 1 and len(counts) == len(names) and set(counts) == {1}


def _begins_with_trade(draft: Draft) -> bool:
    """财务，今年经济法过了: a word alone before the time says what one is, not what one passed."""
    first, following = (draft.units[0], draft.units[1]) if len(draft.units) > 1 else (None, None)
    alone = first is not None and len(first.pieces) == 1 and "loose" in first.cues
    return alone and following is not None and bool(following.pieces[0].when)
