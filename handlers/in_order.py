"""Which of the entries told together is meant: 第二篇, 后面那篇, 前一篇, 另一篇."""

from __future__ import annotations

from decimal import Decimal

from handlers.scene import Scene
from handlers.state import State
from policies.facts import Fact

OTHER = 0


def at_place(scene: Scene, facts: list[Fact], place: int) -> list[Fact]:
    """The entries at that place (see `Reference.place`) among `facts`, which are of the kind that is meant; none where
    there are not so many. One entry that counts several has all their places."""
    told = told_together(scene.state, sorted(facts, key=lambda fact: fact.id))
    if len(told) == 1 and several(told[0]):
        return told if place <= several(told[0]) else []
    if place == OTHER:
        return [fact for fact in told if fact.id not in scene.state.last_posted] if len(told) > 1 else []
    index = place - 1 if place > 0 else place
    return told[index:][:1] if -len(told) <= index < len(told) else []


def told_together(state: State, facts: list[Fact]) -> list[Fact]:
    """Those of one message, where the last one told several or one that counts several; else all of the kind."""
    listed = {number: at for at, number in enumerate(state.listing)}
    together = sorted((fact for fact in facts if fact.id in listed), key=lambda fact: listed[fact.id])
    if len(together) > 1 and set(state.last_posted) <= listed.keys():
        return together
    last = [fact for fact in facts if fact.id in state.last_posted]
    return last if last and several(last[-1]) else facts


def several(fact: Fact) -> int:
    """How many an entry counts, where it is more than one; else 0."""
    count = fact.attributes.get("count")
    return int(count) if isinstance(count, Decimal) and count > 1 else 0
