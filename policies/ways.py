"""Ways to earn hours, for planning: what can be done, in which amounts, at what effort. The data is ways.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from policies.facts import Value

FILE = Path(__file__).with_name("ways.toml")


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done for hours, in growing amounts; `effort` in working days for one of `amount`."""

    id: str
    activity: str
    attributes: Mapping[str, Value]
    amount: str
    least: Decimal
    step: Decimal
    most: Decimal
    effort: Decimal
    lead: int


@cache
def read_ways(file: Path = FILE) -> tuple[Way, ...]:
    """The ways on file."""
    raw = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    return tuple(_way(each) for each in raw["way"])


def _way(raw: Mapping[str, object]) -> Way:
    attributes = raw["attributes"]
    assert isinstance(attributes, Mapping)
    exact = {name: Decimal(value) if type(value) is int else value for name, value in attributes.items()}
    figures = {name: Decimal(str(raw[name])) for name in ("least", "step", "most", "effort")}
    return Way(str(raw["id"]), str(raw["activity"]), exact, str(raw["amount"]), lead=int(str(raw["lead"])), **figures)
