"""The days that a document sets for something to be done: enrolment, recognition. Reminders follow them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from policies.pack import Policy
from policies.statement import Citation


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something due on `days` of each of `months` (all months where empty; the whole month where `days` is).

    `concerns` says whom: `public` those short of public hours, `senior` those who aim at a senior title; everybody
    where empty. `after_holidays`: put off to the first working day.
    """

    id: str
    citation: Citation
    days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    concerns: str = ""
    after_holidays: bool = False


def occasions_of(policy: Policy) -> tuple[Occasion, ...]:
    """The occasions that a document sets, in its order; none where it is silent."""
    listed = cast("list[Mapping[str, object]]", policy.extras.get("calendar", []))
    return tuple(_occasion(policy, each) for each in listed)


def _occasion(policy: Policy, raw: Mapping[str, object]) -> Occasion:
    document = str(raw.get("document", policy.document))
    return Occasion(
        str(raw["id"]),
        Citation(policy.id, document, str(raw["article"]), str(raw["says"])),
        tuple(int(day) for day in cast("list[int]", raw.get("days", []))),
        tuple(int(month) for month in cast("list[int]", raw.get("months", []))),
        str(raw.get("for", "")),
        bool(raw.get("after_holidays", False)),
    )
