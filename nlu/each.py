"""两次培训，各3天; 45分钟的讲座听了两场; 三场2小时的讲座: an amount of each of several occasions is no total."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from nlu.pieces import Piece

EACH = "各"
MEASURES = frozenset({"days", "hours"})
OCCASIONS = ("次", "场", "期", "届", "回", "堂")
_BEFORE = re.compile(r"(?:(?<![和与、及])各(?:自)?(?:是|为|有|上了?|学了?|讲了?|培训了?)?|(?<!不)都是|均为)$")
_SEVERAL_OF = re.compile(r"[一-龥]{0,2}")


def with_rates(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, amounts that are of each of several things marked as such."""
    kept = list(pieces)
    for at, piece in enumerate(kept):
        if piece.quantity and not piece.quantity.per and piece.quantity.attribute in MEASURES and _each(text, kept, at):
            kept[at] = replace(piece, quantity=replace(piece.quantity, per=EACH))
    return kept


def _each(text: str, pieces: list[Piece], at: int) -> bool:
    piece, before = pieces[at], pieces[:at]
    if (
        at + 1 < len(pieces)
        and pieces[at + 1].quantity
        and text[piece.end : pieces[at + 1].start] in ("和", "、", "与")
    ):
        return False  # 两次培训各3天和2天
    if _BEFORE.search(text, 0, piece.start):
        counted = [each for each in before if _several(each)]
        return bool(counted) and not re.search("[。！？；\n]", text[counted[-1].end : piece.start])
    following = pieces[at + 1 : at + 5]
    if not text.startswith("的", piece.end):
        named = bool(following) and following[0].start == piece.end and following[0].activity is not None
        return named and any(_several(each, ("场", "次")) and _one_clause(text, piece, each) for each in following)
    if before and _several(before[-1], OCCASIONS) and _SEVERAL_OF.fullmatch(text, before[-1].end, piece.start):
        return True  # 三场2小时的讲座
    return any(_several(each, OCCASIONS) and _one_clause(text, piece, each) for each in following)


def _one_clause(text: str, first: Piece, last: Piece) -> bool:
    return not re.search("[，。！？；\n]", text[first.end : last.start])


def _several(piece: Piece, units: tuple[str, ...] = ()) -> bool:
    """Whether a piece counts more than one, in one of the units where some are given."""
    quantity = piece.quantity
    return bool(piece.counts and quantity and quantity.amount > 1 and (not units or quantity.unit in units))
