"""Persons and their facts, of many at once: what counting needs where years are not kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from policies.facts import Fact
from policies.person import Person
from storage.effects import NONE
from storage.employers.effects import EffectsOf
from storage.ledger import FACT_COLUMNS, JUDGED, fact_of
from storage.people import PROFILE_COLUMNS, Profile
from storage.tables import ENTRY, PROFILE, VERDICT, WITHDRAWAL

MOST_AT_ONCE = 500
_PROFILES = (
    select(PROFILE.c.account_id, *PROFILE_COLUMNS)
    .where(PROFILE.c.account_id.in_(bindparam("accounts", expanding=True)))
    .order_by(PROFILE.c.id)
)
_FACTS = (
    select(ENTRY.c.account_id, *FACT_COLUMNS)
    .outerjoin(VERDICT, JUDGED)
    .outerjoin(WITHDRAWAL, WITHDRAWAL.c.entry_id == ENTRY.c.id)
    .where(ENTRY.c.account_id.in_(bindparam("accounts", expanding=True)), WITHDRAWAL.c.entry_id.is_(None))
    .order_by(ENTRY.c.id)
)


class Crowd:
    """Reads what many people's years are computed from."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._effects = EffectsOf(connection, now)

    def people(self, accounts: Sequence[int]) -> Iterator[tuple[int, Person, tuple[Fact, ...]]]:
        """Each account with its person and the facts that stand, as the documents see them."""
        for start in range(0, len(accounts), MOST_AT_ONCE):
            some = list(accounts[start : start + MOST_AT_ONCE])
            effects = self._effects.people(some)
            profiles, facts = self._grouped(_PROFILES, some), self._grouped(_FACTS, some)
            for account in some:
                profile = Profile(
                    self._connection, account, self._now, self._now, effects.get(account, NONE), profiles[account]
                )
                yield account, profile.person(), tuple(map(fact_of, facts[account]))

    def _grouped(self, statement: Select[Any], accounts: list[int]) -> dict[int, list[Sequence[Any]]]:
        """The rows of each account."""
        found: dict[int, list[Sequence[Any]]] = {account: [] for account in accounts}
        for account, *row in self._connection.execute(statement, {"accounts": accounts}):
            found[account].append(row)
        return found
