"""What at the end of one stretch belongs to the next: 一本 of 一本专著, 过了 of 过了三门, 普刊 of 普刊一篇."""

from __future__ import annotations

from nlu.counted import WORKS, alike, fits, hinted_by_count
from nlu.known import allowed
from nlu.pieces import Piece


def carried_over(group: list[Piece], piece: Piece) -> list[Piece]:
    """The pieces at the end of a group that belong to what `piece` begins (一本 of 一本专著, 过了 of 过了三门)."""
    if not piece.activity:
        return (_kind_before(group, piece) or _deeds(group)) if piece.quantity else []
    activity = next((each.activity for each in group if each.activity), None) or hinted_by_count(group)
    carried: list[Piece] = []
    while len(group) > 1 and not group[-1].activity and _leans_on(group, activity, piece):
        carried.insert(0, group.pop())
    return carried


def _kind_before(group: list[Piece], piece: Piece) -> list[Piece]:
    """核心两篇普刊一篇, 核心发了两篇普刊发了一篇: where the first count stands behind its kind, so does the second."""
    unit = piece.quantity.unit if piece.quantity else ""
    counted = next((at for at, each in enumerate(group) if each.quantity and alike(each, piece, unit)), 0)
    last = _kind_last(group, counted + 1, len(group))
    if last is None or not any(_told_alike(each, group[last]) for each in group[:counted]):
        return []
    carried = group[last:]
    del group[last:]
    return carried


def _kind_last(group: list[Piece], start: int, end: int) -> int | None:
    """Where the last word stands in a stretch that is not only of how it came about."""
    return next((at for at in range(end - 1, start - 1, -1) if not group[at].cues & {"done", "result"}), None)


def _told_alike(one: Piece, other: Piece) -> bool:
    """Whether two words tell the same of a work: two levels, two kinds of journals."""
    if one.entry is None or other.entry is None:
        return False
    mine, theirs = one.entry.means, other.entry.means
    return any(mine(kind).keys() & theirs(kind).keys() for kind in WORKS)


def _deeds(group: list[Piece]) -> list[Piece]:
    """The words at the end of a group that tell how what is counted next came about: 还发了 of 还发了一篇."""
    carried: list[Piece] = []
    while len(group) > 1 and group[-1].cues & {"result", "done", "another"}:
        carried.insert(0, group.pop())
    return carried


def _leans_on(group: list[Piece], activity: str | None, piece: Piece) -> bool:
    """Whether the last piece of a group says something of the next activity rather than of its own."""
    last = group[-1]
    if last.cues & {"another", "turn"}:
        return True
    if last.quantity:
        said = any(each.quantity and each.quantity.attribute == last.quantity.attribute for each in group[:-1])
        return fits(last, piece.activity) and (not fits(last, activity) or said)
    if last.when:
        return any(each.when for each in group[:-1])
    if last.entry and not last.cues - {"unit"}:
        mine, theirs = (allowed(last.entry.means(each), each) for each in (activity, piece.activity))
        return bool(theirs) and not mine
    return False
