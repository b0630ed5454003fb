"""What a document makes of reported facts: appraisals, credits in a year, the year's balance; hours exact, cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from policies.facts import Fact, Value

if TYPE_CHECKING:
    from policies.working import Working


class Outcome(StrEnum):
    """What becomes of one fact under its document."""

    CREDITED = "credited"  # gives hours
    DEEMED = "deemed"  # gives no hours, makes a year or term complete
    WAITING = "waiting"  # counts towards something that is not due yet (the first of two papers)
    NO_ITEM = "no_item"  # the document has no item for it, or an item that gives this case nothing
    REFUSED = "refused"  # an item exists, a condition is known not to hold (not passed, not concluded)
    INCOMPLETE = "incomplete"  # an answer is missing that changes the figure; see questions
    NO_DOCUMENT = "no_document"  # no document on file for this region and year


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a figure comes from. `says` sums the article up in our own words."""

    policy: str
    document: str
    article: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: the label that a button shows, and the attributes that it settles."""

    label: str
    sets: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Question:
    """An attribute that the governing rule needs, under the channel's name for it (`slot`). Without `choices` a number
    is asked; `alternatives` would do as well (hours instead of days)."""

    attribute: str
    slot: str
    choices: tuple[Choice, ...] = ()
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the arithmetic: `quantity` `unit` at `rate` gives `hours`; a cap shows what it let through."""

    kind: str  # rate | bonus | factor | cap | count | spread
    hours: Decimal
    rate: Decimal | None = None
    quantity: Decimal | None = None
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """The hours of a fact that belong to one year, before that year's caps."""

    year: int
    subject: str
    hours: Decimal


@dataclass(frozen=True, slots=True)
class Deeming:
    """A year made complete; `covers` names what counts as met: total, public, professional."""

    year: int
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What one fact is worth by itself under one document; see `policies.assess.appraise`."""

    fact: Fact
    outcome: Outcome
    citation: Citation | None = None
    rule: str | None = None
    shares: tuple[Share, ...] = ()
    questions: tuple[Question, ...] = ()
    deems: tuple[Deeming, ...] = ()
    working: Working | None = None

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.working.steps if self.working else ()

    @property
    def notes(self) -> tuple[str, ...]:
        return self.working.notes if self.working else ()

    @property
    def proof(self) -> tuple[str, ...]:
        return self.working.proof if self.working else ()

    @property
    def proof_source(self) -> str:
        return self.working.proof_source if self.working else ""

    @property
    def used(self) -> tuple[str, ...]:
        return self.working.used if self.working else ()

    @property
    def hours(self) -> Decimal:
        """The fact's own figure, over all its years."""
        return sum((share.hours for share in self.shares), Decimal(0))


@dataclass(frozen=True, slots=True)
class Cut:
    """Hours that did not count, and the article that says why. `reason`: cap | once | best | rejected | year."""

    reason: str
    hours: Decimal
    citation: Citation
    limit: Decimal | None = None
    with_fact: int | None = None  # the entry that it was counted with, for once and best


@dataclass(frozen=True, slots=True)
class Credit:
    """One fact's place in one year's statement. `credited` is what counts after caps and counted-once rules."""

    appraisal: Appraisal
    year: int
    subject: str
    hours: Decimal
    credited: Decimal
    cuts: tuple[Cut, ...] = ()
    deemed: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """Hours by subject; `public` and `professional` None where the document sets no minimum of its own."""

    total: Decimal | None
    public: Decimal | None
    professional: Decimal | None


@dataclass(frozen=True, slots=True)
class BucketBalance:
    """Hours from certain items that nothing else can stand in for."""

    name: str
    required: Decimal
    credited: Decimal
    short: Decimal


@dataclass(frozen=True, slots=True)
class Balance:
    """A year's requirement, what counts towards it, and what is missing at the least.

    `carried` are surplus hours of earlier years that count here too, by subject or "total"; they stand beside
    `credited`. `unit` is what the document counts in (学时, 学分).
    """

    year: int
    region: str
    citation: Citation | None
    required: Tally
    credited: Tally
    short: Tally
    deemed: tuple[str, ...] = ()
    other: Mapping[str, Decimal] = field(default_factory=dict)  # credited in further subjects, e.g. elective
    carried: Mapping[str, Decimal] = field(default_factory=dict)
    buckets: tuple[BucketBalance, ...] = ()
    unit: str = "学时"

    @property
    def complete(self) -> bool:
        """Nothing is missing. False where no document is on file."""
        return self.citation is not None and not self.short.total


@dataclass(frozen=True, slots=True)
class Statement:
    """A year: its balance and every fact that bears on it, in the ledger's order."""

    balance: Balance
    credits: tuple[Credit, ...]
