"""Updates that a platform handed over and that are not done yet. The platform is told that we have one only when it
stands here, so that a crash loses none; one that comes again is known by its id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from storage.tables import INBOX

_KNOWN = select(INBOX.c.id).where(INBOX.c.id.in_(bindparam("ids", expanding=True)))
_KEEP = insert(INBOX)
_UNDONE = (
    select(INBOX.c.id, INBOX.c.body)
    .where(INBOX.c.due_at <= bindparam("now"))
    .order_by(INBOX.c.received_at, INBOX.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_TAKE = update(INBOX).where(INBOX.c.id.in_(bindparam("ids", expanding=True))).values(due_at=bindparam("until"))
_DONE = update(INBOX).where(INBOX.c.id == bindparam("this")).values(due_at=None, body="")
_RELEASE = update(INBOX).where(INBOX.c.due_at.is_not(None)).values(due_at=bindparam("now"))
_FORGET = delete(INBOX).where(INBOX.c.due_at.is_(None), INBOX.c.received_at < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Update:
    """An update as the platform gave it."""

    id: str
    body: str


class Inbox:
    """What came in."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def keep(self, updates: Sequence[Update], until: datetime) -> tuple[Update, ...]:
        """Keep these, claimed until then; given back are those that were not there before, each once."""
        fresh = {each.id: each for each in updates}
        for known in self._connection.execute(_KNOWN, {"ids": list(fresh)}).scalars():
            del fresh[known]
        rows = [
            {"id": each.id, "body": each.body, "due_at": until, "received_at": self._now} for each in fresh.values()
        ]
        if rows:
            self._connection.execute(_KEEP, rows)
        return tuple(fresh.values())

    def take(self, until: datetime, most: int) -> tuple[Update, ...]:
        """Claim until then what nobody is at work on, the oldest first."""
        rows = self._connection.execute(_UNDONE, {"now": self._now, "most": most}).all()
        if rows:
            self._connection.execute(_TAKE, {"ids": [row.id for row in rows], "until": until})
        return tuple(Update(row.id, row.body) for row in rows)

    def done(self, ids: Iterable[str]) -> None:
        """These are answered: what they said is forgotten, that they were there is not."""
        if each := [{"this": update} for update in ids]:
            self._connection.execute(_DONE, each)

    def release(self) -> None:
        """Nobody is at work on anything: whoever was is gone."""
        self._connection.execute(_RELEASE, {"now": self._now})

    def forget(self, before: datetime) -> None:
        """Forget those done that came before then: no platform repeats them any more."""
        self._connection.execute(_FORGET, {"before": before})
