"""Units that come before any activity is named: what of them belongs to the fact that follows."""

from __future__ import annotations

from nlu.unit import Unit
from nlu.within import inner


def without_amounts(loose: Unit, unit: Unit) -> Unit:
    """拿了三个证：二建一个, …, 学了72学时，其中公需24: amounts of the whole are not of the one that follows."""
    own = {piece.quantity.attribute for piece in unit.pieces if piece.quantity}
    dropped = own if inner(unit) else own & {"count"}
    return loose.with_pieces(
        piece for piece in loose.pieces if not (piece.quantity and piece.quantity.attribute in dropped)
    )


def overtaken(loose: Unit, unit: Unit) -> bool:
    """What failed before a deed that succeeded: 先投的被拒了，还好有一篇发出来了; an absence told as the reason."""
    other_time = bool(loose.whens and unit.whens)  # 上半年啥也没弄，下半年培训三天
    return loose.has("away") or (loose.has("failed") and (unit.has("done") or other_time) and not unit.has("failed"))


def too(unit: Unit) -> bool:
    """2024年的也合格了: the time of a further one, and what came of it."""
    return bool(unit.whens) and any(piece.text.startswith("也") for piece in unit.pieces)
