"""One person's own reminders, and whether and until when they want to be left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, insert, select, update

from storage.due import touch, travelled
from storage.tables import DUE, REMINDED, REMINDER, Instant

_COLUMNS = (
    REMINDER.c.id,
    REMINDER.c.account_id,
    REMINDER.c.kind,
    REMINDER.c.text,
    REMINDER.c.schedule,
    REMINDER.c.paused,
    REMINDER.c.created_at,
)
_ACCOUNTS = bindparam("accounts", expanding=True, type_=Integer())
_STANDING = (
    select(*_COLUMNS).where(REMINDER.c.account_id.in_(_ACCOUNTS), REMINDER.c.ended_at.is_(None)).order_by(REMINDER.c.id)
)
_ONE = select(*_COLUMNS).where(REMINDER.c.account_id == bindparam("account"), REMINDER.c.id == bindparam("reminder"))
_ADD = insert(REMINDER)
_THIS = (REMINDER.c.account_id == bindparam("account"), REMINDER.c.id == bindparam("reminder"))
_MOVE = (
    update(REMINDER)
    .where(*_THIS)
    .values(schedule=bindparam("to"), paused=False, created_at=bindparam("now", type_=Instant()))
)
_END = update(REMINDER).where(*_THIS).values(ended_at=bindparam("now", type_=Instant()))
_PAUSE = (
    update(REMINDER)
    .where(REMINDER.c.account_id == bindparam("account"), REMINDER.c.ended_at.is_(None))
    .values(paused=bindparam("pause"))
)
_FROM_NOW = (
    update(DUE)
    .where(DUE.c.account_id == bindparam("account"))
    .values(since=bindparam("now", type_=Instant()), next_due=bindparam("now", type_=Instant()))
)
_STOP = update(DUE).where(DUE.c.account_id == bindparam("account")).values(stopped=bindparam("stop"))
_SNOOZE = (
    update(DUE)
    .where(DUE.c.account_id == bindparam("account"))
    .values(snoozed_until=bindparam("until", type_=Instant()))
)
_LAST_TOLD = (
    select(REMINDED.c.occurrence, REMINDED.c.sent_at)
    .where(REMINDED.c.account_id == bindparam("account"), REMINDED.c.sent_at >= bindparam("since", type_=Instant()))
    .order_by(REMINDED.c.sent_at.desc(), REMINDED.c.occurrence)
)
_STOPPED = select(DUE.c.stopped).where(DUE.c.account_id == bindparam("account"))


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder as it stands. `schedule` is the JSON text that it was added with; nothing before `since` counts."""

    id: int
    account: int
    kind: str
    text: str
    schedule: str
    paused: bool
    since: datetime


class Reminders:
    """The reminders of one person. Every change lets the next tick work their due times out anew."""

    def __init__(self, connection: Connection, account: int, now: datetime) -> None:
        self._connection = connection
        self._account = account
        self._now = now

    @property
    def stopped(self) -> bool:
        """Whether they want none of the plan's."""
        return bool(self._connection.execute(_STOPPED, {"account": self._account}).scalar())

    def standing(self) -> tuple[Reminder, ...]:
        """Those that may still come, in the order in which they were asked for."""
        return standing(self._connection, (self._account,)).get(self._account, ())

    def reminder(self, number: int) -> Reminder | None:
        """The one of that number, even if it comes no more; None where this person has none such."""
        row = self._connection.execute(_ONE, {"account": self._account, "reminder": number}).first()
        return Reminder(*row) if row else None

    def last_told(self, since: datetime) -> tuple[str, ...]:
        """The occurrences that the last message told of, where it is not older than `since`."""
        rows = self._connection.execute(_LAST_TOLD, {"account": self._account, "since": since}).all()
        return tuple(row.occurrence for row in rows if row.sent_at == rows[0].sent_at)

    def add(self, kind: str, text: str, schedule: str) -> int:
        """A further reminder; its number."""
        row = {"account_id": self._account, "kind": kind, "text": text, "schedule": schedule, "paused": False}
        key = self._connection.execute(_ADD, {**row, "created_at": self._now}).inserted_primary_key
        assert key is not None
        self._touch()
        return int(key[0])

    def move(self, reminder: int, schedule: str) -> None:
        """Other times for one of them, from now on."""
        self._change(_MOVE, reminder=reminder, to=schedule, now=self._now)

    def end(self, reminder: int) -> None:
        """One of them comes no more."""
        self._change(_END, reminder=reminder, now=self._now)

    def stop(self) -> None:
        """Nothing of the plan any more; those asked for rest as well."""
        self._change(_STOP, stop=True)
        self._change(_PAUSE, pause=True)

    def resume(self) -> None:
        """Everything again; nothing from before now."""
        self._change(_STOP, stop=False)
        self._change(_SNOOZE, until=None)
        self._change(_PAUSE, pause=False)
        self._change(_FROM_NOW, now=self._now)

    def snooze(self, until: datetime) -> None:
        """Nothing of the plan before that instant, and then what there is to say."""
        self._change(_STOP, stop=False)
        self._change(_SNOOZE, until=until)

    def travelled(self, ahead: timedelta) -> None:
        """Their clocks show so much more now than they did; hours that were skipped by it are not lost."""
        travelled(self._connection, self._account, ahead, self._now)

    def _change(self, statement: Any, **values: object) -> None:  # noqa: ANN401 - any of the statements above
        self._connection.execute(statement, {"account": self._account, **values})
        self._touch()

    def _touch(self) -> None:
        touch(self._connection, self._account, self._now)


def standing(connection: Connection, accounts: Sequence[int]) -> dict[int, tuple[Reminder, ...]]:
    """The reminders that may still come, of several people at once."""
    found: dict[int, tuple[Reminder, ...]] = {}
    for row in connection.execute(_STANDING, {"accounts": accounts}):
        one = Reminder(*row)
        found[one.account] = (*found.get(one.account, ()), one)
    return found
