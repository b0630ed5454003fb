"""第一次2天，第二次3天，一共5天: what several amounts come to, told after them, is no amount of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from nlu.pieces import Piece

_SUMS_UP = re.compile(
    "(?:[一总]?共计?|合计|总计|累计|加起来|加一起|加在一起|加总|拢共|统共|合起来)(?:[是有为上学参加去了就,，：]| )*$"
)
REACH = 10  # characters before an amount in which it may be called the sum


def without_totals(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, less each amount that is told to be the sum of those before it, and is."""
    kept: list[Piece] = []
    for piece in pieces:
        if not (piece.quantity and _sums_up(text, piece) and _is_sum(piece, kept)):
            kept.append(piece)
        elif _of_the_sum(text, kept, piece):
            kept.pop()
    return kept


def _of_the_sum(text: str, kept: list[Piece], piece: Piece) -> bool:
    """下半年1篇，今年一共2篇: the time right before the sum is of that alone where the parts had times of their own."""
    if not kept[-1].when or not _SUMS_UP.fullmatch(text, kept[-1].end, piece.start):
        return False
    return any(each.when for each in kept[:-1])


def _sums_up(text: str, piece: Piece) -> bool:
    return bool(_SUMS_UP.search(text[max(0, piece.start - REACH) : piece.start]))


def _is_sum(piece: Piece, before: Iterable[Piece]) -> bool:
    """Whether the last of the like amounts before, two or more of them, come to this one."""
    alike = [each.quantity.amount for each in before if each.quantity and _alike(each, piece)]
    return any(sum(alike[-last:], Decimal(0)) == _amount(piece) for last in range(2, len(alike) + 1))


def _alike(one: Piece, other: Piece) -> bool:
    mine, theirs = one.quantity, other.quantity
    assert mine
    assert theirs
    return (
        mine.attribute == theirs.attribute and not mine.per and (mine.attribute != "count" or mine.unit == theirs.unit)
    )


def _amount(piece: Piece) -> Decimal:
    assert piece.quantity
    return piece.quantity.amount
