"""One person while a tick looks at them: their years, worked out only where something depends on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from handlers.reminding.occurrence import Subject
from handlers.reminding.occurring import local
from policies.assess import assess
from policies.facts import Fact
from policies.library import Library
from policies.plan import Steps
from policies.quickest import Gap, Quickest
from policies.statement import Balance


@dataclass(slots=True)
class Dossier:
    """The person, their facts, and the moment of the tick."""

    user: str
    subject: Subject
    facts: tuple[Fact, ...]
    library: Library
    quickest: Quickest
    now: datetime
    first_seen: datetime
    _balances: dict[int, Balance] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day that it is for them."""
        return local(self.now, self.subject.timezone).date()

    def balance(self, year: int) -> Balance:
        if year not in self._balances:
            self._balances[year] = assess(self.facts, self.subject.person, year, self.library).balance
        return self._balances[year]

    def is_short(self, year: int) -> bool:
        """Whether something is known to be missing."""
        balance = self.balance(year)
        return balance.citation is not None and bool(balance.short.total)

    def steps(self, year: int, deadline: date) -> Steps:
        """The quickest way to close the year's gap."""
        return self.quickest.steps(Gap(self.facts, self.subject.person, self.balance(year), self.today, deadline))
