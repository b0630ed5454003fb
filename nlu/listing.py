"""Lists of works: what stands beside a counted one and is none of it, and what is told of all at the end."""

from __future__ import annotations

from nlu.draft import Draft, read, read_unit
from nlu.judging import enumerates
from nlu.unit import Unit
from nlu.within import inner


def listed_beside(whole: Draft, draft: Draft) -> bool:
    """核心两篇，SCI一篇: journals that stand before their counts are told one beside the other."""
    unit = draft.units[0]
    said = read_unit(unit, "paper")
    if draft.activity != "paper" or "core" not in read(whole) or inner(unit) or not _behind_its_kind(unit):
        return False
    other = unit.anchor is not None and "rank" not in said  # 会议论文一篇
    return _behind_its_kind(whole.units[-1]) if other else "core" in said and enumerates(unit, whole)


def _behind_its_kind(unit: Unit) -> bool:
    """Whether a unit ends with its count, and begins with what is counted."""
    told = [piece for piece in unit.pieces if piece.says and not piece.when]
    return len(told) > 1 and told[-1].counts and not told[0].counts


def with_closing(whole: Draft, parts: list[Draft]) -> None:
    """两项，一项第一，一项第三，今年授权: what ends a list of which nothing else had come about holds for all of it."""
    last = parts[-1].units[-1]
    if len(parts[-1].units) < 2 or not _closes(last):
        return
    others = [whole, *parts[:-1]]
    if any(_closes(unit) or unit.has("failed") for draft in others for unit in draft.units):
        return
    for draft in parts[:-1]:
        draft.units = [*draft.units, last]


def _closes(unit: Unit) -> bool:
    """Whether a unit tells how or when it came about, and nothing else."""
    plain = all(not piece.quantity and piece.rank is None and not piece.activity for piece in unit.pieces)
    return plain and not unit.has("another") and bool(unit.cues & {"done", "end"} or unit.whens)
