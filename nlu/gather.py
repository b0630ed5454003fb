"""From units to facts: which unit speaks of which fact, and when a new one begins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from nlu.absorbing import absorbs
from nlu.amounts import amounts_of, fits
from nlu.clauses import Unit
from nlu.dimensions.time_when import When
from nlu.draft import Draft, meaning, of_term, read, read_unit, when_of
from nlu.pieces import Piece
from policies.facts import Value

INHERENT = ("level", "kind", "grade", "count", "days", "hours", "months", "points")
SPLITS = ("count", "days", "hours", "months", "rank", "level", "kind", "grade", "organizer", "points", "role")
MOODS = frozenset({"done", "failed", "planned", "pending", "supposed", "unserious", "abandoned"})
VENUE = ("cn", "core", "foreign", "society", "level", "subject")
INHERITED = ("organizer", "certificate", "exam_level", "kind", "mode")


@dataclass(slots=True)
class Gathering:
    """The facts found so far. `loose`: units that came before any activity; `scope`: the time that holds until
    another is said."""

    text: str
    drafts: list[Draft] = field(default_factory=list)
    loose: list[Unit] = field(default_factory=list)
    scope: When | None = None
    last_activity: str | None = None

    @property
    def current(self) -> Draft | None:
        return self.drafts[-1] if self.drafts else None


def gather(text: str, units: list[Unit], seed: Draft | None = None, last_activity: str | None = None) -> Gathering:
    """The facts of a message. `seed`: one that is talked about already, which details without an activity go to."""
    state = Gathering(text, [seed] if seed else [], last_activity=last_activity)
    for unit in _headed(units):
        _place(state, unit)
    if state.loose:
        _settle_loose(state)
    return state


def _headed(units: list[Unit]) -> list[Unit]:
    """The units with a time that opens a sentence taken into the one that it is the time of."""
    joined: list[Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        if last and last.border == 4 and unit.border < 4 and _only_time(last) and not _only_time(unit) and unit.sentence == last.sentence:
            joined[-1] = replace(unit, start=last.start, pieces=(*last.pieces, *unit.pieces), border=4)
        else:
            joined.append(unit)
    return joined


def _place(state: Gathering, unit: Unit) -> None:
    current = state.current
    if unit.has("all") and unit.anchor and _one_each(state, unit):
        return
    if unit.has("all") and len(state.drafts) > 1 and _for_all(state, unit):
        return
    if unit.anchor and not _yields(unit, current):
        _place_anchored(state, unit)
    elif current is None:
        _place_first(state, unit)
    elif _starts_elliptic(state, unit, current):
        _begin(state, unit, _activity_for(state, unit, current), elliptic=True)
    else:
        current.units.append(unit)


def _one_each(state: Gathering, unit: Unit) -> bool:
    """去年三天，今年两天，都是…的培训: a fact for each time told before."""
    timed = [loose for loose in state.loose if unit_whens(loose)]
    if len(timed) < 2:
        return False
    plain = replace(unit, pieces=tuple(piece for piece in unit.pieces if not piece.quantity and not piece.when))
    state.drafts += [Draft(unit.activity, [loose, plain]) for loose in timed]
    state.loose = []
    return True


def _yields(unit: Unit, current: Draft | None) -> bool:
    """独著 after a paper speaks of that paper."""
    entry = unit.anchor.entry if unit.anchor else None
    return bool(entry and entry.yields and current and current.activity in entry.by)


def _place_anchored(state: Gathering, unit: Unit) -> None:
    current, activity = state.current, unit.activity
    if current is None or current.activity is None:
        _begin(state, unit, activity)
        return
    own = own_words(unit, activity)
    if absorbs(current.activity, activity, near=False, own_words=own or bool(unit_whens(unit))) and not unit.has(
        "another"
    ):
        current.units.append(unit)
    elif not (_amounts(current) and _amounts(Draft(activity, [unit]))) and absorbs(activity, current.activity, near=False, own_words=_has_own_words(current)):
        current.activity = activity
        current.units.append(unit)
    elif current.activity == activity and not _another(unit) and not clashes(state.text, current, unit):
        current.units.append(unit)
    else:
        _begin(state, unit, activity)


def _amounts(draft: Draft) -> bool:
    return any(piece.quantity for piece in draft.pieces)


def _has_own_words(draft: Draft) -> bool:
    return any(own_words(unit, draft.activity) for unit in draft.units)


def own_words(unit: Unit, activity: str | None) -> bool:
    """Whether a unit has words that point at this very activity besides its name."""
    return any(piece is not unit.anchor and activity in piece.hint for piece in unit.pieces)


def _place_first(state: Gathering, unit: Unit) -> None:
    activity, last = hinted(unit), state.last_activity
    if last and any(_another(each) for each in [*state.loose, unit]) and _compatible(state.text, unit, Draft(last)):
        activity = last if activity else None
    if activity is None:
        state.loose.append(unit)
        return
    _begin(state, unit, activity)


def _begin(state: Gathering, unit: Unit, activity: str | None, *, elliptic: bool = False) -> None:
    """Start a fact with this unit and the loose ones before it."""
    draft = Draft(activity, another=unit.has("another"))
    sibling = state.current
    if elliptic and sibling:
        names = INHERITED if draft.another else (*INHERITED, *VENUE)
        draft.given = {name: value for name, value in read(state.text, sibling).items() if name in names}
    header = [each for each in state.loose if _only_time(each)]
    draft.units = [each for each in state.loose if each not in header and not _overtaken(each, unit)] + [unit]
    for each in header:
        state.scope = unit_whens(each)[-1]
    state.loose = []
    said = unit_whens(unit)
    if said:
        state.scope = said[-1]
    draft.when = state.scope
    state.drafts.append(draft)


def _overtaken(loose: Unit, unit: Unit) -> bool:
    """What failed before a deed that succeeded: 先投的被拒了，还好有一篇发出来了."""
    return loose.has("failed") and unit.has("done") and not unit.has("failed")


def _only_time(unit: Unit) -> bool:
    return bool(unit_whens(unit)) and all(piece.when or not _says(piece) for piece in unit.pieces)


def _says(piece: Piece) -> bool:
    """Whether a piece says something of a fact, whatever it is."""
    entry = piece.entry
    return entry is None or bool(entry.sets or entry.by or entry.activity or entry.cues & MOODS)


def _settle_loose(state: Gathering) -> None:
    """Units that no activity followed: they make an elliptic fact where the dialogue has an activity."""
    unit = state.loose[0]
    another = any(_another(each) for each in state.loose)
    draft = Draft(state.last_activity if another else None, list(state.loose), another=another)
    draft.when = next((when for each in state.loose for when in unit_whens(each)), None)
    if draft.activity is None:
        draft.activity = _guessed(state.loose)
    state.drafts.append(draft)
    state.loose = [unit]


def _guessed(units: list[Unit]) -> str | None:
    """Somebody held something that took days or hours: a training."""
    organised = any("organizer" in (piece.entry.sets if piece.entry else {}) for unit in units for piece in unit.pieces)
    timed = any(
        piece.quantity and piece.quantity.attribute in ("days", "hours") for unit in units for piece in unit.pieces
    )
    return "training" if organised and timed else None


def hinted(unit: Unit) -> str | None:
    """The activity that most words of a unit point at; the order of a word's hints breaks ties."""
    votes: dict[str, int] = {}
    for piece in unit.pieces:
        for place, activity in enumerate(_hints_of(piece)):
            votes[activity] = votes.get(activity, 0) + max(1, 4 - place)
    return max(votes, key=lambda activity: votes[activity]) if votes else None


_UNITS = {
    "篇": ("paper",),
    "模块": ("digital_exam",),
    "科": ("exam", "degree_course"),
    "本": ("book",),
    "部": ("book",),
}


def _hints_of(piece: Piece) -> tuple[str, ...]:
    if piece.quantity:
        return _UNITS.get(piece.quantity.unit, ())
    return piece.hint


def unit_whens(unit: Unit) -> list[When]:
    return [piece.when for at, piece in enumerate(unit.pieces) if piece.when and not of_term(unit, at)]


def _another(unit: Unit) -> bool:
    return unit.has("another")


def _starts_elliptic(state: Gathering, unit: Unit, current: Draft) -> bool:
    """Whether a unit without an activity speaks of a further fact."""
    if unit.has("correction") or unit.has("actual") or unit.has("travel"):
        return False
    if _failed_beside(unit, current):
        return True
    hint = hinted(unit)
    if not current.seed and not any(each.anchor for each in current.units) and not read(state.text, current):
        return False
    if current.seed and not unit.has("another"):
        return False
    if hint and current.activity and not _compatible(state.text, unit, current):
        return _told(state.text, unit, hint)
    if _enumerates(unit, current) or (_another(unit) and (unit.has("failed") or unit.has("planned"))):
        return True
    if unit.has("strong_another") or (_another(unit) and _substance(unit, current)):
        return True
    return clashes(state.text, current, unit, INHERENT if not _substance(unit, current) else SPLITS)


def _enumerates(unit: Unit, current: Draft) -> bool:
    """一篇被拒，一篇发了: each begins with its count."""
    mine, theirs = _leading_count(current.units[0] if current.units else unit), _leading_count(unit)
    return current.units != [] and mine is not None and mine == theirs and len([p for p in unit.pieces if _says(p)]) > 1


def _leading_count(unit: Unit) -> str | None:
    first = next((piece for piece in unit.pieces if _says(piece)), None)
    return first.quantity.unit if first and first.quantity and first.quantity.attribute == "count" else None


def _failed_beside(unit: Unit, current: Draft) -> bool:
    """实务没过 next to what was passed: a fact of its own, that failed."""
    told = any("subject_name" in piece.cues or piece.quantity for piece in unit.pieces)
    return told and unit.has("failed") and current.has("result") and not current.has("failed")


def _compatible(text: str, unit: Unit, current: Draft) -> bool:
    """Whether the current fact can have what the unit's hinting words say."""
    hinting = [piece for piece in unit.pieces if _hints_of(piece)]
    return all(current.activity in _hints_of(piece) or meaning(text, piece, current.activity) for piece in hinting)


def _substance(unit: Unit, current: Draft) -> bool:
    return bool(unit_whens(unit)) or any(piece.quantity and fits(piece, current.activity) for piece in unit.pieces)


def _activity_for(state: Gathering, unit: Unit, current: Draft) -> str | None:
    hint = hinted(unit)
    if hint and not _compatible(state.text, unit, current):
        return hint
    return current.activity


def _told(text: str, unit: Unit, activity: str) -> bool:
    """Whether a unit tells more of an activity than the one word that points at it."""
    telling = [
        piece
        for piece in unit.pieces
        if meaning(text, piece, activity) or piece.when or (piece.quantity and fits(piece, activity))
    ]
    return bool(telling)


def clashes(text: str, draft: Draft, unit: Unit, names: tuple[str, ...] = ()) -> bool:
    """Whether a unit says something else than the fact has already: another year, another number of days."""
    mine, theirs = _with_amounts(text, draft), _unit_with_amounts(text, unit, draft.activity)
    if unit.has("result") and not draft.has("result") and not unit_whens(unit):
        mine.pop("count", None)
    for name in names or (*SPLITS, "certificate"):
        if name in mine and name in theirs and differ(mine[name], theirs[name]):
            return True
    return _other_time(draft, unit)


def _with_amounts(text: str, draft: Draft) -> dict[str, Value]:
    return read(text, draft)


def _unit_with_amounts(text: str, unit: Unit, activity: str | None) -> dict[str, Value]:
    return {**read_unit(text, unit, activity), **amounts_of([unit], activity)}


def differ(one: Value, other: Value) -> bool:
    """Whether two values exclude each other; 经济师 and 中级经济师 do not."""
    if isinstance(one, str) and isinstance(other, str):
        return one not in other and other not in one
    return type(one) is type(other) and one != other


def _other_time(draft: Draft, unit: Unit) -> bool:
    """Whether the unit names another time, and neither is only of how it began."""
    own = Draft(draft.activity, draft.units)
    mine, theirs = when_of(own), when_of(Draft(draft.activity, [unit]))
    if mine is None or theirs is None or theirs.relative_to_context:
        return False
    apart = mine.period.end < theirs.period.start or theirs.period.end < mine.period.start
    return apart and not any("start" in piece.cues or "end" in piece.cues for piece in [*own.pieces, *unit.pieces])


def _for_all(state: Gathering, unit: Unit) -> bool:
    """Give what 都 says to every fact that can have it."""
    if unit.anchor and all(draft.activity for draft in state.drafts):
        return False
    taken = False
    for draft in state.drafts:
        if read_unit(state.text, unit, draft.activity) or unit_whens(unit):
            draft.units.append(replace(unit, pieces=tuple(piece for piece in unit.pieces if not piece.quantity)))
            taken = True
    return taken
