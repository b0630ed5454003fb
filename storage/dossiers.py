"""What many people's reminders are decided from, read for all of them at once: their words, their facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, Select, bindparam, select

from policies.facts import Fact
from storage.effects import NONE
from storage.employers.effects import EffectsOf
from storage.ledger import FACT_COLUMNS, JUDGED, fact_of
from storage.people import PROFILE_COLUMNS, Profile
from storage.reminders import Reminder, standing
from storage.tables import ENTRY, PROFILE, VERDICT, WITHDRAWAL

_ACCOUNTS = bindparam("accounts", expanding=True, type_=Integer())
_PROFILES = (
    select(PROFILE.c.account_id, *PROFILE_COLUMNS).where(PROFILE.c.account_id.in_(_ACCOUNTS)).order_by(PROFILE.c.id)
)
_FACTS = (
    select(ENTRY.c.account_id, *FACT_COLUMNS)
    .outerjoin(VERDICT, JUDGED)
    .outerjoin(WITHDRAWAL, WITHDRAWAL.c.entry_id == ENTRY.c.id)
    .where(ENTRY.c.account_id.in_(_ACCOUNTS), WITHDRAWAL.c.entry_id.is_(None))
    .order_by(ENTRY.c.id)
)


class Dossiers:
    """Reads profiles and ledgers of many people at once; at most some thousands of them."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def profiles(self, accounts: Sequence[int]) -> dict[int, Profile]:
        """What each of them said of themselves, with what their employers lay down."""
        effects = EffectsOf(self._connection, self._now).people(accounts)
        rows = self._grouped(_PROFILES, accounts)
        return {
            account: Profile(self._connection, account, self._now, self._now, effects.get(account, NONE), rows[account])
            for account in accounts
        }

    def reminders(self, accounts: Sequence[int]) -> dict[int, tuple[Reminder, ...]]:
        """The reminders that those of them asked for who did."""
        return standing(self._connection, accounts)

    def facts(self, accounts: Sequence[int]) -> dict[int, tuple[Fact, ...]]:
        """The facts of each that stand, in the order in which they were recorded."""
        return {account: tuple(map(fact_of, rows)) for account, rows in self._grouped(_FACTS, accounts).items()}

    def _grouped(self, statement: Select[Any], accounts: Sequence[int]) -> dict[int, list[Sequence[Any]]]:
        found: dict[int, list[Sequence[Any]]] = {account: [] for account in accounts}
        for account, *row in self._connection.execute(statement, {"accounts": list(accounts)}):
            found[account].append(row)
        return found
