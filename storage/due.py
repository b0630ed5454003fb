"""Who is due to be reminded: one indexed instant a person, claimed in batches by any number of processes.

A claim is a transaction: whoever holds it decides, hands the words over and moves the instant on, and all of that
becomes true at once. A process that dies in between leaves everything due as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Integer, and_, bindparam, case, delete, insert, or_, select, update

from storage.tables import ACCOUNT, DUE, MEMBERSHIP, REMINDED, REMINDER, Instant

KEPT = timedelta(days=200)  # how far back a clock may be set without anything being told again
MINUTE = timedelta(minutes=1)  # between two ticks
_NOW = bindparam("now", type_=Instant())
_PENDING = and_(DUE.c.next_due.is_not(None), or_(DUE.c.next_due <= _NOW, DUE.c.held))
_ACCOUNTS = bindparam("accounts", expanding=True, type_=Integer())
_ENTER = insert(DUE)
# what was due already stays due, held or not; else only what comes from now on counts
_TOUCHED = update(DUE).values(
    since=case((_PENDING, DUE.c.since), else_=_NOW), next_due=case((DUE.c.next_due <= _NOW, DUE.c.next_due), else_=_NOW)
)
_TOUCH = _TOUCHED.where(DUE.c.account_id == bindparam("account"))
_SINCE = select(DUE.c.since).where(DUE.c.account_id == bindparam("account"))
_BACK = (
    update(DUE)
    .where(DUE.c.account_id == bindparam("account"))
    .values(since=bindparam("earlier", type_=Instant()), next_due=_NOW)
)
_TOUCH_MEMBERS = _TOUCHED.where(
    DUE.c.account_id.in_(
        select(MEMBERSHIP.c.account_id).where(
            MEMBERSHIP.c.employer_id == bindparam("employer"), MEMBERSHIP.c.ended_at.is_(None)
        )
    )
)
_CLOCK_WENT_BACK = (
    update(DUE).where(DUE.c.since > _NOW).values(since=bindparam("again", type_=Instant()), next_due=_NOW)
)
_CLAIM = (
    select(
        DUE.c.account_id,
        ACCOUNT.c.user,
        ACCOUNT.c.first_seen,
        DUE.c.since,
        DUE.c.stopped,
        DUE.c.snoozed_until,
    )
    .join(ACCOUNT, ACCOUNT.c.id == DUE.c.account_id)
    .where(DUE.c.next_due <= _NOW)
    .order_by(DUE.c.next_due, DUE.c.account_id)
    .limit(bindparam("most"))
    .with_for_update(of=DUE, skip_locked=True)
)
_SETTLE = (
    update(DUE)
    .where(DUE.c.account_id == bindparam("account"))
    .values(
        next_due=bindparam("next", type_=Instant()), since=bindparam("until", type_=Instant()), held=bindparam("holds")
    )
)
_OVER = (
    update(REMINDER)
    .where(REMINDER.c.id.in_(bindparam("numbers", expanding=True, type_=Integer())))
    .values(ended_at=bindparam("at", type_=Instant()))
)
_NOTE = insert(REMINDED)
_FORGET = delete(REMINDED).where(
    REMINDED.c.account_id.in_(_ACCOUNTS), REMINDED.c.sent_at < bindparam("before", type_=Instant())
)
_NOTED = select(REMINDED.c.account_id, REMINDED.c.occurrence).where(REMINDED.c.account_id.in_(_ACCOUNTS))


@dataclass(frozen=True, slots=True)
class Due:
    """A person whose instant has come. Everything up to `since` was decided before."""

    account: int
    user: str
    first_seen: datetime
    since: datetime
    stopped: bool
    snoozed_until: datetime | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a claim: decided up to `until`, to be looked at again at `next`, these occurrences told, these
    reminders of their own `over`; `pictured`: a picture goes with what is told."""

    account: int
    until: datetime
    next: datetime | None
    told: tuple[str, ...] = ()
    over: tuple[int, ...] = ()
    pictured: bool = False


class DueTimes:
    """Everybody's due times, within one transaction."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def heed_clock(self) -> int:
        """Look at everybody again who was decided for up to a later instant than now: the clock was set back."""
        return self._connection.execute(_CLOCK_WENT_BACK, {"now": self._now, "again": self._now - MINUTE}).rowcount

    def claim(self, most: int) -> list[Due]:
        """At most so many of those who are due, the longest waiting first; other processes pass them over."""
        return [Due(*row) for row in self._connection.execute(_CLAIM, {"now": self._now, "most": most})]

    def told(self, accounts: Sequence[int]) -> dict[int, set[str]]:
        """The occurrences that went out to each of these people."""
        found: dict[int, set[str]] = {}
        for account, occurrence in self._connection.execute(_NOTED, {"accounts": accounts}):
            found.setdefault(account, set()).add(occurrence)
        return found

    def settle(self, settled: Sequence[Settled]) -> None:
        """End the claims."""
        old = {"accounts": [one.account for one in settled], "before": self._now - KEPT}
        self._connection.execute(_FORGET, old)
        rows = [
            {"account": one.account, "next": one.next, "until": one.until, "holds": one.until < self._now}
            for one in settled
        ]
        self._connection.execute(_SETTLE, rows)
        told = [
            {"account_id": one.account, "occurrence": occurrence, "sent_at": self._now}
            for one in settled
            for occurrence in one.told
        ]
        if told:
            self._connection.execute(_NOTE, told)
        over = [number for one in settled for number in one.over]
        if over:
            self._connection.execute(_OVER, {"numbers": over, "at": self._now})


def enter(connection: Connection, account: int, now: datetime) -> None:
    """A new person; nothing is due before they say something that makes it so."""
    connection.execute(_ENTER, {"account_id": account, "next_due": None, "since": now, "held": False, "stopped": False})


def touch(connection: Connection, account: int, now: datetime) -> None:
    """Something changed that a person's due times depend on: the next tick works them out anew."""
    connection.execute(_TOUCH, {"account": account, "now": now})


def travelled(connection: Connection, account: int, ahead: timedelta, now: datetime) -> None:
    """A person's clocks went on by `ahead`: their hours between are still to be decided. Clocks set back change
    nothing: what was told then is known."""
    since = connection.execute(_SINCE, {"account": account}).scalar_one()
    connection.execute(_BACK, {"account": account, "earlier": since - max(ahead, timedelta()), "now": now})


def touch_members(connection: Connection, employer: int, now: datetime) -> None:
    """See `touch`, for everybody who belongs to an employer."""
    connection.execute(_TOUCH_MEMBERS, {"employer": employer, "now": now})
