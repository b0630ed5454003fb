"""What a further fact of the same kind takes over from the one told before it."""

from __future__ import annotations

from nlu.draft import OWN, Draft, read, read_unit
from nlu.unit import FULL_STOP, Unit
from policies.facts import Value

INHERITED = ("organizer", "certificate", "exam_level", "kind", "mode")
CAME_OF_IT = frozenset({"end", "result"})
MOODS = frozenset({"done", "failed", "planned", "pending", "supposed", "another"})
VENUE = ("cn", "core", "foreign", "society")
SHARED = (*INHERITED, *VENUE, "level", "subject")


def headed_by(current: Draft, unit: Unit) -> dict[str, Value]:
    """论文，一作，今年2月一篇，6月一篇: whose place was told before any time or number has it each time."""
    first = next((at for at, each in enumerate(current.units) if each.whens), 0)
    head = current.units[:first]
    if not unit.whens or any(piece.quantity for each in head for piece in each.pieces):
        return {}
    told = read(Draft(current.activity, head))
    return {name: value for name, value in told.items() if name in OWN}


def told_once(current: Draft | None, unit: Unit, activity: str | None) -> dict[str, Value]:
    """发明授权1个，实用新型2个; 过了一建两门，二建一门: what came of the first was told before its count, for all."""
    if current is None or current.activity != activity or unit.border == FULL_STOP or unit.cues & MOODS:
        return {}
    last = current.units[-1] if current.units else None
    counts = [piece.start for piece in last.pieces if piece.counts] if last else []
    if not last or not counts or not any(piece.counts for piece in unit.pieces):
        return {}
    first = any(piece.start < counts[0] and piece.cues & CAME_OF_IT for piece in last.pieces)
    told = read(current) if first else current.given
    return {name: True for name in ("attained", "passed", "concluded") if told.get(name) is True}


def also(unit: Unit) -> bool:
    """去年的核心论文一篇，前年也有一篇: one more that is alike, of which only time and number are its own."""
    further = [piece for piece in unit.pieces if "another" in piece.cues]
    own = any(piece.entry and piece.says for piece in unit.pieces if piece not in further)
    return bool(further) and not own and all(piece.text.startswith("也") for piece in further)


def without_venue(names: tuple[str, ...], unit: Unit, activity: str | None) -> tuple[str, ...]:
    """核心一篇，省刊两篇: where a unit names a journal of its own, that of the paper before is not its own."""
    own = activity == "paper" and not {"cn", "core"}.isdisjoint(read_unit(unit, activity))
    return tuple(name for name in names if name not in VENUE) if own else names
