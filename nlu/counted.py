"""What amounts are of: the activities that their units point at, and whether an activity can have them."""

from __future__ import annotations

from nlu.known import allowed, counts
from nlu.pieces import Piece

_UNITS = {
    "篇": ("paper",),
    "模块": ("digital_exam",),
    "科": ("exam", "degree_course"),
    "本": ("book",),
    "部": ("book",),
}
BARE_COUNTS = ("俩", "仨")
WORKS = frozenset({"paper", "book", "patent", "award", "project"})


def hints_of(piece: Piece) -> tuple[str, ...]:
    """The activities that a piece points at: those of its word, or of the unit of a count."""
    return _UNITS.get(piece.quantity.unit, ()) if piece.quantity else piece.hint


def fits(piece: Piece, activity: str | None) -> bool:
    """Whether an amount can be of that activity: 篇 of papers, 天 of trainings."""
    assert piece.quantity
    if piece.counts:
        return counts(activity, piece.quantity.unit)
    return bool(allowed({piece.quantity.attribute: piece.quantity.amount}, activity))


def alike(first: Piece, second: Piece, unit: str) -> bool:
    """Whether two counts are of the same things: 四门 … 一门, and 四门 … 俩, which names none."""
    assert first.quantity
    if first.counts and first.quantity.amount > 1 and unit == "个":
        return True  # 两篇，一个一作一个三作
    return first.quantity.unit == unit or (first.counts and second.text in BARE_COUNTS)


def hinted_by_count(group: list[Piece]) -> str | None:
    """The activity that the first count of a group points at: 一篇 a paper."""
    return next((activity for each in group if each.counts for activity in hints_of(each)), None)
