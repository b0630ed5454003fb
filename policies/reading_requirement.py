"""The yearly requirement of a pack: totals and subjects, and what may stand in for what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from policies.requirement import Bucket, CarryOver, Cycle, Filling, Leave, Requirement
from policies.statement import Citation

Raw = Mapping[str, Any]
Cite = Callable[[Raw], Citation]


def number(value: object) -> Decimal | None:
    """A number as the law's arithmetic wants it: exact."""
    return None if value is None else Decimal(str(value))


def required(value: object) -> Decimal:
    return Decimal(str(value))


def requirements_of(raws: Iterable[Raw], cite: Cite) -> tuple[Requirement, ...]:
    """All requirements of a document, as its file orders them; the first that holds in a year is the one."""
    return tuple(requirement_of(raw, cite) for raw in raws)


def requirement_of(raw: Raw, cite: Cite) -> Requirement:
    levels = {level["title_level"]: requirement_of({**bare(raw), **level}, cite) for level in raw.get("level", ())}
    return Requirement(
        cite(raw),
        raw.get("from", 0),
        raw.get("to"),
        required(raw["total"]),
        number(raw.get("public")),
        number(raw.get("professional")),
        levels,
        tuple(Filling(each["source"], each["target"], number(each.get("most"))) for each in raw.get("fill", ())),
        tuple(carry_of(each) for each in raw.get("carry", ())),
        cycle_of(raw.get("cycle")),
        tuple(bucket_of(each) for each in raw.get("bucket", ())),
        tuple(Leave(required(each["months"]), required(each["keeps"])) for each in raw.get("leave", ())),
    )


def bare(raw: Raw) -> dict[str, Any]:
    """The requirement without its levels, on which each level builds."""
    return {key: value for key, value in raw.items() if key != "level"}


def carry_of(raw: Raw) -> CarryOver:
    return CarryOver(raw.get("subject"), int(raw.get("years", 1)), number(raw.get("most")))


def cycle_of(raw: Raw | None) -> Cycle | None:
    return Cycle(int(raw["years"]), raw["starts"], required(raw["total"])) if raw else None


def bucket_of(raw: Raw) -> Bucket:
    return Bucket(raw["name"], required(raw["hours"]), frozenset(raw.get("rules", ())), raw.get("subject"))
