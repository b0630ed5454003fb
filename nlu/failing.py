"""When what failed is a fact of its own beside what was passed, or beside the whole of what was sat for."""

from __future__ import annotations

from decimal import Decimal

from nlu.amounts import amounts_of
from nlu.draft import Draft, read
from nlu.unit import Unit


def failed_beside(unit: Unit, current: Draft) -> bool:
    """实务没过 next to what was passed, 两科没过 next to four that were sat for: a fact of its own, that failed."""
    if not unit.has("failed") or current.has("failed") or not (current.has("result") or _of_more(unit, current)):
        return False
    return any("subject_name" in piece.cues or piece.quantity for piece in unit.pieces)


def _of_more(unit: Unit, current: Draft) -> bool:
    """Whether a unit counts fewer of a course or an exam than were told of."""
    few, whole = amounts_of([unit], current.activity).get("count"), read(current).get("count")
    return unit.has("result") and isinstance(few, Decimal) and isinstance(whole, Decimal) and few < whole
