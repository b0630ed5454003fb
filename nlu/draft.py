"""A fact in the making: the units that speak of it, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from nlu.amounts import amounts_of
from nlu.dimensions.time_when import When
from nlu.entries import Entry
from nlu.known import allowed
from nlu.pieces import Piece
from nlu.unit import Unit
from policies.facts import Range, Value

MOST_UNITS = 25
OWN = frozenset({"rank", "sole", "role"})
STRONG = {"organizer": ("approved", "talent_base", "base"), "level": ("bureau",), "kind": ("translation",)}
_ME = re.compile(r"我(?!们?(?:同事|导师|主任|领导|老公|老婆|师|学生|徒弟|朋友|同学|老板|爱人))|本人|自己|俺|咱")


@dataclass(slots=True)
class Draft:
    """`given`: taken over from a sibling; `when`: a time said elsewhere that holds for this one too; `another`: told
    as a further one; `seed`: not of this message, but what a pending question is about; `known`: what was read."""

    activity: str | None
    units: list[Unit] = field(default_factory=list)
    given: dict[str, Value] = field(default_factory=dict)
    when: When | None = None
    another: bool = False
    seed: bool = False
    known: tuple[object, dict[str, Value]] | None = field(default=None, init=False)

    @property
    def pieces(self) -> list[Piece]:
        return [piece for unit in self.units for piece in unit.pieces]

    def has(self, cue: str) -> bool:
        return any(cue in unit.cues for unit in self.units)


def add(draft: Draft, unit: Unit) -> None:
    """One more unit of a fact, unless it has more than anybody needs: each costs a look at all before it."""
    if len(draft.units) < MOST_UNITS:
        draft.units.append(unit)


def read(draft: Draft, *, weak: bool = True) -> dict[str, Value]:
    """Every attribute that was said of a fact, later words completing earlier ones; `weak` ones are only supposed."""
    state = (draft.activity, len(draft.units), len(draft.given), weak)
    if draft.known is None or draft.known[0] != state:
        draft.known = (state, _read(draft, weak=weak))
    return dict(draft.known[1])


def _read(draft: Draft, *, weak: bool) -> dict[str, Value]:
    attributes = {**(_weak(draft) if weak else {}), **draft.given}
    for unit in draft.units:
        for name, value in read_unit(unit, draft.activity).items():
            attributes[name] = joined(name, attributes.get(name), value)
    attributes.update(amounts_of(draft.units, draft.activity))
    return allowed(attributes, draft.activity)


def _weak(draft: Draft) -> dict[str, Value]:
    """What words suppose unless something else was said."""
    return {name: value for piece in draft.pieces if piece.entry for name, value in piece.entry.weak.items()}


def read_unit(unit: Unit, activity: str | None) -> dict[str, Value]:
    """What the words of one unit say of an activity, amounts left aside."""
    said: dict[str, Value] = {}
    for piece in unit.pieces:
        for name, value in meaning(piece, activity).items():
            if name not in OWN or "someone" not in unit.cues or not _of_others(unit, piece):
                said[name] = joined(name, said.get(name), value)
    return said


def meaning(piece: Piece, activity: str | None) -> Mapping[str, Value]:
    """What one piece says of an activity; 没 before it turns its flags round."""
    if piece.entry is not None:
        said = _of_word(piece.entry, activity)
        return _turned(said) if piece.denied else said
    if piece.rank is not None:
        return allowed({"rank": piece.rank}, activity)
    if piece.journal:
        return {"cn": True} if activity == "paper" else {}
    return allowed({"title": piece.title}, activity) if piece.title else {}


@cache
def _of_word(entry: Entry, activity: str | None) -> Mapping[str, Value]:
    return MappingProxyType(allowed(entry.means(activity), activity))


def _turned(said: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value is not True if isinstance(value, bool) else value for name, value in said.items()}


def _of_others(unit: Unit, piece: Piece) -> bool:
    """Whether a position is somebody else's: 导师一作, 主任主持, 一作是我学生."""
    people = [each for each in unit.pieces if "someone" in each.cues]
    if any(unit.between(piece.end, each.start) in ("是", "为", "是我") for each in people):
        return True
    if _ME.match(piece.text):
        return False
    before = [each.end for each in people if each.end <= piece.start]
    return bool(before) and piece.start - before[-1] <= 8 and not _ME.search(unit.between(before[-1], piece.start))


def others_first(draft: Draft) -> bool:
    """Whether somebody else was said to be the first: 导师第一."""
    return any(
        meaning(piece, draft.activity).get("rank") == 1 and _of_others(unit, piece)
        for unit in draft.units
        if "someone" in unit.cues
        for piece in unit.pieces
    )


def joined(name: str, old: Value | None, new: Value) -> Value:
    """Both at once: an exact rank goes before "not the first", an approval before who held it."""
    if old is None:
        return new
    if isinstance(old, Decimal) and isinstance(new, Range):
        return old
    strong = STRONG.get(name, ())
    keeps = old in strong and new not in strong and (name != "level" or new == "provincial")
    return old if keeps else new
