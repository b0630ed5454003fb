"""Judging whether a unit goes on with a fact, contradicts it, or speaks of another one."""

from __future__ import annotations

import re
from decimal import Decimal

from nlu.amounts import amounts_of, of_a_part
from nlu.counted import fits, hints_of
from nlu.draft import Draft, meaning, read, read_unit
from nlu.failing import failed_beside
from nlu.pieces import Piece
from nlu.times import when_of
from nlu.unit import FULL_STOP, Unit, names_one
from policies.facts import Range, Value

INHERENT = ("certificate", "level", "kind", "core", "grade", "count", "days", "hours", "months", "points")
SPLITS = (*INHERENT, "rank", "organizer", "role")
BESIDE = {"degree": "degree_course", "degree_course": "degree_course"}
OF_A_WORK = ("core", "cn", "foreign", "level", "rank", "kind")
_ONE_MORE = re.compile(r"(?:还有|另有|另外|外加|加上|再加|又有?)[发写出拿参加做]{0,2}了?[篇本项门个场次](?![人月])")
_I_DID = re.compile(" ?(?:我|本人|自己)(?:就|只|才|也|是|有|自己)*[一两二三四五六七八九十\\d]")
LISTED = 2  # the strength of the border between the items of a list
MOODS = frozenset({"done", "failed", "planned", "pending", "supposed", "unserious", "abandoned"})


def starts_another(unit: Unit, current: Draft) -> bool:
    """Whether a unit without an activity speaks of a further fact."""
    if unit.cues & {"correction", "actual", "travel"} or _after_correction(unit, current):
        return False
    if failed_beside(unit, current) or _others_deed(unit, current) or _own_deed(unit, current):
        return True
    if current.seed and not unit.has("another"):
        return bool(current.units) and (names_one(unit) or _at_another_time(unit, current))
    if not current.seed and not any(each.anchor for each in current.units) and not read(current):
        return False
    hint = hinted(unit)
    if hint and current.activity and not compatible(unit, current):
        return _tells(unit, hint) or (unit.has("another") and unit.has("done"))
    return _goes_on_otherwise(unit, current)


def _goes_on_otherwise(unit: Unit, current: Draft) -> bool:
    """Whether the same kind of thing is told again: 另一个…, a list of 一篇…一篇…, another year."""
    if unit.has("void") and unit.has("that") and any(piece.entry and piece.says for piece in unit.pieces):
        return True  # 卫健委那个不是我的
    if unit.has("failed") and current.has("done") and not current.has("failed") and clashes(current, unit):
        return True  # 卫健委的去了，学会的没去
    told = _substance(unit, current) or bool(_ONE_MORE.search(unit.text))
    if unit.has("another") and clashes(current, unit, OF_A_WORK):
        return True
    if unit.has("strong_another") or (unit.has("another") and (told or unit.cues & {"failed", "planned"})):
        return True
    return enumerates(unit, current) or clashes(current, unit, SPLITS if told else INHERENT)


def says(piece: Piece) -> bool:
    """Whether a piece says something of a fact or of how it went."""
    return piece.says or bool(piece.cues & MOODS)


def only_time(unit: Unit) -> bool:
    """Whether a unit says nothing but when."""
    return bool(unit.whens) and not unit.has("dated") and all(piece.when or not says(piece) for piece in unit.pieces)


def own_words(unit: Unit, activity: str | None) -> bool:
    """Whether a unit has words that point at this very activity besides its name."""
    return any(piece is not unit.anchor and activity in piece.hint for piece in unit.pieces)


def hinted(unit: Unit, beside: str | None = None) -> str | None:
    """The activity that most words of a unit point at; the order of a word's hints breaks ties, but for what goes with
    the activity `beside` it."""
    votes: dict[str, int] = {}
    for piece in unit.pieces:
        for place, activity in enumerate(hints_of(piece)):
            near = activity == BESIDE.get(beside or "")
            votes[activity] = votes.get(activity, 0) + (4 if near else max(1, 4 - place) - (beside in BESIDE))
    return max(votes, key=lambda activity: votes[activity]) if votes else None


def compatible(unit: Unit, current: Draft) -> bool:
    """Whether the current fact can have what the unit's hinting words say."""
    hinting = [piece for piece in unit.pieces if hints_of(piece)]
    return all(current.activity in hints_of(piece) or meaning(piece, current.activity) for piece in hinting)


def clashes(draft: Draft, unit: Unit, names: tuple[str, ...] = SPLITS) -> bool:
    """Whether a unit says something else than the fact has already: another year, another number of days."""
    mine, theirs = read(draft), {**read_unit(unit, draft.activity), **amounts_of([unit], draft.activity)}
    if unit.has("result") and not draft.has("result") and not unit.whens:
        mine.pop("count", None)
    if any(piece.quantity and of_a_part(unit, piece) for piece in unit.pieces):
        mine = {name: value for name, value in mine.items() if name not in ("days", "hours")}
    if any(name in mine and name in theirs and differ(mine[name], theirs[name]) for name in names):
        return True
    return _other_time(draft, unit)


def differ(one: Value, other: Value) -> bool:
    """Whether two values exclude each other; 经济师 and 中级经济师 do not."""
    if isinstance(one, str) and isinstance(other, str):
        return one != other if one.isascii() else one not in other and other not in one
    if isinstance(one, Decimal) and isinstance(other, Range):
        return one < other.low or (other.high is not None and one > other.high)
    return type(one) is type(other) and one != other


def _other_time(draft: Draft, unit: Unit) -> bool:
    """Whether the unit names another time, and neither is only of how it began or ended."""
    if (
        not unit.whens
        or unit.cues & {"start", "dated"}
        or draft.has("start")
        or draft.has("end") != ("end" in unit.cues)
    ):
        return False
    mine, theirs = when_of(Draft(draft.activity, draft.units)), when_of(Draft(draft.activity, [unit]))
    if mine is None or theirs is None or theirs.relative_to_context:
        return False
    return mine.period.end < theirs.period.start or theirs.period.end < mine.period.start


def _tells(unit: Unit, activity: str) -> bool:
    """Whether a unit tells something of an activity."""
    return any(
        piece.when
        or meaning(piece, activity)
        or (piece.quantity and fits(piece, activity))
        or piece.cues & {"failed", "planned"}
        for piece in unit.pieces
    )


def _at_another_time(unit: Unit, current: Draft) -> bool:
    """那年过了两门，今年过了一门: what was done, or not, at another time than what was answered about."""
    told = unit.has("failed") or any(piece.quantity and fits(piece, current.activity) for piece in unit.pieces)
    before = [when for each in current.units for when in each.whens] if told and unit.whens else []
    return bool(before) and (before[-1].relative_to_context or _other_time(current, unit))


def _after_correction(unit: Unit, current: Draft) -> bool:
    """两篇，不对，三篇: what follows a bare 不对 is said of the same fact."""
    last = current.units[-1] if current.units else None
    return bool(last and last.has("correction") and not unit.has("another") and not any(map(_told, last.pieces)))


def _told(piece: Piece) -> bool:
    return bool(piece.quantity or piece.when or piece.rank is not None or piece.says)


def _others_deed(unit: Unit, current: Draft) -> bool:
    """Whether somebody else's deed is told after one's own: 我发了一篇，我同事也发了一篇."""
    deed = bool(unit.cues & {"done", "result"}) and any(piece.quantity or hints_of(piece) for piece in unit.pieces)
    return unit.has("someone") and deed and current.has("done") and not current.has("someone")


def _own_deed(unit: Unit, current: Draft) -> bool:
    """Whether one's own deed is told after somebody else's: 我同事发了SCI，我就一篇普刊."""
    told = any(piece.quantity for piece in unit.pieces) and not unit.has("someone")
    return told and current.has("someone") and current.has("done") and bool(_I_DID.match(unit.text))


def _substance(unit: Unit, current: Draft) -> bool:
    return bool(unit.whens) or any(piece.quantity and fits(piece, current.activity) for piece in unit.pieces)


def enumerates(unit: Unit, current: Draft) -> bool:
    """一篇被拒，一篇发了: each begins with its count; 核心一篇，SCI一篇: each is a kind with its count; 一天、两天:
    each is no more than its count."""
    if current.units and unit.border == LISTED and _amount_alone(unit) == _amount_alone(current.units[-1]) is not None:
        return True
    if current.units and unit.border < FULL_STOP and (kind := _kind_counted(unit, current)):
        return _kind_counted(current.units[-1], current) == kind
    theirs = _leading_count(unit)
    if theirs is None or not current.units or len([piece for piece in unit.pieces if says(piece)]) < 2:
        return False
    return _leading_count(current.units[0]) == theirs


def _amount_alone(unit: Unit) -> str | None:
    """What the one amount is of that is all that a unit tells."""
    quantity = unit.pieces[0].quantity if len(unit.pieces) == 1 else None
    return quantity.attribute if quantity else None


def _kind_counted(unit: Unit, current: Draft) -> str | None:
    """The unit of the count that a unit ends with, where it begins with what kind of thing is counted."""
    told = [piece for piece in unit.pieces if says(piece) and not piece.when]
    if len(told) < 2 or not told[-1].counts or told[0].quantity or unit.cues & {"actual", "among", "correction"}:
        return None
    quantity = told[-1].quantity
    return quantity.unit if quantity and any(meaning(piece, current.activity) for piece in told[:-1]) else None


def _leading_count(unit: Unit) -> str | None:
    first = next((piece for piece in unit.pieces if says(piece) and not piece.when and "done" not in piece.cues), None)
    return first.quantity.unit if first and first.quantity and first.counts else None
