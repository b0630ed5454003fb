"""A document as data: its rules, what it requires, and where and when it holds. Made by `policies.reading`.

Their words are those of the packs' files; docs/write-a-policy.md explains each with an example.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from policies.conditions import ANY, Condition
from policies.facts import Attributes, Value
from policies.requirement import Bucket, CarryOver, Cycle, Filling, Leave, Requirement
from policies.rows import QUANTITIES, Row
from policies.statement import Citation
from policies.vocabulary import Implied

__all__ = [
    "COVERS", "QUANTITIES", "SUBJECTS", "Also", "Bucket", "Cap", "CarryOver", "Cycle", "Due", "Filling", "Leave",
    "Policy", "Presumption", "Requirement", "Row", "Rule", "Subject",
]  # fmt: skip

# What a deeming may cover, and the subjects that a requirement knows.
COVERS = ("total", "public", "professional")
SUBJECTS = ("public", "professional", "elective")


@dataclass(frozen=True, slots=True)
class Cap:
    """No more than `hours`, or `times` what is required of `of` in the year, for each `per` (day, occasion, year).

    `rules` are the ids that share a yearly cap; the narrower of two caps is applied first.
    """

    id: str
    per: str
    citation: Citation
    hours: Decimal | None = None
    times: Fraction | None = None
    of: str = "total"
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Presumption:
    """Where `when` holds and nobody said `attribute`, it is taken to be `value`; `note` tells the reader so."""

    attribute: str
    value: Value
    when: Condition = ANY
    note: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """Where hours go: always `fixed`; or as stated, `unsaid` where not; or `order`, each filled before the next."""

    fixed: str | None = None
    stated: bool = False
    unsaid: str | None = None
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """A count that makes complete: `count` entries of a year that tally as one of these."""

    of: frozenset[str]
    count: Decimal


@dataclass(frozen=True, slots=True)
class Also:
    """Facts of another activity that the rule takes too, where `where` holds."""

    activity: str
    where: Condition


@dataclass(frozen=True, slots=True)
class Rule:
    """One item of a document. The first rule of an activity whose `where` holds is the one that applies.

    `needs` must hold (concluded, passed): refused where it does not. `rows` and `bonuses` are decision tables; the
    first fitting row of each is taken. `spread` gives the parts of the credit year and those after it; `yearly`
    repeats the figure in each year of a span. `once`: facts of one title count once within that group.
    """

    id: str
    citation: Citation
    activity: str
    name: str
    subject: Subject
    rows: tuple[Row, ...]
    where: Condition = ANY
    also: tuple[Also, ...] = ()
    needs: Condition = ANY
    implied: tuple[Implied, ...] = ()
    presumed: tuple[Presumption, ...] = ()
    bonuses: tuple[Row, ...] = ()
    caps: tuple[Cap, ...] = ()  # per day and occasion
    yearly_caps: tuple[Cap, ...] = ()  # its own and those that it shares, narrowest first
    once: str | None = None
    best: bool = False  # the group is counted at its best figure by the document's own words
    spread: tuple[Decimal, ...] = ()
    yearly: bool = False
    covers: tuple[str, ...] = ()
    due: tuple[Due, ...] = ()
    round_to: Decimal | None = None
    proof: tuple[str, ...] = ()
    proof_source: str = ""
    notes: tuple[str, ...] = ()
    reads: frozenset[str] = frozenset()  # the attributes whose values it looks at


@dataclass(frozen=True, slots=True)
class Policy:
    """One document in force for `regions` (or a `trade`) from the year `first` to `last` (None: still)."""

    id: str
    document: str
    title: str
    issued: date
    regions: tuple[str, ...]
    first: int
    last: int | None
    rules: tuple[Rule, ...]
    rules_by_id: Mapping[str, Rule]
    requirements: tuple[Requirement, ...]
    by_activity: Mapping[str, tuple[tuple[Condition, Rule], ...]]
    unsaid: Mapping[str, Attributes] = field(default_factory=lambda: MappingProxyType({}))  # by activity, all of them
    trade: str | None = None
    unit: str = "学时"
    names: tuple[str, ...] = ()
    extends: str | None = None
    lineage: tuple[str, ...] = ()  # its own id, then those of the documents that it extends
    since: int = 0  # the first year of the oldest of these that holds in the same region
    until: int | None = None  # the last year of the newest document that takes it over there
    items_article: str = ""
    year_starts: tuple[int, int] = (1, 1)
    year_named_by: str = "start"
    file: str = ""
    extras: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def holds_in(self, year: int) -> bool:
        return self.first <= year and (self.last is None or year <= self.last)

    def requirement(self, year: int) -> Requirement | None:
        """What the document demands of a year; None where it says nothing."""
        for each in self.requirements:
            if each.first <= year and (each.last is None or year <= each.last):
                return each
        return None

    def credit_year(self, day: date) -> int:
        """The year that a day belongs to; not every document's year is the calendar's."""
        if self.year_starts == (1, 1):
            return day.year
        started = (day.month, day.day) >= self.year_starts
        return day.year - (not started) + (self.year_named_by == "end")
