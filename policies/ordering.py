"""Hours whose subject is an order: professional first, and what it does not need to public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from policies.demand import Demand
from policies.entries import Entry

NOTHING = Decimal(0)


def filled_in_order(entries: Sequence[Entry], demand: Demand | None) -> list[Entry]:
    """The entries with ordered ones put where they are needed first; one may become two."""
    ordered = [entry for entry in entries if is_ordered(entry)]
    if not ordered or demand is None:
        return list(entries)
    have: dict[str, Decimal] = {}
    for entry in entries:
        if not is_ordered(entry):
            have[entry.subject] = have.get(entry.subject, NOTHING) + entry.credited
    return [part for entry in entries for part in (placed(entry, have, demand) if is_ordered(entry) else [entry])]


def is_ordered(entry: Entry) -> bool:
    return entry.rule is not None and bool(entry.rule.subject.order) and bool(entry.credited)


def placed(entry: Entry, have: dict[str, Decimal], demand: Demand) -> list[Entry]:
    """The parts of an entry by subject: each subject up to its minimum, the rest to the first."""
    assert entry.rule is not None
    parts: dict[str, Decimal] = {}
    left = entry.credited
    for subject in entry.rule.subject.order:
        need = max(demand.minimum(subject) - have.get(subject, NOTHING), NOTHING)
        parts[subject] = min(left, need)
        left -= parts[subject]
    parts[entry.rule.subject.order[0]] += left
    for subject, hours in parts.items():
        have[subject] = have.get(subject, NOTHING) + hours
    uncredited = entry.hours - entry.credited
    found = [replace(entry, subject=subject, hours=hours, credited=hours) for subject, hours in parts.items() if hours]
    found[0] = replace(found[0], hours=found[0].hours + uncredited)
    return found
