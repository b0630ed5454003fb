"""What the workbook's first sheet sums up, counted while the members pass by, so that nobody is held in memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from handlers.employers.workbook.rows import NOTHING, MemberYear


@dataclass(slots=True)
class Group:
    """Members, how many of them are complete, and what the others lack together, in hours."""

    members: int = 0
    complete: int = 0
    missing: Decimal = NOTHING

    @property
    def short(self) -> int:
        return self.members - self.complete

    @property
    def rate(self) -> Decimal:
        """The share that is complete, 0 to 1."""
        return Decimal(self.complete) / self.members if self.members else NOTHING

    def add(self, member: MemberYear) -> None:
        balance = member.statement.balance
        self.members += 1
        self.complete += balance.complete
        self.missing += balance.short.total or NOTHING


@dataclass(slots=True)
class Totals:
    """All members together and by department, entries by status, and the documents that figures rest on."""

    all: Group = field(default_factory=Group)
    departments: dict[str, Group] = field(default_factory=dict)
    statuses: Counter[str] = field(default_factory=Counter)
    documents: Counter[str] = field(default_factory=Counter)

    def add(self, member: MemberYear) -> None:
        """Count a member in."""
        self.all.add(member)
        self.departments.setdefault(member.department, Group()).add(member)
        self.statuses.update(member.of(credit).status for credit in member.statement.credits)
        if member.statement.balance.citation:
            self.documents[member.statement.balance.citation.document] += 1
