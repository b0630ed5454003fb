"""Values told one for each of several facts: 两篇论文，分别是一作和三作; 两次培训，3天和5天; 专利两项，排名1、3."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from nlu.draft import Draft, meaning, read
from nlu.pieces import Piece
from nlu.unit import Unit
from policies.facts import Value

NAMES = frozenset({"rank", "level", "kind", "grade", "core", "days", "hours", "words", "months", "when"})
MOST = 12
_LINK = re.compile(r"的?[ 、和跟与及，]{0,2}(?:分别)?(?:是|为|排|的|另一?[个篇项本次])?")
_EACH = re.compile("各(?!自)[^，。、]{0,3}$")
_BARRED = frozenset({"correction", "someone", "actual"})


@dataclass(frozen=True, slots=True)
class _Told:
    """A piece, the number of its unit, and what it tells of a name."""

    piece: Piece
    at: int
    value: object


def told_apart(draft: Draft) -> list[Draft]:
    """A fact for each of the values that were listed, where there are as many as were counted; else the one."""
    if draft.seed or any(unit.cues & _BARRED for unit in draft.units):
        return [draft]
    each = any(map(_each, draft.units))
    total = None if each else read(draft).get("count")
    if total == 1:
        return [draft]
    lists = [told for name, told in _told(draft).items() if _listed(name, told, draft.units, total, each=each)]
    lists = [told for told in lists if len(told) == len(lists[0])]
    return [_part(draft, lists, index, each=each) for index in range(len(lists[0]))] if lists else [draft]


def _told(draft: Draft) -> dict[str, list[_Told]]:
    found: dict[str, list[_Told]] = {}
    for at, unit in enumerate(draft.units):
        for piece in unit.pieces:
            for name, value in _values(piece, draft.activity):
                if name in NAMES and (name != "rank" or isinstance(value, Decimal)):
                    found.setdefault(name, []).append(_Told(piece, at, value))
    return found


def _values(piece: Piece, activity: str | None) -> Iterable[tuple[str, object]]:
    if piece.when:
        return (("when", piece.when.period),)
    if piece.quantity:
        return () if piece.quantity.per else ((piece.quantity.attribute, piece.quantity.amount),)
    return meaning(piece, activity).items()


def _listed(name: str, told: list[_Told], units: list[Unit], total: Value | None, *, each: bool) -> bool:
    """Whether the values stand in a list, and are as many as the facts."""
    if not 2 <= len(told) <= MOST or all(one.value == told[0].value for one in told):
        return False
    if not (total == len(told) or (total is None and (name == "rank" or each))):
        return False
    return all(_linked(one, other, units) for one, other in pairwise(told))


def _linked(one: _Told, other: _Told, units: list[Unit]) -> bool:
    """Whether nothing but a list mark stands between two pieces."""
    first, second = units[one.at], units[other.at]
    if first is second:
        return bool(_LINK.fullmatch(first.between(one.piece.end, other.piece.start)))
    if other.at != one.at + 1 or second.border > 3:
        return False
    tail, head = first.between(one.piece.end, first.end), second.between(second.start, other.piece.start)
    return bool(_LINK.fullmatch(tail) and _LINK.fullmatch(head))


def _each(unit: Unit) -> bool:
    """Whether a count is of each: 各一篇."""
    return any(piece.counts and _EACH.search(unit.between(unit.start, piece.start)[-5:]) for piece in unit.pieces)


def _part(draft: Draft, lists: list[list[_Told]], index: int, *, each: bool) -> Draft:
    """The fact that has the value at `index` of each list."""
    others = {id(one.piece) for told in lists for place, one in enumerate(told) if place != index}
    units = [unit.with_pieces(_kept(unit, others, counted=each)) for unit in draft.units]
    return replace(draft, units=units, given=dict(draft.given) if each else {**draft.given, "count": Decimal(1)})


def _kept(unit: Unit, others: set[int], *, counted: bool) -> Iterator[Piece]:
    """The pieces of a unit save those of the other facts and, unless each was counted, the count of them all."""
    return (piece for piece in unit.pieces if id(piece) not in others and (counted or not piece.counts))
