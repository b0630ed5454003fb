"""What another document would do to a ledger: each fact's hours under both, and the years' balances side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from policies.assess import appraise, assess
from policies.facts import Fact
from policies.library import Library
from policies.pack import Policy
from policies.person import Person
from policies.statement import Appraisal, Balance, Statement


@dataclass(frozen=True, slots=True)
class Worth:
    """A fact under one document: by itself, and what of it counts over all years after caps and counted-once rules."""

    appraisal: Appraisal
    credited: Decimal


@dataclass(frozen=True, slots=True)
class FactEffect:
    """One fact under both documents."""

    fact: Fact
    a: Worth
    b: Worth


@dataclass(frozen=True, slots=True)
class YearEffect:
    """One year's balance under both documents."""

    year: int
    a: Balance
    b: Balance


@dataclass(frozen=True, slots=True)
class Effect:
    """The whole ledger under both documents: facts in its order, then every year that they reach into."""

    facts: tuple[FactEffect, ...]
    years: tuple[YearEffect, ...]


def effect(facts: Sequence[Fact], person: Person, a: Policy, b: Policy, library: Library) -> Effect:
    """The ledger as if the one document governed all years, and as if the other did."""
    facts = tuple(replace(fact, policy=None) for fact in facts)
    sides = [Side(facts, person, policy, library) for policy in (a, b)]
    years = sorted({year for side in sides for year in side.years})
    one, other = (side.statements(years) for side in sides)
    return Effect(
        tuple(FactEffect(fact, sides[0].worth(fact, one), sides[1].worth(fact, other)) for fact in facts),
        tuple(YearEffect(year, one[year].balance, other[year].balance) for year in years),
    )


class Side:
    """The facts under one document alone, whatever their years."""

    def __init__(self, facts: Sequence[Fact], person: Person, policy: Policy, library: Library) -> None:
        self.facts = facts
        self.person = replace(person, chosen={None: policy.id})
        # the document is taken to hold in every year that is asked about: that is the question
        first = min([policy.since, *(fact.when.start.year for fact in facts)])
        supposed = replace(policy, since=first, until=None)
        self.library = replace(library, policies={**library.policies, policy.id: supposed})
        self.appraisals = {fact.id: appraise(fact, self.person, self.library) for fact in facts}

    @property
    def years(self) -> set[int]:
        """Every year that a fact has hours in, makes complete or belongs to."""
        found = {fact.year for fact in self.facts}
        for appraisal in self.appraisals.values():
            found |= {share.year for share in appraisal.shares} | {each.year for each in appraisal.deems}
        return found

    def statements(self, years: Sequence[int]) -> Mapping[int, Statement]:
        return {year: assess(self.facts, self.person, year, self.library) for year in years}

    def worth(self, fact: Fact, statements: Mapping[int, Statement]) -> Worth:
        """What the fact is worth, and what of it is left in the statements."""
        credits = (credit for statement in statements.values() for credit in statement.credits)
        counted = (credit.credited for credit in credits if credit.appraisal.fact.id == fact.id)
        return Worth(self.appraisals[fact.id], sum(counted, Decimal(0)))
