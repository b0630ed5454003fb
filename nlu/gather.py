"""From units to facts: which unit speaks of which fact, and when a new one begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nlu.belonging import (
    another_kind,
    by_another_name,
    further,
    left_bare,
    part_of,
    side_by_side,
    takes_over,
    told_before,
)
from nlu.dimensions.time_when import When
from nlu.draft import Draft, add, read, read_unit
from nlu.guessing import guessed
from nlu.inheriting import INHERITED, SHARED, also, headed_by, told_once, without_venue
from nlu.judging import clashes, compatible, enumerates, hinted, only_time, starts_another
from nlu.loose import overtaken, too, without_amounts
from nlu.spreading import as_then, for_all, for_each_kind, for_each_time, the_same
from nlu.unit import FULL_STOP, Unit
from policies.facts import Attributes

_OF_A_TIME = re.compile("的(?:哈|啊|呀|呢|了|事|谢谢| )*")


@dataclass(slots=True)
class Gathering:
    """The facts found so far. `loose`: units that came before any activity; `scope`: the time that holds until another
    is said; `plan`: the heading of a list of plans, while it lasts; `total`: the unit that counted all of what is then
    told apart (过了三门，一建两门二建一门); `last_activity`: what the dialogue was about; `pending`: what is known
    of the fact that is asked about."""

    drafts: list[Draft] = field(default_factory=list)
    loose: list[Unit] = field(default_factory=list)
    scope: When | None = None
    plan: Unit | None = None
    total: Unit | None = None
    last_activity: str | None = None
    pending: Attributes = field(default_factory=dict)

    @property
    def current(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None


def gather(
    units: list[Unit], seed: Draft | None = None, last_activity: str | None = None, pending: Attributes | None = None
) -> list[Draft]:
    """The facts of a message. `seed`: one that is talked about already, which details without an activity go to;
    `pending`: what is known of it."""
    state = Gathering([seed] if seed else [], last_activity=last_activity, pending=pending or {})
    for unit in _headed(units):
        _place(state, unit)
    if state.loose:
        state.drafts.append(_left_over(state))
    return [draft for draft in state.drafts if not draft.seed]


def _headed(units: list[Unit]) -> list[Unit]:
    """The units, with a time that opens a sentence taken into the one that it is the time of."""
    joined: list[Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        opens = last and last.border == 4 and (unit.border < 4 or last.header)
        if last and opens and only_time(last) and not only_time(unit):
            joined[-1] = last.with_pieces((*last.pieces, *unit.pieces)).reaching(unit)
        else:
            joined.append(unit)
    return joined


def _place(state: Gathering, unit: Unit) -> None:
    """Put a unit where it belongs."""
    current = state.current
    if unit.border == FULL_STOP:
        state.plan = state.total = None
    if unit.header and unit.cues & {"planned", "supposed"}:
        state.plan = unit.with_pieces(piece for piece in unit.pieces if not piece.when)
    for_each_kind(unit, current)
    spread = for_each_time(unit, state.loose)
    if spread:
        state.drafts += spread
        state.loose = []
        return
    every = unit.has("all") and not unit.has("strong_another")  # 其余都是二作 is of the rest
    if (every or _of_them_all(state, unit)) and for_all(unit, state.drafts):
        state.scope = unit.whens[-1] if unit.whens else state.scope
        return
    if current and current.activity and the_same(unit):
        state.drafts.append(as_then(current, unit))
        return
    if unit.anchor and not _yields(unit, current):
        _place_named(state, unit)
    elif current is None:
        _place_first(state, unit)
    elif starts_another(unit, current):
        activity = hinted(unit, current.activity) if not compatible(unit, current) else None
        if bare := left_bare(state.drafts, activity, unit):
            add(bare, unit)
        else:
            _begin(state, unit, activity or current.activity, elliptic=True)
            state.drafts[-1].another |= current.seed
    else:
        add(current, unit)


def _of_them_all(state: Gathering, unit: Unit) -> bool:
    """培训三天，公需课两天，去年的: a time that ends a list of which nothing had a time."""
    ends = only_time(unit) and bool(_OF_A_TIME.fullmatch(unit.text[unit.pieces[-1].end - unit.start :]))
    return ends and state.scope is None and not any(each.whens for draft in state.drafts for each in draft.units)


def _yields(unit: Unit, current: Draft | None) -> bool:
    """独著 after a paper speaks of that paper."""
    entry = unit.anchor.entry if unit.anchor else None
    return bool(entry and entry.yields and current and current.activity in entry.by)


def _place_named(state: Gathering, unit: Unit) -> None:
    """A unit that names an activity: of the current fact, a part of it, or a new fact."""
    current, activity = state.current, unit.activity
    if current is None or current.activity is None:
        _begin(state, unit, activity)
    elif current.seed and current.units and current.activity == activity and another_kind(state.pending, unit):
        _begin(state, unit, activity)  # 第二，实用新型授权了一个, of an invention that is asked about
        state.drafts[-1].another = True
    elif part_of(current, unit) or (
        current.activity == activity and not (further(unit) or clashes(current, unit) or enumerates(unit, current))
    ):
        add(current, unit)
    elif by_another_name(current, unit):
        _begin(state, unit, current.activity, elliptic=True)
    elif takes_over(current, unit):
        current.activity = activity
        add(current, unit)
    elif earlier := told_before(state.drafts, unit):
        earlier.units.append(unit)
    else:
        _begin(state, unit, activity)


def _place_first(state: Gathering, unit: Unit) -> None:
    """A unit without an activity before any fact: it may point at one, or wait for one."""
    activity, last = hinted(unit), state.last_activity
    if (
        activity
        and last
        and any(each.has("another") for each in [*state.loose, unit])
        and compatible(unit, Draft(last))
    ):
        activity = last
    if activity is None:
        state.loose.append(unit)
    else:
        _begin(state, unit, activity)


def _begin(state: Gathering, unit: Unit, activity: str | None, *, elliptic: bool = False) -> None:
    """Start a fact with this unit and the loose ones before it."""
    draft = Draft(activity, another=any(each.has("another") for each in [*state.loose, unit]))
    if state.current and state.current.activity == activity and side_by_side(state.current, unit):
        draft.another = True
    if elliptic and state.current and state.current.activity == activity:
        names = (*(INHERITED if draft.another and not also(unit) else SHARED), *(("passed",) if unit.anchor else ()))
        names = without_venue(names, unit, activity)
        draft.given = headed_by(state.current, unit) | {
            name: value for name, value in read(state.current).items() if name in names
        }
    draft.given |= told_once(state.current, unit, activity)
    head = state.current.units[0] if state.current and state.current.units else None
    if head and head.header and head.activity == activity:
        draft.given |= read_unit(head, activity)
    if state.plan is not None:
        draft.units.append(state.plan)
    if state.total and state.current and state.current.activity == activity:
        draft.given = {**read_unit(state.total, activity), **draft.given}
    for loose in state.loose:
        state.scope = loose.whens[-1] if loose.whens else state.scope
        if not only_time(loose) and not overtaken(loose, unit):
            draft.units.append(without_amounts(loose, unit))
            state.total = draft.units[-1] if draft.units[-1].pieces != loose.pieces else state.total
    state.loose = []
    draft.units.append(unit)
    state.scope = unit.whens[-1] if unit.whens else state.scope
    draft.when = state.scope
    state.drafts.append(draft)


def _left_over(state: Gathering) -> Draft:
    """Units that no activity followed: a further fact of the kind talked about, or a training where one was held."""
    another = any(unit.has("another") or too(unit) for unit in state.loose)
    activity = (state.last_activity if another else None) or guessed(state.loose)
    when = next((when for unit in state.loose for when in unit.whens), None)
    return Draft(activity, state.loose, when=when, another=another)
