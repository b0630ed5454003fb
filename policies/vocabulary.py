"""The closed vocabulary: activities, attributes and their names. Read once from vocabulary.toml.

What follows from a word whatever the document says stands there too: a sole author is the first (`implied`),
a course was not abroad where nobody said so (`unsaid`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from policies.conditions import Condition, condition_of
from policies.facts import Attributes, Value
from policies.ranks import narrowed, value_of

FILE = Path(__file__).with_name("vocabulary.toml")


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing that can be known of an activity. `values` are a choice's ids with their names."""

    id: str
    name: str
    type: str  # choice | flag | number | rank | text
    slot: str
    values: Mapping[str, str] = field(default_factory=dict)
    least: Decimal | None = None
    most: Decimal | None = None
    whole: bool = False
    unsaid: bool | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """One type of activity. `unit` counts it (篇); `values` narrows an attribute's choices to those that fit it."""

    id: str
    name: str
    unit: str
    attributes: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Implied:
    """What follows: where `when` holds, the attributes in `sets` are that, unless something else was said."""

    when: Condition
    sets: Attributes


@dataclass(frozen=True, slots=True)
class Choices:
    """The answers offered where all that is still open of a slot lies within `settles`."""

    activities: tuple[str, ...]
    settles: frozenset[str]
    attribute: str
    slot: str
    options: tuple[tuple[str, Attributes], ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All names that facts, packs and the lexicon may use."""

    attributes: Mapping[str, Attribute]
    activities: Mapping[str, Activity]
    implied: Mapping[str, tuple[Implied, ...]]
    unsaid: Mapping[str, Attributes]
    choices: tuple[Choices, ...] = ()

    def label(self, attribute: str, value: str) -> str:
        """The Chinese name of a choice's value; the value itself where it has none."""
        found = self.attributes.get(attribute)
        return found.values.get(value, value) if found else value

    def values_of(self, activity: str, attribute: str) -> tuple[str, ...]:
        """The values that a choice can take for an activity."""
        narrow = self.activities[activity].values.get(attribute)
        return narrow or tuple(self.attributes[attribute].values)

    def complete(self, activity: str, said: Attributes, unsaid: Attributes | None = None) -> dict[str, Value]:
        """What was said, with what follows from it and what is taken to hold where nothing was said."""
        known = {**(self.unsaid[activity] if unsaid is None else unsaid), **said}
        rules = self.implied[activity]
        return entailed(known, said, rules) if rules else known


def entailed(known: dict[str, Value], said: Attributes, rules: tuple[Implied, ...]) -> dict[str, Value]:
    """`known` with what follows from it; a rank said as a range is narrowed, nothing else that was said changes."""
    for rule in rules:
        if rule.when.test(known) is True:
            for name, value in rule.sets.items():
                if name not in said:
                    known[name] = value
                elif name == "rank":
                    known[name] = narrowed(known[name], value)
    return known


def read_vocabulary(file: Path = FILE) -> Vocabulary:
    """The vocabulary of a file."""
    raw = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    attributes = {name: _attribute(name, entry) for name, entry in raw["attribute"].items()}
    activities = {name: _activity(name, entry) for name, entry in raw["activity"].items()}
    implied = raw.get("implied", [])
    return Vocabulary(
        attributes,
        activities,
        {name: tuple(_implied(entry) for entry in implied if name in entry["activities"]) for name in activities},
        dict.fromkeys(activities, _unsaid(attributes)),
        tuple(_choices(entry, attributes) for entry in raw.get("choices", [])),
    )


def _attribute(name: str, raw: Mapping[str, Any]) -> Attribute:
    number = _optional(lambda value: Decimal(str(value)))
    return Attribute(
        name,
        raw["name"],
        raw["type"],
        raw.get("slot", name),
        raw.get("values", {}),
        number(raw.get("least")),
        number(raw.get("most")),
        raw.get("whole", False),
        raw.get("unsaid"),
    )


def _optional(convert: Callable[[Any], Decimal]) -> Callable[[Any], Decimal | None]:
    return lambda value: None if value is None else convert(value)


def _activity(name: str, raw: Mapping[str, Any]) -> Activity:
    values = {attribute: tuple(allowed) for attribute, allowed in raw.get("values", {}).items()}
    return Activity(name, raw["name"], raw["unit"], tuple(raw["attributes"]), values)


def _implied(raw: Mapping[str, Any]) -> Implied:
    return Implied(condition_of(raw["if"]), {name: value_of(value) for name, value in raw["sets"].items()})


def _unsaid(attributes: Mapping[str, Attribute]) -> dict[str, Value]:
    return {name: attribute.unsaid for name, attribute in attributes.items() if attribute.unsaid is not None}


def _choices(raw: Mapping[str, Any], attributes: Mapping[str, Attribute]) -> Choices:
    settles = raw["settles"]
    options = tuple(
        (option["label"], {name: value_of(value) for name, value in option.items() if name != "label"})
        for option in raw["options"]
    )
    attribute = raw.get("attribute", settles[0])
    slot = raw.get("slot", attributes[attribute].slot)
    return Choices(tuple(raw["activities"]), frozenset(settles), attribute, slot, options)
