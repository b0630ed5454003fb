"""Yearly caps: of each rule and of rules that share one, taken up in the ledger's order, the narrowest first."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from policies.entries import Entry
from policies.library import Library
from policies.pack import Cap, Policy
from policies.person import Person

NOTHING = Decimal(0)


class Caps:
    """What each cap has let through so far. Caps hold within one document."""

    def __init__(self, library: Library, person: Person) -> None:
        self.library, self.person = library, person
        self.used: dict[tuple[str, str], Decimal] = {}

    def apply(self, entries: Sequence[Entry]) -> None:
        """Cut what goes beyond a cap. All entries are of one year."""
        for entry in entries:
            if entry.rule is not None and entry.credited and entry.rule.yearly_caps:
                self.cut(entry)

    def cut(self, entry: Entry) -> None:
        assert entry.rule is not None
        assert entry.policy is not None
        caps = entry.rule.yearly_caps
        for cap in caps:
            limit = self.limit(cap, entry.policy, entry.year)
            room = max(limit - self.used.get((entry.policy.id, cap.id), NOTHING), NOTHING)
            if entry.credited > room:
                entry.cut("cap", room, cap.citation, limit)
        for cap in caps:
            key = entry.policy.id, cap.id
            self.used[key] = self.used.get(key, NOTHING) + entry.credited

    def limit(self, cap: Cap, policy: Policy, year: int) -> Decimal:
        """The hours that a cap allows in a year; some are shares of what the year requires."""
        if cap.hours is not None:
            return cap.hours
        requirement = policy.requirement(year)
        required = (requirement.minimum(cap.of) if requirement else None) or NOTHING
        return NOTHING if cap.times is None else required * cap.times.numerator / cap.times.denominator
