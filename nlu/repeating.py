"""市学术会议1天省学术会议2天: a thing that is named again, with an amount of its own, is one more of its kind."""

from __future__ import annotations

from nlu.pieces import Piece


def named_again(group: list[Piece], piece: Piece, following: Piece | None) -> int | None:
    """Where in `group` the words begin that go with the thing that `piece` names again; None where it does not."""
    if following is None or following.quantity is None or not (piece.activity or piece.hint):
        return None
    last = next((at for at in range(len(group) - 1, -1, -1) if _alike(group[at], following)), None)
    if last is None or not any(_names(each, piece) for each in group[:last]):
        return None
    return last + 1


def _names(one: Piece, again: Piece) -> bool:
    """Whether two words name one kind of thing."""
    return one.activity == again.activity if again.activity else bool(one.entry) and one.text == again.text


def _alike(one: Piece, other: Piece) -> bool:
    """Whether two pieces are amounts of the same measure."""
    mine, theirs = one.quantity, other.quantity
    return bool(mine and theirs and mine.attribute == theirs.attribute and not mine.per)
