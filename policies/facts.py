"""What a person reported: an activity, what is known of it, and when it happened.

A `Fact` never holds credited hours. Credits follow from facts and the governing document (`policies.assess`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from `low` to `high`, both counted; `high` None is open. "Not the first author" is Range(2)."""

    low: int
    high: int | None = None


Value = str | bool | Decimal | Range
Attributes = Mapping[str, Value]

NOTHING: Attributes = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` to `end`, both counted. `exact`: the person named these very days, so days may be told apart."""

    start: date
    end: date
    exact: bool = False

    @property
    def year(self) -> int:
        """The year in which it ended, the one that its hours belong to (ruling: which document governs a year)."""
        return self.end.year


@dataclass(frozen=True, slots=True)
class Fact:
    """One reported activity.

    `id` orders facts that share a date and names the ledger entry; `attributes` use only the vocabulary's names;
    `made_up_for` is the earlier year that a make-up (补学) is meant for; `policy` is the id of a document that
    someone chose for this one fact, else None. `rejected` is the employer's decision that it does not count;
    `review` is its decision as a word: approved, rejected, returned (for proof), None before any.
    """

    id: int
    activity: str
    when: Period
    attributes: Attributes = field(default_factory=dict)
    made_up_for: int | None = None
    policy: str | None = None
    rejected: bool = False
    review: str | None = None

    @property
    def status(self) -> str:
        """The contract's word for where it stands with the employer; what was sent back is still only reported."""
        if self.rejected:
            return "rejected"
        return "approved" if self.review == "approved" else "reported"

    @property
    def year(self) -> int:
        """The year that the hours are meant for."""
        return self.made_up_for or self.when.year
