"""What a rule made of an activity: the row that fitted, the hours, and how they came about; or what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from policies.facts import Attributes
from policies.pack import Cap, Presumption, Row, Rule
from policies.statement import Outcome, Step

NOTHING = Decimal(0)
ONE = Decimal(1)


@dataclass(slots=True)
class Missing:
    """The figure hangs on these attributes."""

    attributes: frozenset[str]
    rule: Rule | None = None


@dataclass(slots=True)
class Figure:
    """A rule applied: `hours` are of all its years together, save that a yearly rule's are those of each year."""

    outcome: Outcome
    rule: Rule | None
    hours: Decimal = NOTHING
    subject: str = ""
    row: Row | None = None
    bonus: Row | None = None
    quantity: Decimal = ONE
    known: Attributes | None = None
    presumed: tuple[Presumption, ...] = ()
    limit: Cap | None = None  # the cap for a day or an occasion that was reached
    uncapped: Decimal = NOTHING
    rate: Decimal = NOTHING

    @property
    def signature(self) -> tuple[object, ...]:
        """What tells two outcomes apart; equal ones need no question. Why there is nothing makes no difference."""
        row, rule = self.row, self.rule
        if not self.counts or row is None or rule is None:
            return ()
        counted = self.quantity if row.tallies else None
        return self.outcome, rule.id, self.hours, self.subject, row.deems, row.tallies, counted

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic, in order: rate times quantity, bonus, cap."""
        row, bonus = self.row, self.bonus
        if row is None or not self.uncapped:
            return ()
        extra = NOTHING if bonus is None else bonus.hours * self.quantity
        steps = [Step("rate", self.uncapped - extra, self.rate, self.quantity, row.per, row.note)]
        if bonus is not None:
            steps.append(Step("bonus", extra, bonus.hours, self.quantity, bonus.per, bonus.note))
        if self.hours != self.uncapped:
            steps.append(Step("cap", self.hours))
        return tuple(steps)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader should hear: presumptions, the row's remark, the rule's own."""
        notes = [each.note for each in self.presumed] + [row.note for row in (self.row, self.bonus) if row]
        if self.rule is not None and self.counts:
            notes += self.rule.notes
        return tuple(dict.fromkeys(note for note in notes if note))

    @property
    def counts(self) -> bool:
        return self.outcome in {Outcome.CREDITED, Outcome.DEEMED, Outcome.WAITING}

    @property
    def proof(self) -> tuple[str, ...]:
        return self.rule.proof if self.rule is not None and self.counts else ()

    @property
    def proof_source(self) -> str:
        return self.rule.proof_source if self.rule is not None else ""

    @property
    def used(self) -> tuple[str, ...]:
        """The attributes that the rule looked at, of those that are known."""
        return tuple(sorted(self.rule.reads & (self.known or {}).keys())) if self.rule is not None else ()
