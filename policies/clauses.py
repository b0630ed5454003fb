"""What documents say beyond hours: registration, audit, make-ups, penalties, courses, trades, the length of an hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from policies.pack import Policy
from policies.statement import Citation

# What clauses are about: the keys of a pack under which they stand.
CLAUSES = (
    "registration", "audit", "leaving", "moving", "penalty", "make_up", "carry_over", "course_place", "trade_rule",
    "title_check", "certificate", "class_hour",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause in our own words; `trades` are those it is about, all where empty."""

    citation: Citation
    trades: tuple[str, ...] = ()


def clauses_of(policy: Policy, kind: str) -> tuple[Clause, ...]:
    """The clauses of a kind, in the document's order; none where it is silent."""
    listed = cast("list[Mapping[str, object]]", policy.extras.get(kind, []))
    return tuple(_clause(policy, each) for each in listed)


def _clause(policy: Policy, raw: Mapping[str, object]) -> Clause:
    document = str(raw.get("document", policy.document))
    cite = Citation(policy.id, document, str(raw["article"]), str(raw["says"]))
    return Clause(cite, tuple(cast("list[str]", raw.get("trades", []))))
