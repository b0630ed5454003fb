"""Which fact a unit belongs to that names an activity, or points at one: the current one, an earlier one, a new one."""

from __future__ import annotations

from nlu.absorbing import absorbs
from nlu.draft import Draft, read_unit
from nlu.judging import clashes, differ, own_words
from nlu.unit import FULL_STOP, Unit
from nlu.within import inner
from policies.facts import Attributes

KINDS = ("kind", "level", "certificate", "core")


def part_of(current: Draft, unit: Unit) -> bool:
    """Whether what a unit names is only a part of the current fact: 报告了论文，论文三千字."""
    if unit.has("listened") and current.activity == "teaching":
        return False
    if current.activity == "teaching" and _measured(current.units) and _measured([unit]) and not inner(unit):
        return False  # 讲了4课时，单位内训2天
    own = own_words(unit, unit.activity) or bool(unit.whens)
    return not unit.has("another") and absorbs(current.activity, unit.activity, near=False, own_words=own)


def _measured(units: list[Unit]) -> bool:
    """Whether it was said how long it was."""
    measures = ("days", "hours")
    return any(piece.quantity and piece.quantity.attribute in measures for unit in units for piece in unit.pieces)


def further(unit: Unit) -> bool:
    """Whether a unit tells of one more; 也 without a number or a time may only go on (学位证也拿到了)."""
    also = all(piece.text == "也" for piece in unit.pieces if "another" in piece.cues)
    return unit.has("another") and not (also and not unit.whens and not any(piece.quantity for piece in unit.pieces))


def another_kind(known: Attributes, unit: Unit) -> bool:
    """Whether a unit names another kind than what is asked about is of."""
    said = read_unit(unit, unit.activity)
    return any(name in known and name in said and differ(known[name], said[name]) for name in KINDS)


def by_another_name(current: Draft, unit: Unit) -> bool:
    """Whether a counted word speaks of one more of the current fact: 读研过了三门专业课，一门公共课."""
    entry = unit.anchor.entry if unit.anchor else None
    counted = any(piece.counts for piece in unit.pieces)
    return bool(entry and counted and unit.border < FULL_STOP and entry.by.get(current.activity or ""))


def takes_over(current: Draft, unit: Unit) -> bool:
    """Whether what a unit names takes the current fact in: 培训班我去了，我是讲课的."""
    if inner(unit):
        return False
    counted = all(any(piece.quantity for piece in pieces) for pieces in (current.pieces, unit.pieces))
    own = any(own_words(each, current.activity) for each in current.units)
    return not counted and absorbs(unit.activity, current.activity, near=False, own_words=own)


def told_before(drafts: list[Draft], unit: Unit) -> Draft | None:
    """An earlier fact that a unit gives a detail of: 发明和实用新型各一项，发明我第二."""
    anchor = unit.anchor.entry if unit.anchor else None
    if anchor is None or not anchor.sets or unit.has("another") or unit.whens or any(p.quantity for p in unit.pieces):
        return None
    for draft in drafts:
        same = any(each.anchor and each.anchor.entry and each.anchor.entry.sets == anchor.sets for each in draft.units)
        if same and draft.activity == unit.activity and not clashes(draft, unit):
            return draft
    return None


def side_by_side(current: Draft, unit: Unit) -> bool:
    """CSSCI一篇，CSCD一篇: each counted with a word of its own, so that they are not the same one told twice."""
    last = current.units[-1] if current.units else None
    if last is None or unit.border == FULL_STOP or not all(any(p.counts for p in each.pieces) for each in (last, unit)):
        return False
    mine, theirs = ({piece.text for piece in each.pieces if piece.entry and piece.says} for each in (last, unit))
    return bool(mine and theirs) and mine != theirs


def left_bare(drafts: list[Draft], activity: str | None, unit: Unit) -> Draft | None:
    """The fact without an amount that a unit points back at: 局里培训，线上20学时，线下16学时."""
    if activity is None or unit.has("another"):
        return None
    fitting = [draft for draft in drafts if draft.activity == activity and not draft.seed]
    bare = [draft for draft in fitting if not any(piece.quantity for piece in draft.pieces)]
    return bare[0] if len(fitting) == len(bare) == 1 else None
