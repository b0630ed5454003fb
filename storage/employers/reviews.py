"""Decisions on entries, what they come to, and which entries wait for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select

from policies.facts import Fact
from storage.ledger import FACT_COLUMNS, JUDGED, fact_of
from storage.standings import Standings
from storage.tables import ENTRY, MEMBERSHIP, REVIEW, VERDICT, WITHDRAWAL

APPROVED, REJECTED, RETURNED = "approved", "rejected", "returned"
WEIGHT = (REJECTED, RETURNED, APPROVED)  # where employers differ, the first of these holds

_IS_MEMBER = (
    select(MEMBERSHIP.c.id)
    .join(ENTRY, ENTRY.c.account_id == MEMBERSHIP.c.account_id)
    .where(
        ENTRY.c.id == REVIEW.c.entry_id,
        MEMBERSHIP.c.employer_id == REVIEW.c.employer_id,
        MEMBERSHIP.c.ended_at.is_(None),
    )
    .exists()
)
_DECISIONS = (
    select(REVIEW.c.employer_id, REVIEW.c.decision, REVIEW.c.reason, _IS_MEMBER)
    .where(REVIEW.c.entry_id == bindparam("entry"))
    .order_by(REVIEW.c.id)
)
_OWNER = select(ENTRY.c.account_id).where(ENTRY.c.id == bindparam("entry"))
_REVIEWED = (
    select(REVIEW.c.entry_id)
    .distinct()
    .join(ENTRY, ENTRY.c.id == REVIEW.c.entry_id)
    .where(ENTRY.c.account_id == bindparam("account"))
)
_DECIDE = insert(REVIEW)
_FORGET = delete(VERDICT).where(VERDICT.c.entry_id == bindparam("entry"))
_SETTLE = insert(VERDICT)
_WITHDRAWN = select(WITHDRAWAL.c.entry_id).where(WITHDRAWAL.c.entry_id == ENTRY.c.id).exists()
_LAST = (
    select(REVIEW.c.decision)
    .where(REVIEW.c.entry_id == ENTRY.c.id, REVIEW.c.employer_id == bindparam("employer"))
    .order_by(REVIEW.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_STANDING = (
    select(*FACT_COLUMNS, ENTRY.c.account_id, MEMBERSHIP.c.id, MEMBERSHIP.c.name, ENTRY.c.said, _LAST.label("last"))
    .join(MEMBERSHIP, MEMBERSHIP.c.account_id == ENTRY.c.account_id)
    .outerjoin(VERDICT, JUDGED)
    .where(MEMBERSHIP.c.employer_id == bindparam("employer"), MEMBERSHIP.c.ended_at.is_(None), ~_WITHDRAWN)
)
_WAITS = func.coalesce(_LAST, "").in_(("", RETURNED))
_OPEN = _STANDING.where(_WAITS)
_IN_ORDER = _OPEN.order_by(_LAST.is_not(None), MEMBERSHIP.c.name, MEMBERSHIP.c.id, ENTRY.c.id)
_COUNT = (
    select(func.count())
    .select_from(ENTRY)
    .join(MEMBERSHIP, MEMBERSHIP.c.account_id == ENTRY.c.account_id)
    .where(
        MEMBERSHIP.c.employer_id == bindparam("employer"),
        MEMBERSHIP.c.ended_at.is_(None),
        ~_WITHDRAWN,
        _WAITS,
    )
)


@dataclass(frozen=True, slots=True)
class Review:
    """A decision as it holds for an entry, and whose it is."""

    decision: str
    reason: str | None
    employer: int


@dataclass(frozen=True, slots=True)
class Pending:
    """A member's entry with the employer's own last decision on it; None: it waits for one."""

    fact: Fact
    account: int
    membership: int
    name: str
    said: str
    last: str | None

    @property
    def returned(self) -> bool:
        """Whether it was sent back for proof."""
        return self.last == RETURNED

    @property
    def open(self) -> bool:
        """Whether it waits for a decision."""
        return self.last in {None, RETURNED}


class Reviews:
    """The decisions of all employers."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def decide(self, employer: int, entry: int, decision: str, by: int, reason: str | None = None) -> None:
        """The employer's decision on an entry; the one before holds no longer."""
        row = {"employer_id": employer, "entry_id": entry, "decision": decision, "reason": reason, "by_id": by}
        self._connection.execute(_DECIDE, {**row, "recorded_at": self._now})
        self._settle(entry)
        owner = self._connection.execute(_OWNER, {"entry": entry}).scalar_one()
        Standings(self._connection).drop(owner)

    def settle_all(self, account: int) -> None:
        """Settle anew what decisions come to, since the person belongs elsewhere now."""
        for entry in list(self._connection.execute(_REVIEWED, {"account": account}).scalars()):
            self._settle(entry)

    def pending(self, employer: int, *, account: int | None = None, entry: int | None = None) -> tuple[Pending, ...]:
        """What waits for the employer's decision, of all members or of one, sent-back entries last."""
        return self._found(_OPEN, employer, account, entry)

    def page(self, employer: int, first: int, most: int) -> tuple[Pending, ...]:
        """Some of what waits, from the `first` (from 0) on."""
        statement = _IN_ORDER.offset(first).limit(most)
        return tuple(_pending(row) for row in self._connection.execute(statement, {"employer": employer}))

    def standing(self, employer: int, *, account: int | None = None, entry: int | None = None) -> tuple[Pending, ...]:
        """A member's entries, decided on or not."""
        return self._found(_STANDING, employer, account, entry)

    def count_pending(self, employer: int) -> int:
        """How many entries wait for the employer's decision."""
        return int(self._connection.execute(_COUNT, {"employer": employer}).scalar_one())

    def _found(
        self, statement: Select[Any], employer: int, account: int | None, entry: int | None
    ) -> tuple[Pending, ...]:
        if account is not None:
            statement = statement.where(ENTRY.c.account_id == account)
        if entry is not None:
            statement = statement.where(ENTRY.c.id == entry)
        found = [_pending(row) for row in self._connection.execute(statement, {"employer": employer})]
        return tuple(sorted(found, key=lambda each: (each.returned, each.name, each.membership, each.fact.id)))

    def last(self, employer: int, entry: int) -> str | None:
        """The employer's last decision on an entry."""
        rows = [row for row in self._connection.execute(_DECISIONS, {"entry": entry}) if row[0] == employer]
        return rows[-1][1] if rows else None

    def _settle(self, entry: int) -> None:
        self._connection.execute(_FORGET, {"entry": entry})
        settled = verdict_of([tuple(row) for row in self._connection.execute(_DECISIONS, {"entry": entry})])
        if settled:
            row = {"entry_id": entry, "decision": settled.decision, "reason": settled.reason}
            self._connection.execute(_SETTLE, {**row, "employer_id": settled.employer})


def verdict_of(decisions: Sequence[tuple[int, str, str | None, bool]]) -> Review | None:
    """What decisions (employer, decision, reason, whether the owner belongs to it), oldest first, come to.

    Each employer's last one holds. Present employers outrank former ones, so that a new one can judge for itself; and
    a rejection outranks an approval, so that nobody gains by founding an employer of their own that approves.
    """
    last = {employer: (decision, reason, belongs) for employer, decision, reason, belongs in decisions}
    present = {employer: each for employer, each in last.items() if each[2]}
    for decision in WEIGHT:
        for employer, (decided, reason, _) in (present or last).items():
            if decided == decision:
                return Review(decision, reason, employer)
    return None


def _pending(row: Sequence[Any]) -> Pending:
    width = len(FACT_COLUMNS)
    return Pending(fact_of(row[:width]), *row[width:])
