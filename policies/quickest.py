"""The cheapest steps for many people at once: worked out once for a document and a day, checked for each person.

What an untouched ledger would earn is tabled by hours; a person's gap is looked up there, and counts only if the year
with these steps is complete for that very person. Where caps that they have used up forbid it, `policies.plan`
searches for them alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from policies.assess import assess
from policies.facts import Fact
from policies.library import Library
from policies.person import Person
from policies.plan import SUBJECTS, Asker, Steps, cost, gains, plan, table, whole
from policies.statement import Balance
from policies.ways import read_ways

Key = tuple[str, str, str | None, str | None, date, date]
Tables = Mapping[str, list[Steps | None]]


@dataclass(frozen=True, slots=True)
class Gap:
    """Whose year is short: `balance` is that year's, to be closed by `deadline`, seen from `today`."""

    facts: tuple[Fact, ...]
    person: Person
    balance: Balance
    today: date
    deadline: date


class Quickest:
    """Looks up the cheapest steps; what it worked out is kept as long as it lives, which is one tick."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._tables: dict[Key, Tables] = {}
        self._best: dict[tuple[Key, Decimal | None, Decimal | None, Decimal | None], Steps | None] = {}

    def steps(self, gap: Gap) -> Steps:
        """The steps that close the gap; none where nothing does in the time left."""
        best = self._looked_up(gap)
        if best is not None and self._closes(gap, best):
            return best
        found = plan(self._asker(gap, gap.facts), gap.deadline).plans
        return found[0].steps if found else ()

    def _looked_up(self, gap: Gap) -> Steps | None:
        """The cheapest split of the gap between the subjects, by the tables."""
        short = gap.balance.short
        key = (self._key(gap), short.total, short.public, short.professional)
        if key not in self._best:
            parts = [whole(part) for part in key[1:]]
            self._best[key] = self._split(self._tables_for(gap), *parts)
        return self._best[key]

    def _split(self, tables: Tables, total: int, public: int, professional: int) -> Steps | None:
        if any(total >= len(tables[subject]) for subject in SUBJECTS):
            return None
        splits = (
            (tables["public"][part], tables["professional"][max(total - part, professional)])
            for part in range(public, max(total - professional, public) + 1)
        )
        reached = (one + other for one, other in splits if one is not None and other is not None)
        return min(reached, key=cost, default=None)

    def _closes(self, gap: Gap, steps: Steps) -> bool:
        facts = (*gap.facts, *(step.fact for step in steps))
        return not assess(facts, gap.person, gap.balance.year, self._library).balance.short.total

    def _tables_for(self, gap: Gap) -> Tables:
        key = self._key(gap)
        if key not in self._tables:
            asker = self._asker(gap, ())
            now, left = asker.balance_with(()), (gap.deadline - gap.today).days
            ways = [way for way in read_ways() if way.lead <= left]
            options = [option for way in ways for option in gains(asker, way, now)]
            most = whole(now.short.total)
            self._tables[key] = {
                subject: table([option for option in options if option.subject == subject], most)
                for subject in SUBJECTS
            }
        return self._tables[key]

    def _asker(self, gap: Gap, facts: tuple[Fact, ...]) -> Asker:
        return Asker(facts, gap.person, self._library, gap.balance.year, gap.today)

    def _key(self, gap: Gap) -> Key:
        """All that an untouched ledger's gains depend on."""
        person = replace(gap.person, leave={})
        credits = self._library.governing(person, gap.today.year, gap.today)
        demands = self._library.governing(person, gap.balance.year)
        ids = (credits.id if credits else "", demands.id if demands else "")
        return (*ids, person.trade, person.title_level, gap.today, gap.deadline)
