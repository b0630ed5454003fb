"""Figures told by what an entry has: 20改成25 changes its 20, whatever that counts; 有一天请假了 is a day less."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from nlu.reading import Change
from policies.facts import Attributes, Fact

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


def with_figures(facts: list[Fact], shift: Mapping[str, Decimal]) -> list[Fact]:
    """The entries that have the figures that are to be more or less, if any has."""
    return [fact for fact in facts if all(figure_of(fact, name) is not None for name in shift)] or facts


def shifted(fact: Fact, sets: Attributes, shift: Mapping[str, Decimal]) -> Attributes | None:
    """`sets` with the entry's figures made more or less; None where it lacks one, or nothing would be left of it."""
    changed = dict(sets)
    for name, by in shift.items():
        figure = figure_of(fact, name)
        if figure is None or figure + by <= 0:
            return None
        changed[name] = figure + by
    return changed


def figure_of(fact: Fact, name: str) -> Decimal | None:
    """The entry's figure; what nobody counted is one."""
    figure = fact.attributes.get(name, Decimal(1) if name == "count" else None)
    return figure if isinstance(figure, Decimal) else None
