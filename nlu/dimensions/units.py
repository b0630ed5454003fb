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
    still: str = ""
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
    return Units(by_word, _any_of(by_word), data["labels"])


def _any_of(by_word: Mapping[str, Unit]) -> str:
    """The longest first, grouped by their first character so that most are skipped."""
    tails: dict[str, list[str]] = {}
    for word in sorted(by_word, key=len, reverse=True):
        stop, still = by_word[word].not_before, by_word[word].still
        but = f"(?!{still})" if still else ""
        tails.setdefault(word[0], []).append(re.escape(word[1:]) + (f"(?!{but}[{stop}])" if stop else ""))
    return "|".join(f"{head}(?:{'|'.join(rest)})" for head, rest in tails.items())
