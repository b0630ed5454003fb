"""A person's year: every fact credited under its own document, counted once, within the caps, against the minimum.

`assess` is pure and looks at all facts, since the same work counts once wherever else it was published, and a term
or a degree reaches into other years. The order in which facts are given never matters.
"""

from __future__ import annotations

from collections.abc import Iterable

from policies.adding_up import made_due
from policies.appraise import appraise, appraise_under
from policies.balance import balance_of
from policies.caps import Caps
from policies.entries import Entry, entries_of
from policies.facts import Fact
from policies.library import Library
from policies.once import counted_once
from policies.person import Person
from policies.statement import Credit, Statement

__all__ = ["appraise", "appraise_under", "assess"]


def assess(facts: Iterable[Fact], person: Person, year: int, library: Library) -> Statement:
    """The statement of one year: what counts, what is required, what is missing, and every fact that bears on it."""
    entries = [entry for fact in ordered(facts) for entry in entries_of(fact, person, library)]
    made_due(entries)
    counted_once(entries)
    bearing = [entry for entry in entries if entry.year == year]
    Caps(library, person).apply(bearing)
    balance = balance_of(bearing, person, year, library)
    return Statement(balance, tuple(credit_of(entry) for entry in bearing))


def ordered(facts: Iterable[Fact]) -> list[Fact]:
    """Facts as the ledger tells them: by the day on which they ended, then by id."""
    return sorted(facts, key=lambda fact: (fact.when.end, fact.id))


def credit_of(entry: Entry) -> Credit:
    return Credit(
        entry.appraisal, entry.year, entry.subject, entry.hours, entry.credited, tuple(entry.cuts), bool(entry.covers)
    )
