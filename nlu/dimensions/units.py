"""The units of quantity_units.toml, and the pattern that finds them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unit:
    """See the head of the data file for what each field means. `minutes`: how many make one hour of class."""

    attribute: str
    factor: Decimal
    words: tuple[str, ...]
    not_before: str = ""
    minutes: int = 0
    approx: bool = False
    needs_ge: bool = False
    span: bool = False


@dataclass(frozen=True, slots=True)
class Units:
    """Every unit by its word, a pattern (no groups) for any of them, and the labels that stand before a number."""

    by_word: Mapping[str, Unit]
    pattern: str
    labels: Mapping[str, str]


@cache
def units() -> Units:
    """The units, read once."""
    with Path(__file__).with_name("quantity_units.toml").open("rb") as file:
        data = tomllib.load(file, parse_float=Decimal)
    rows = [Unit(**{**row, "factor": Decimal(row["factor"]), "words": tuple(row["words"])}) for row in data["unit"]]
    by_word = {word: unit for unit in rows for word in unit.words}
    longest_first = sorted(by_word, key=len, reverse=True)
    return Units(by_word, "|".join(_alone(word, by_word[word]) for word in longest_first), data["labels"])


def _alone(word: str, unit: Unit) -> str:
    return re.escape(word) + (f"(?![{unit.not_before}])" if unit.not_before else "")
