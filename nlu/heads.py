"""A count that heads a list: 去年结题两个，省级的我排第五，市级的我主持. The first of the list is a fact of its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from nlu.draft import Draft, read
from nlu.judging import differ
from nlu.unit import FULL_STOP
from policies.facts import Attributes

TELLING = ("certificate", "subject", "core", "cn", "level", "kind", "rank", "grade", "organizer")


def with_heads(drafts: list[Draft]) -> list[Draft]:
    """The facts, with each counted head set apart from what it took in of the list that follows."""
    found: list[Draft] = []
    for at, draft in enumerate(drafts):
        found += _apart(draft) if _heads(draft, drafts[at + 1 :]) else [draft]
    return found


def _heads(draft: Draft, following: list[Draft]) -> bool:
    """Whether what a fact counts are what it goes on with and the facts after it, and maybe some that go untold."""
    following = list(takewhile(lambda other: _beside(draft, other), following))
    if len(draft.units) < 2 or not following or not any(piece.counts for piece in draft.units[0].pieces):
        return False
    head = read(replace(draft, units=draft.units[:1]))
    count = head.get("count")
    if not isinstance(count, Decimal) or not len(following) < count:
        return False
    own = {name: value for name, value in read(draft).items() if head.get(name) != value}
    return all(_otherwise(own, head, other) for other in following)


def _beside(draft: Draft, other: Draft) -> bool:
    """Whether a fact goes on with the list: of the same kind, uncounted, without a time, not told to have failed."""
    pieces = other.pieces
    plain = not any(piece.counts or piece.when for piece in pieces) and not other.has("failed")
    return plain and other.activity == draft.activity and other.units[0].border < FULL_STOP and not other.has("another")


def _otherwise(own: Attributes, head: Attributes, other: Draft) -> bool:
    """Whether a fact differs in what the list tells its items apart by, and in nothing that the head told of all."""
    theirs = {name: value for name, value in read(replace(other, given={})).items() if name in TELLING}
    if any(name in head and differ(head[name], value) for name, value in theirs.items()):
        return False
    return any(name in own and own[name] != value for name, value in theirs.items())


def _apart(draft: Draft) -> list[Draft]:
    head, *rest = draft.units
    return [replace(draft, units=[head]), replace(draft, units=rest, given={})]
