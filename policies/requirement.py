"""What a document requires of a year, and what may stand in for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from policies.statement import Citation


@dataclass(frozen=True, slots=True)
class Bucket:
    """Hours that nothing else can stand in for: at least `hours` from these rules, within a subject."""

    name: str
    hours: Decimal
    rules: frozenset[str]
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Surplus hours of `subject` (or of all) that the next `years` take over, at most `most`."""

    subject: str | None
    years: int = 1
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Cycle:
    """A requirement over several years from `starts` on: `total` in each cycle of `years`."""

    years: int
    starts: int
    total: Decimal


@dataclass(frozen=True, slots=True)
class Filling:
    """Surplus of one subject that may stand in for another, at most `most`."""

    source: str
    target: str
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """From so many months of leave in the year on, `keeps` (a share) of the requirement stays."""

    months: Decimal
    keeps: Decimal


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a year demands, `first` to `last` (None: until further notice). A subject without a minimum is None."""

    citation: Citation
    first: int
    last: int | None
    total: Decimal
    public: Decimal | None = None
    professional: Decimal | None = None
    levels: Mapping[str, Requirement] = field(default_factory=lambda: MappingProxyType({}))
    fillings: tuple[Filling, ...] = ()
    carry: tuple[CarryOver, ...] = ()
    cycle: Cycle | None = None
    buckets: tuple[Bucket, ...] = ()
    leaves: tuple[Leave, ...] = ()

    def minimum(self, of: str) -> Decimal | None:
        """The minimum of the total or of a subject."""
        return {"total": self.total, "public": self.public, "professional": self.professional}.get(of)
