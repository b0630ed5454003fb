"""Yearly caps: of each rule and of rules that share one, taken up in the ledger's order, the narrowest first."""

from __future__ import annotations

from decimal import Decimal

from policies.entries import Entry
from policies.pack import Cap, Policy

NOTHING = Decimal(0)
Used = dict[tuple[str, str], Decimal]  # what each cap of each document has let through so far


def capped(entries: list[Entry]) -> list[Entry]:
    """The entries of one year, cut where they go beyond a cap. A cap holds within one document."""
    used: Used = {}
    for entry in entries:
        if entry.rule is not None and entry.rule.yearly_caps and entry.credited:
            cut(entry, used)
    return entries


def cut(entry: Entry, used: Used) -> None:
    """Let through what every cap of the entry's rule still has room for."""
    assert entry.rule is not None
    assert entry.policy is not None
    caps, policy = entry.rule.yearly_caps, entry.policy
    for cap in caps:
        limit = limit_of(cap, policy, entry.year)
        room = max(limit - used.get((policy.id, cap.id), NOTHING), NOTHING)
        if entry.credited > room:
            entry.cut("cap", room, cap.citation, limit)
    for cap in caps:
        key = policy.id, cap.id
        used[key] = used.get(key, NOTHING) + entry.credited


def limit_of(cap: Cap, policy: Policy, year: int) -> Decimal:
    """The hours that a cap allows in a year; some are shares or multiples of what the year requires."""
    if cap.hours is not None:
        return cap.hours
    requirement = policy.requirement(year)
    required = (requirement.minimum(cap.of) if requirement else None) or NOTHING
    return NOTHING if cap.times is None else required * cap.times.numerator / cap.times.denominator
