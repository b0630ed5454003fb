"""One thing said of several facts: 都, 每年, and a list of times before what happened in each."""

from __future__ import annotations

from nlu.counted import fits
from nlu.draft import Draft, add, read_unit
from nlu.judging import hinted, only_time
from nlu.phrases import said
from nlu.pieces import Piece
from nlu.unit import Unit


def for_each_time(unit: Unit, loose: list[Unit]) -> list[Draft]:
    """A fact for each time told before, where the unit says that it was so each time; none otherwise."""
    if unit.whens and loose and (unit.has("each") or any(piece.counts for piece in unit.pieces)):
        times = [each for each in loose if only_time(each)]
        if times and (unit.has("each") or _as_many(unit, len(times) + 1)):
            return _yearly(unit, times)
    if unit.anchor is None:
        return []
    if told := _told_before(unit, loose):
        return told
    timed = [each for each in loose if each.whens]
    if not unit.has("all") or len(timed) < 2:
        return []
    plain = unit.with_pieces(piece for piece in unit.pieces if not piece.quantity and not piece.when)
    return [Draft(unit.activity, [each, plain]) for each in timed]


def _told_before(unit: Unit, loose: list[Unit]) -> list[Draft]:
    """去年过了两门，今年过了一门，一建: each with its time and its count before what both are of."""
    own = unit.whens or any(piece.quantity for piece in unit.pieces)
    counted = [each for each in loose if each.whens and any(p.quantity and fits(p, unit.activity) for p in each.pieces)]
    if own or len(counted) < 2 or len(counted) < len(loose):
        return []
    return [Draft(unit.activity, [each, unit]) for each in counted]


def _as_many(unit: Unit, times: int) -> bool:
    """Whether the unit counts as many as there are times: 5月8日、9月1日两次培训."""
    return times > 1 and any(piece.quantity and piece.quantity.amount == times for piece in unit.pieces if piece.counts)


def _yearly(unit: Unit, times: list[Unit]) -> list[Draft]:
    """23、24、25年每年过了一门: the last time stands in the unit itself."""
    activity = unit.activity or hinted(unit)
    if activity is None:
        return []
    if _as_many(unit, len(times) + 1):
        unit = unit.with_pieces(piece for piece in unit.pieces if not piece.counts)
    plain = unit.with_pieces(piece for piece in unit.pieces if not piece.when)
    return [*(Draft(activity, [each, plain]) for each in times), Draft(activity, [unit])]


def for_all(unit: Unit, drafts: list[Draft]) -> bool:
    """Give what 都 says to every fact that can have it; whether any could."""
    names_another = unit.anchor and unit.anchor.entry and not unit.anchor.entry.yields
    if len(drafts) < 2 or (names_another and all(draft.activity for draft in drafts)):
        return False
    plain = unit.with_pieces(piece for piece in unit.pieces if not piece.quantity or _of_each(unit, piece))
    measures = [piece for piece in plain.pieces if piece.quantity]
    fitting = [draft for draft in drafts if read_unit(unit, draft.activity) or unit.whens or measures]
    fitting = [draft for draft in fitting if not any(_has(draft, piece) for piece in measures)]
    for draft in fitting:
        add(draft, plain)
    return bool(fitting)


def _of_each(unit: Unit, piece: Piece) -> bool:
    """都是一天: how long each of them was."""
    return not piece.counts and unit.between(piece.start - 2, piece.start) in ("都是", "都有")


def _has(draft: Draft, measure: Piece) -> bool:
    """Whether a fact cannot have a measure, or has one already."""
    return not fits(measure, draft.activity) or any(each.quantity and not each.counts for each in draft.pieces)


def for_each_kind(unit: Unit, before: Draft | None) -> None:
    """发明专利和实用新型各一项: the count is of the one named before in the same clause too."""
    amounts = [piece for piece in unit.pieces if piece.quantity]
    named = unit.anchor or (before and any(before.activity in piece.hint for piece in unit.pieces))
    if not (before and before.units and unit.has("each") and named and amounts and unit.border in (0, 2)):
        return
    *earlier, last = before.units
    if unit.start - last.end > 1 or any(piece.quantity for piece in last.pieces):
        return
    if unit.activity in (before.activity, None):  # 两本书，专著和教材各一本
        earlier = [each.with_pieces(piece for piece in each.pieces if not piece.counts) for each in earlier]
    before.units = [*earlier, last, unit.with_pieces(amounts)]


def the_same(unit: Unit) -> bool:
    """24年也是: what was told just before, at another time."""
    return only_time(unit) and said("decide", "the_same", unit.between(unit.pieces[-1].end, unit.end))


def as_then(draft: Draft, unit: Unit) -> Draft:
    """The fact once more, at the time of the unit."""
    timeless = [each.with_pieces(piece for piece in each.pieces if not piece.when) for each in draft.units]
    return Draft(draft.activity, [*timeless, unit], dict(draft.given), another=True)
