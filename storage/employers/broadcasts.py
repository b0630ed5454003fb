"""Broadcasts: what was ordered, to whom it went, who could not be written to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, Text, bindparam, cast, func, insert, literal, select

from storage.reach import NEVER_STARTED
from storage.tables import ACCOUNT, BROADCAST, BROADCAST_RECIPIENT, MEMBERSHIP, OUTBOX, REACHABILITY

AGAIN_WITHIN = timedelta(hours=24)
REPORTED_WITHIN = timedelta(days=3)
REPORT_KEY = "broadcast-report:"  # and the order's number: by this key its report goes out once

_COLUMNS = (
    BROADCAST.c.id,
    BROADCAST.c.employer_id,
    BROADCAST.c.kind,
    BROADCAST.c.fingerprint,
    BROADCAST.c.text,
    BROADCAST.c.by_id,
    BROADCAST.c.recorded_at,
)
_OURS = BROADCAST.c.employer_id == bindparam("employer")
_ALIKE = (
    select(*_COLUMNS)
    .where(_OURS, BROADCAST.c.fingerprint == bindparam("alike"), BROADCAST.c.recorded_at > bindparam("since"))
    .order_by(BROADCAST.c.id.desc())
    .limit(1)
)
_OF_LATE = select(func.count()).select_from(BROADCAST).where(_OURS, BROADCAST.c.recorded_at > bindparam("since"))
_LAST = select(*_COLUMNS).where(_OURS).order_by(BROADCAST.c.id.desc()).limit(1)
_ONE = select(*_COLUMNS).where(BROADCAST.c.id == bindparam("order"))
_WRITTEN = (
    select(func.count())
    .select_from(BROADCAST_RECIPIENT)
    .where(BROADCAST_RECIPIENT.c.broadcast_id == bindparam("order"), BROADCAST_RECIPIENT.c.unreachable.is_(None))
)
_STILL_MEMBER = (
    (MEMBERSHIP.c.account_id == ACCOUNT.c.id)
    & (MEMBERSHIP.c.employer_id == BROADCAST.c.employer_id)
    & MEMBERSHIP.c.ended_at.is_(None)
)
_MISSED = (
    select(ACCOUNT.c.user, MEMBERSHIP.c.name, BROADCAST_RECIPIENT.c.unreachable)
    .select_from(BROADCAST_RECIPIENT)
    .join(BROADCAST, BROADCAST.c.id == BROADCAST_RECIPIENT.c.broadcast_id)
    .join(ACCOUNT, ACCOUNT.c.id == BROADCAST_RECIPIENT.c.account_id)
    .join(MEMBERSHIP, _STILL_MEMBER)
    .where(BROADCAST_RECIPIENT.c.broadcast_id == bindparam("order"), BROADCAST_RECIPIENT.c.unreachable.is_not(None))
    .order_by(MEMBERSHIP.c.name)
)
_UNDELIVERED = (
    select(ACCOUNT.c.user, func.coalesce(MEMBERSHIP.c.name, ""), func.coalesce(OUTBOX.c.why, OUTBOX.c.state))
    .select_from(OUTBOX)
    .join(BROADCAST, BROADCAST.c.id == OUTBOX.c.order_id)
    .join(ACCOUNT, ACCOUNT.c.user == OUTBOX.c.to_user)
    .outerjoin(MEMBERSHIP, _STILL_MEMBER)
    .where(OUTBOX.c.order_id == bindparam("order"), OUTBOX.c.state.in_(("unreachable", "dropped")))
    .order_by(MEMBERSHIP.c.name)
)
_REPORT = OUTBOX.alias()
_OF_ORDER = select(OUTBOX.c.id).where(OUTBOX.c.order_id == BROADCAST.c.id).exists()
_OPEN = (
    select(OUTBOX.c.id).where(OUTBOX.c.order_id == BROADCAST.c.id, OUTBOX.c.state.in_(("waiting", "claimed"))).exists()
)
_REPORTED = (
    select(_REPORT.c.id)
    .where(_REPORT.c.key == literal(REPORT_KEY, Text()) + cast(BROADCAST.c.id, Text()))
    .correlate(BROADCAST)
    .exists()
)
_RECENT = (
    select(*_COLUMNS, ACCOUNT.c.user)
    .join(ACCOUNT, ACCOUNT.c.id == BROADCAST.c.by_id)
    .where(BROADCAST.c.recorded_at > bindparam("since"), _OF_ORDER)
    .order_by(BROADCAST.c.id)
)
_ENDED = _RECENT.where(~_OPEN, ~_REPORTED)
_UNDER_WAY = _RECENT.where(_OPEN)
_UNREACHABLE = (
    select(MEMBERSHIP.c.account_id, func.coalesce(REACHABILITY.c.why, NEVER_STARTED))
    .outerjoin(REACHABILITY, REACHABILITY.c.account_id == MEMBERSHIP.c.account_id)
    .where(
        MEMBERSHIP.c.employer_id == bindparam("employer"),
        MEMBERSHIP.c.ended_at.is_(None),
        REACHABILITY.c.account_id.is_(None) | REACHABILITY.c.why.is_not(None),
    )
)
_ORDER = insert(BROADCAST)
_ADDRESS = insert(BROADCAST_RECIPIENT)


@dataclass(frozen=True, slots=True)
class Broadcast:
    """An order to write to many. `kind`: short or text."""

    id: int
    employer: int
    kind: str
    fingerprint: str
    text: str | None
    by: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Missed:
    """A member who could not be written to, and why (never_started, blocked)."""

    user: str
    name: str
    why: str


class Broadcasts:
    """The broadcasts of all employers."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def alike(self, employer: int, fingerprint: str) -> Broadcast | None:
        """The same order within the last 24 hours."""
        told = {"employer": employer, "alike": fingerprint, "since": self._now - AGAIN_WITHIN}
        row = self._connection.execute(_ALIKE, told).first()
        return Broadcast(*row) if row else None

    def of_late(self, employer: int) -> int:
        """How many orders were given within the last 24 hours."""
        told = {"employer": employer, "since": self._now - AGAIN_WITHIN}
        return int(self._connection.execute(_OF_LATE, told).scalar_one())

    def last(self, employer: int) -> Broadcast | None:
        row = self._connection.execute(_LAST, {"employer": employer}).first()
        return Broadcast(*row) if row else None

    def one(self, order: int) -> Broadcast | None:
        row = self._connection.execute(_ONE, {"order": order}).first()
        return Broadcast(*row) if row else None

    def order(self, employer: int, kind: str, fingerprint: str, text: str | None, by: int) -> int:
        """Put down an order; its number."""
        row = {"employer_id": employer, "kind": kind, "fingerprint": fingerprint, "text": text, "by_id": by}
        key = self._connection.execute(_ORDER, {**row, "recorded_at": self._now}).inserted_primary_key
        assert key is not None
        return int(key[0])

    def unreachable(self, employer: int) -> dict[int, str]:
        """The accounts of members who cannot be written to now, each with why."""
        found = self._connection.execute(_UNREACHABLE, {"employer": employer})
        return {row[0]: row[1] for row in found}

    def address(self, order: int, recipients: Iterable[tuple[int, str | None]]) -> None:
        """To whom it goes: accounts, each with why they cannot be written to, or None. Each person once."""
        rows = [
            {"broadcast_id": order, "account_id": account, "unreachable": why}
            for account, why in dict(recipients).items()
        ]
        if rows:
            self._connection.execute(_ADDRESS, rows)

    def written(self, order: int) -> int:
        """How many it was written to."""
        return int(self._connection.execute(_WRITTEN, {"order": order}).scalar_one())

    def missed(self, order: int) -> tuple[Missed, ...]:
        """Who could not be written to when it was ordered, by name."""
        return tuple(Missed(*row) for row in self._connection.execute(_MISSED, {"order": order}))

    def undelivered(self, order: int) -> tuple[Missed, ...]:
        """Whom the outbox could not deliver it to, by name."""
        return tuple(Missed(*row) for row in self._connection.execute(_UNDELIVERED, {"order": order}))

    def ended(self) -> list[tuple[Broadcast, str]]:
        """The broadcasts of late of which nothing is on its way any more and no report was laid down, each with the
        user who ordered it."""
        return self._with_user(_ENDED)

    def under_way(self) -> list[tuple[Broadcast, str]]:
        """The broadcasts of which something is on its way, each with the user who ordered it."""
        return self._with_user(_UNDER_WAY)

    def _with_user(self, statement: Select[Any]) -> list[tuple[Broadcast, str]]:
        rows = self._connection.execute(statement, {"since": self._now - REPORTED_WITHIN})
        return [(Broadcast(*row[:-1]), row[-1]) for row in rows]
