"""The parts of a rule as a pack writes them: conditions, rows of decision tables, subjects, presumptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from policies.conditions import ANY, Condition, condition_of
from policies.pack import Presumption, Row, Subject
from policies.ranks import value_of
from policies.reading_requirement import number
from policies.vocabulary import Implied

Raw = Mapping[str, Any]


def fraction(value: object) -> Fraction | None:
    """A share such as "1/3", or a multiple."""
    return None if value is None else Fraction(str(value))


def numbers(values: Iterable[object]) -> tuple[Decimal, ...]:
    return tuple(Decimal(str(value)) for value in values)


def when(raw: Raw) -> Condition:
    """The condition of a row or rule: `if`, `given`, `missing`."""
    if not raw.get("if") and not raw.get("given") and not raw.get("missing"):
        return ANY
    return condition_of(raw.get("if", {}), raw.get("given", ()), raw.get("missing", ()))


def row_of(raw: Raw) -> Row:
    return Row(
        when(raw),
        number(raw.get("hours", 0)) or Decimal(0),
        raw.get("per", "item"),
        number(raw.get("every", 1)) or Decimal(1),
        raw.get("whole", False),
        number(raw.get("most_a_day")),
        number(raw.get("most")),
        numbers(raw.get("by_rank", ())),
        number(raw.get("part")),
        raw.get("among", ""),
        raw.get("deems"),
        raw.get("tallies"),
        raw.get("note", ""),
        plain=not {"by_rank", "part", "among"} & raw.keys(),
        uncapped=not {"most", "most_a_day", "among"} & raw.keys(),
    )


def subject_of(raw: object) -> Subject:
    """`"professional"`; `["professional", "public"]` filled in that order; `{ stated = true, unsaid = "…" }`."""
    if isinstance(raw, str):
        return Subject(fixed=raw)
    if isinstance(raw, list):
        return Subject(order=tuple(raw))
    assert isinstance(raw, Mapping)
    return Subject(stated=True, unsaid=raw.get("unsaid"))


def presumption_of(raw: Raw) -> Presumption:
    return Presumption(raw["attribute"], value_of(raw["value"]), when(raw), raw.get("note", ""))


def implied_of(raw: Raw) -> Implied:
    return Implied(condition_of(raw["if"]), {name: value_of(value) for name, value in raw["sets"].items()})
