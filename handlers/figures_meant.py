"""Which attribute a bare figure is of: 20改成25 changes the entry's 20, whatever was counted by it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from nlu.reading import Change
from policies.facts import Fact

MEASURES = ("hours", "days", "months", "words", "points")


def by_figure(facts: list[Fact], change: Change) -> tuple[list[Fact], Change]:
    """The entries in which the figure stands, and the change as one of that attribute; as they were where none fits."""
    for fact in facts:
        name = name_of(fact, change.was)
        if name is not None and change.number is not None:
            return [fact], replace(change, attributes={name: change.number})
    return facts, change


def name_of(fact: Fact, was: Decimal | None) -> str | None:
    """The attribute with that value; with no value told, the only measure that the entry has."""
    figures = {name: value for name, value in fact.attributes.items() if isinstance(value, Decimal)}
    if was is not None:
        fitting = [name for name, value in figures.items() if value == was]
    else:
        fitting = [name for name in MEASURES if name in figures]
    return fitting[0] if len(fitting) == 1 else None
