"""What a year requires, what counts towards it, and what is missing at the least."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from policies.entries import Entry
from policies.library import Library
from policies.pack import Requirement
from policies.person import Person
from policies.statement import Balance, Tally

NOTHING = Decimal(0)
SUBJECTS = ("public", "professional")


def balance_of(entries: Sequence[Entry], person: Person, year: int, library: Library) -> Balance:
    """The balance of a year from its entries; the requirement is that of the place at the year's end."""
    policy = library.governing(person, year)
    place = person.place_at_end_of(year)
    region = library.region_of(place, year)
    sums = credited(entries)
    other = {subject: hours for subject, hours in sums.items() if subject not in SUBJECTS}
    tally = Tally(sum(sums.values(), NOTHING), sums.get("public", NOTHING), sums.get("professional", NOTHING))
    requirement = policy.requirement(year) if policy else None
    if policy is None or requirement is None:
        nothing = Tally(None, None, None)
        return Balance(year, region, None, nothing, tally, nothing, (), other)
    covers = covered(entries)
    required = Tally(requirement.total, requirement.public, requirement.professional)
    short = shortfall(requirement, sums, covers)
    return Balance(year, region, requirement.citation, required, tally, short, covers, other)


def credited(entries: Sequence[Entry]) -> dict[str, Decimal]:
    """Hours that count, by subject."""
    sums: dict[str, Decimal] = {}
    for entry in entries:
        if entry.credited:
            sums[entry.subject] = sums.get(entry.subject, NOTHING) + entry.credited
    return sums


def covered(entries: Sequence[Entry]) -> tuple[str, ...]:
    """What deemings make complete, in the order total, public, professional."""
    covers = {name for entry in entries for name in entry.covers}
    return tuple(name for name in ("total", *SUBJECTS) if name in covers)


def shortfall(requirement: Requirement, sums: dict[str, Decimal], covers: Sequence[str]) -> Tally:
    """The least that must still be earned: the larger of the total's gap and the sum of the subjects' gaps.

    A subject that a deeming covers counts as met, in the total too.
    """
    gaps, lifted = {}, NOTHING
    for subject in SUBJECTS:
        gap = max((requirement.minimum(subject) or NOTHING) - sums.get(subject, NOTHING), NOTHING)
        if subject in covers:
            lifted, gap = lifted + gap, NOTHING
        gaps[subject] = gap
    total = max(requirement.total - sum(sums.values(), NOTHING) - lifted, NOTHING)
    if "total" in covers:
        total = NOTHING
    return Tally(max(total, sum(gaps.values(), NOTHING)), gaps["public"], gaps["professional"])
