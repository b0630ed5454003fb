"""A fact in the making: the units that speak of it, and what they say together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from nlu.amounts import amounts_of
from nlu.clauses import Unit
from nlu.dimensions.time_when import When
from nlu.known import allowed
from nlu.moods import negated
from nlu.pieces import Piece
from policies.facts import Range, Value

OWN = frozenset({"rank", "sole", "role"})
_ME = re.compile(r"我(?!们?(?:同事|导师|主任|领导|老公|老婆|师|学生|徒弟|朋友|同学|老板|爱人))|本人|自己|俺|咱")


@dataclass(slots=True)
class Draft:
    """`given`: taken over from a sibling; `when`: a time said elsewhere that holds for this one too."""

    activity: str | None
    units: list[Unit] = field(default_factory=list)
    given: dict[str, Value] = field(default_factory=dict)
    when: When | None = None
    another: bool = False
    seed: bool = False
    moods: set[str] = field(default_factory=set)

    @property
    def pieces(self) -> list[Piece]:
        return [piece for unit in self.units for piece in unit.pieces]

    def has(self, cue: str) -> bool:
        return any(unit.has(cue) for unit in self.units)


def read(text: str, draft: Draft, *, weak: bool = True) -> dict[str, Value]:
    """Every attribute that was said of a fact, later words completing earlier ones; `weak` ones are only supposed."""
    attributes = {**(_weak(draft) if weak else {}), **draft.given}
    for unit in draft.units:
        for name, value in read_unit(text, unit, draft.activity).items():
            attributes[name] = joined(name, attributes.get(name), value)
    attributes.update(amounts_of(draft.units, draft.activity))
    return allowed(attributes, draft.activity)


def _weak(draft: Draft) -> dict[str, Value]:
    """What words suppose unless something else was said."""
    return {name: value for piece in draft.pieces if piece.entry for name, value in piece.entry.weak.items()}


def read_unit(text: str, unit: Unit, activity: str | None) -> dict[str, Value]:
    """What the words of one unit say of an activity, amounts left aside."""
    said: dict[str, Value] = {}
    for piece in unit.pieces:
        for name, value in meaning(text, piece, activity).items():
            if name in OWN and of_others(text, unit, piece):
                continue
            said[name] = joined(name, said.get(name), value)
    return said


def meaning(text: str, piece: Piece, activity: str | None) -> dict[str, Value]:
    """What one piece says of an activity; 没 before it turns its flags round."""
    if piece.rank is not None:
        return allowed({"rank": piece.rank}, activity)
    if piece.journal:
        return {"cn": True} if activity == "paper" else {}
    if piece.title:
        return allowed({"title": piece.title}, activity)
    if piece.entry is None:
        return {}
    said = allowed(piece.entry.means(activity), activity)
    if "done" in piece.cues and negated(text, piece):
        return {name: value is not True if isinstance(value, bool) else value for name, value in said.items()}
    return said


def of_others(text: str, unit: Unit, piece: Piece) -> bool:
    """Whether a position is somebody else's: 导师一作, 主任主持."""
    if any("someone" in each.cues and text[piece.end : each.start] in ("是", "为", "是我") for each in unit.pieces):
        return True
    others = [each.end for each in unit.pieces if "someone" in each.cues and each.end <= piece.start]
    return bool(others) and not _ME.search(text[others[-1] : piece.start]) and piece.start - others[-1] <= 4


STRONG = {"organizer": ("approved", "talent_base", "base"), "level": ("bureau",)}


def joined(name: str, old: Value | None, new: Value) -> Value:
    """Both at once: an exact rank goes before "not the first", an approval before who held it."""
    if isinstance(old, Decimal) and isinstance(new, Range):
        return old
    strong = STRONG.get(name, ())
    if old in strong and new not in strong and not (name == "level" and new != "provincial"):
        return old if old is not None else new
    return new


def times_of(draft: Draft) -> list[tuple[When, str]]:
    """The times that were said, with what they are of: the start, the end, or the thing itself."""
    found = []
    for unit in draft.units:
        for at, piece in enumerate(unit.pieces):
            if piece.when and not of_term(unit, at):
                found.append((piece.when, _role_of_time(unit, at)))
    return found


def of_term(unit: Unit, at: int) -> bool:
    """Whether a time is that of the term of employment (聘期2017到2021)."""
    before = [piece for piece in unit.pieces[:at] if "term" in piece.cues or piece.when]
    return bool(before) and "term" in before[-1].cues


def _role_of_time(unit: Unit, at: int) -> str:
    for piece in unit.pieces[at + 1 :]:
        if piece.when or piece.quantity:
            break
        if "start" in piece.cues:
            return "start"
        if piece.cues & {"end", "result"}:
            return "end"
    return ""


def when_of(draft: Draft) -> When | None:
    """The time of a fact: the one that says how it ended, else the last one that does not say how it began."""
    times = times_of(draft)
    for wanted in ("end", ""):
        fitting = [when for when, role in times if role == wanted]
        if fitting:
            return fitting[-1]
    if draft.when is not None:
        return draft.when
    return times[-1][0] if times else None
