"""A person's year: every fact credited under its own document, counted once, within the caps, against the minimum.

`assess` is pure and looks at all facts, since the same work counts once wherever else it was published, and a term
or a degree reaches into other years. The order in which facts are given never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from policies.adding_up import made_due
from policies.appraise import Appraised, appraise, appraise_under, parts_of
from policies.balance import balance_of, credited, without_document
from policies.caps import capped
from policies.demand import Demand, demand_of
from policies.entries import Entry, entries_of
from policies.facts import Fact
from policies.library import Library
from policies.once import counted_once
from policies.ordering import filled_in_order
from policies.person import Person
from policies.statement import Credit, Statement

__all__ = ["appraise", "appraise_under", "appraised", "assess", "assess_trade", "put_together"]


def assess(facts: Iterable[Fact], person: Person, year: int, library: Library) -> Statement:
    """The statement of one year: what counts, what is required, what is missing, and every fact that bears on it."""
    return put_together(appraised(facts, person, library), person, year, library)


def appraised(facts: Iterable[Fact], person: Person, library: Library) -> tuple[Appraised, ...]:
    """Each fact and what it alone is worth: what stays the same while others are added."""
    return tuple(Appraised(fact, parts_of(fact, person, library)) for fact in facts)


def put_together(facts: Iterable[Appraised], person: Person, year: int, library: Library) -> Statement:
    """The statement of one year, of facts that were appraised before."""
    entries = [entry for fact in ordered(facts) for entry in entries_of(fact)]
    made_due(entries)
    counted_once(entries)
    bearing = capped([entry for entry in entries if entry.year == year])
    region = library.region_of(person.place_at_end_of(year), year)
    demand = demand_in(entries, person, year, library)
    bearing = filled_in_order(bearing, demand)
    balance = balance_of(bearing, demand, region, year) if demand else without_document(bearing, region, year)
    return Statement(balance, tuple(credit_of(entry) for entry in bearing))


def assess_trade(facts: Iterable[Fact], person: Person, year: int, library: Library) -> Statement | None:
    """The year under the own document of the person's trade, which counts beside the region's; None without one."""
    policy = library.trade_policy(person.trade, person.place_at_end_of(year), year)
    if policy is None:
        return None
    own = (replace(fact, policy=None) for fact in facts)
    return assess(own, replace(person, chosen={None: policy.id}), year, library)


def demand_in(entries: Iterable[Entry], person: Person, year: int, library: Library) -> Demand | None:
    """What the document of the year's end demands; other years' hours are looked up only where it asks for them."""
    policy = library.governing(person, year)
    if policy is None:
        return None

    def credited_in(other: int) -> Mapping[str, Decimal]:
        return credited(capped([replace(entry, cuts=[]) for entry in entries if entry.year == other]))

    first = min((entry.year for entry in entries), default=year)
    return demand_of(policy, person, year, credited_in, first)


def ordered(facts: Iterable[Appraised]) -> list[Appraised]:
    """Facts as the ledger tells them: by the day on which they ended, then by id."""
    return sorted(facts, key=lambda each: (each.fact.when.end, each.fact.id))


def credit_of(entry: Entry) -> Credit:
    return Credit(
        entry.appraisal, entry.year, entry.subject, entry.hours, entry.credited, tuple(entry.cuts), bool(entry.covers)
    )
