"""Looking up what the employers of people lay down for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from storage.effects import NONE, Effects
from storage.employers.settings import EmployerSettings, Settings
from storage.tables import MEMBERSHIP

_EMPLOYERS = (
    select(MEMBERSHIP.c.account_id, MEMBERSHIP.c.employer_id)
    .where(MEMBERSHIP.c.account_id.in_(bindparam("accounts", expanding=True)), MEMBERSHIP.c.ended_at.is_(None))
    .order_by(MEMBERSHIP.c.id)
)
_EMPLOYERS_OF = (
    select(MEMBERSHIP.c.employer_id)
    .where(MEMBERSHIP.c.account_id == bindparam("account"), MEMBERSHIP.c.ended_at.is_(None))
    .order_by(MEMBERSHIP.c.id)
)


class EffectsOf:
    """Looks up effects, of one person or of many at once."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._settings = Settings(connection, now)

    def person(self, account: int) -> Effects:
        """The same of one: every turn asks for them, and a list of one takes the database ten times as long to read."""
        employers = self._connection.execute(_EMPLOYERS_OF, {"account": account}).scalars().all()
        return effects_of(employers, self._settings.of_all(set(employers))) if employers else NONE

    def people(self, accounts: Sequence[int]) -> dict[int, Effects]:
        """The effects on those that belong to any employer."""
        belongs: dict[int, list[int]] = {}
        for account, employer in self._connection.execute(_EMPLOYERS, {"accounts": list(accounts)}):
            belongs.setdefault(account, []).append(employer)
        settings = self._settings.of_all({employer for employers in belongs.values() for employer in employers})
        return {account: effects_of(employers, settings) for account, employers in belongs.items()}


def effects_of(employers: Iterable[int], settings: Mapping[int, EmployerSettings]) -> Effects:
    """What several employers together lay down."""
    own = tuple(employers)
    rules = [settings[employer] for employer in own]
    deadlines = [rule.deadline for rule in rules if rule.deadline]
    return Effects(
        employers=own,
        place=next((rule.place for rule in rules if rule.place), None),
        documents=next((rule.documents for rule in rules if rule.documents), {}),
        deadline=min(deadlines, default=None),
        reminders=next((rule.reminders for rule in rules if rule.reminders is not None), None),
    )
