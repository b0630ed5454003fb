"""One member's year as the rows of the audit's workbook. Pure: statements and decisions in, cells out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from handlers.wording import workbooks as say
from handlers.wording.facts import describe
from handlers.wording.figures import subject
from policies.statement import Balance, Credit, Statement, Tally
from policies.vocabulary import Vocabulary

Cell = str | Decimal | int
NOTHING = Decimal(0)
OPEN = ("reported", "returned")


@dataclass(frozen=True, slots=True)
class Audited:
    """What the employer made of an entry: its status (reported, returned, approved, rejected) with a reason, how many
    files were handed in for it, and the person's own words."""

    status: str = "reported"
    reason: str = ""
    proofs: int = 0
    said: str = ""


UNTOUCHED = Audited()


@dataclass(frozen=True, slots=True)
class MemberYear:
    """A member with their year, and what the employer made of each entry, by the entry's number."""

    name: str
    staff_number: str
    department: str
    statement: Statement
    audited: Mapping[int, Audited] = field(default_factory=dict)

    def of(self, credit: Credit) -> Audited:
        """What was made of an entry; one that is rejected in the ledger is so whatever was looked up."""
        return self.audited.get(credit.appraisal.fact.id, UNTOUCHED)

    @property
    def unreviewed(self) -> int:
        """How many entries wait for a decision."""
        return sum(self.of(credit).status in OPEN for credit in self.statement.credits)

    @property
    def who(self) -> tuple[Cell, ...]:
        return (self.name, self.staff_number, self.department)


def balance_row(member: MemberYear) -> tuple[Cell, ...]:
    """The member's line on the sheet of balances, in the order of its heads."""
    balance = member.statement.balance
    figures = (*tally(balance.short), *tally(balance.credited), *tally(balance.required))
    return (
        *member.who,
        balance.region,
        state(balance),
        *figures,
        sum(balance.carried.values(), NOTHING) or "",
        "、".join(say.COVERS.get(name, name) for name in balance.deemed),
        member.unreviewed,
        balance.citation.document if balance.citation else say.NO_DOCUMENT,
    )


def state(balance: Balance) -> str:
    """Whether the year is complete."""
    if balance.citation is None:
        return say.NO_DOCUMENT
    return say.COUNTED if balance.complete else say.NOT_COUNTED


def tally(figures: Tally) -> tuple[Cell, Cell, Cell]:
    """The three figures; one that the document does not set stays empty."""
    total, public, professional = ("" if each is None else each for each in _parts(figures))
    return total, public, professional


def _parts(figures: Tally) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    return figures.total, figures.public, figures.professional


def entry_rows(member: MemberYear, vocabulary: Vocabulary) -> Iterator[tuple[bool, tuple[Cell, ...]]]:
    """The member's entries of the year in the order of the sheet's heads, each with whether it waits for a decision."""
    for credit in member.statement.credits:
        audited = member.of(credit)
        yield audited.status in OPEN, (*member.who, *entry(credit, vocabulary), *decision(audited))


def entry(credit: Credit, vocabulary: Vocabulary) -> tuple[Cell, ...]:
    """Number, content, figures and source of an entry."""
    appraisal = credit.appraisal
    cite = appraisal.citation
    return (
        appraisal.fact.id,
        describe(appraisal.fact, vocabulary),
        subject(credit.subject),
        credit.hours,
        credit.credited,
        cut(credit),
        cite.document if cite else say.NO_DOCUMENT,
        cite.article if cite else "",
        cite.says if cite else "",
        "、".join(appraisal.proof),
    )


def cut(credit: Credit) -> str:
    """Why less counts than the rule gives."""
    if credit.credited == credit.hours:
        return ""
    return "；".join(say.CUT[each.reason].format(article=each.citation.article) for each in credit.cuts)


def decision(audited: Audited) -> tuple[Cell, ...]:
    """What was handed in, decided and said."""
    handed_in = say.FILES.format(count=audited.proofs) if audited.proofs else say.NONE
    return handed_in, say.STATUS[audited.status], audited.reason, audited.said
