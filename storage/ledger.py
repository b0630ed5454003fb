"""One person's ledger: facts are added and withdrawn, never changed, never deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, exists, insert, select

from policies.facts import Fact, Period, Value
from storage.codec import attributes_of, attributes_text
from storage.standings import Standings
from storage.tables import ENTRY, VERDICT, WITHDRAWAL

_NUMBERS = range(1, 2**31)  # what a column of entries' numbers can hold on every database
FACT_COLUMNS = (
    ENTRY.c.id,
    ENTRY.c.activity,
    ENTRY.c.starts,
    ENTRY.c.ends,
    ENTRY.c.exact,
    ENTRY.c.attributes,
    ENTRY.c.made_up_for,
    ENTRY.c.policy,
    VERDICT.c.decision,
)
JUDGED = VERDICT.c.entry_id == ENTRY.c.id
_OWN = ENTRY.c.account_id == bindparam("account")
_WITHDRAWN = exists().where(WITHDRAWAL.c.entry_id == ENTRY.c.id)
_FACTS = select(*FACT_COLUMNS).outerjoin(VERDICT, JUDGED).where(_OWN, ~_WITHDRAWN).order_by(ENTRY.c.id)
_ENTRIES = (
    select(
        *FACT_COLUMNS,
        ENTRY.c.said,
        ENTRY.c.recorded_at,
        ENTRY.c.replaces,
        WITHDRAWAL.c.recorded_at,
        WITHDRAWAL.c.why,
        VERDICT.c.reason,
    )
    .outerjoin(WITHDRAWAL, WITHDRAWAL.c.entry_id == ENTRY.c.id)
    .outerjoin(VERDICT, JUDGED)
    .where(_OWN)
    .order_by(ENTRY.c.id)
)
_STANDING = _ENTRIES.where(WITHDRAWAL.c.entry_id.is_(None))
_ONE = _ENTRIES.where(ENTRY.c.id == bindparam("entry"))
_RECORD = insert(ENTRY)
# an entry of somebody else, or one withdrawn already, is simply not found
_WITHDRAW = (
    insert(WITHDRAWAL)
    .from_select(
        ["entry_id", "why", "recorded_at"],
        select(ENTRY.c.id, bindparam("why"), bindparam("at", type_=WITHDRAWAL.c.recorded_at.type)).where(
            _OWN, ENTRY.c.id == bindparam("entry"), ~_WITHDRAWN
        ),
    )
    .execution_options(preserve_rowcount=True)
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact as it stands in the ledger. `said` are the person's own words, `replaces` the entry that it amended,
    `reason` what an employer gave for its decision."""

    fact: Fact
    said: str
    recorded_at: datetime
    replaces: int | None = None
    withdrawn_at: datetime | None = None
    why: str | None = None
    reason: str | None = None

    @property
    def status(self) -> str:
        """`void` once it is withdrawn, else what the employer decided; the contract's words."""
        return self.fact.status if self.withdrawn_at is None else "void"


class Ledger:
    """The entries of one person. No other person's can be read or withdrawn: every statement names the owner."""

    def __init__(self, connection: Connection, account: int, now: datetime) -> None:
        self._connection = connection
        self._account = account
        self._now = now

    def facts(self) -> tuple[Fact, ...]:
        """The facts that stand, in the order in which they were recorded."""
        return tuple(map(fact_of, self._connection.execute(_FACTS, {"account": self._account})))

    def entries(self, *, withdrawn: bool = False) -> tuple[Entry, ...]:
        """The entries that stand, or all of them, in the order in which they were recorded."""
        found = self._connection.execute(_ENTRIES if withdrawn else _STANDING, {"account": self._account})
        return tuple(map(_entry, found))

    def entry(self, entry_id: int) -> Entry | None:
        """The entry of that number, withdrawn or not; None where this person has none such."""
        if entry_id not in _NUMBERS:
            return None
        row = self._connection.execute(_ONE, {"account": self._account, "entry": entry_id}).first()
        return _entry(row) if row else None

    def record(  # noqa: PLR0913 - the parts of a fact, each named at the call
        self,
        activity: str,
        when: Period,
        attributes: Mapping[str, Value],
        said: str,
        *,
        made_up_for: int | None = None,
        policy: str | None = None,
        replaces: int | None = None,
    ) -> Fact:
        """Add a fact. `replaces` names the entry that it amends, which is to be withdrawn besides."""
        text = attributes_text(attributes)
        row = {
            "account_id": self._account,
            "activity": activity,
            "starts": when.start,
            "ends": when.end,
            "exact": when.exact,
            "attributes": text,
            "said": said.replace("\0", ""),  # PostgreSQL keeps no such character
            "made_up_for": made_up_for,
            "policy": policy,
            "replaces": replaces,
            "recorded_at": self._now,
        }
        key = self._connection.execute(_RECORD, row).inserted_primary_key
        assert key is not None
        Standings(self._connection).drop(self._account)
        return Fact(key[0], activity, when, attributes_of(text), made_up_for, policy)

    def withdraw(self, entry_id: int, why: str) -> bool:
        """Let an entry count no longer (`why`: undo, amended). False where no entry of that number stands."""
        if entry_id not in _NUMBERS:
            return False
        told = {"account": self._account, "entry": entry_id, "why": why, "at": self._now}
        Standings(self._connection).drop(self._account)
        return self._connection.execute(_WITHDRAW, told).rowcount == 1


def fact_of(row: Sequence[Any]) -> Fact:
    """A fact from a row of FACT_COLUMNS."""
    entry_id, activity, starts, ends, exact, attributes, made_up_for, policy, decision = row
    period = Period(starts, ends, exact)
    return Fact(
        entry_id, activity, period, attributes_of(attributes), made_up_for, policy, decision == "rejected", decision
    )


def _entry(row: Sequence[Any]) -> Entry:
    width = len(FACT_COLUMNS)
    return Entry(fact_of(row[:width]), *row[width:])
