"""Who can be written to in private: whoever has written to us there, unless they have shut us out since."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.tables import ACCOUNT, REACHABILITY

NEVER_STARTED, BLOCKED = "never_started", "blocked"

_OF = select(REACHABILITY.c.account_id, REACHABILITY.c.why).join(ACCOUNT).where(ACCOUNT.c.user == bindparam("name"))
_START = insert(REACHABILITY)
_CHANGE = (
    update(REACHABILITY)
    .where(REACHABILITY.c.account_id == bindparam("account"))
    .values(why=bindparam("because"), since=bindparam("at"))
)


class Reach:
    """Whether people can be written to."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def unreachable(self, user: str) -> str | None:
        """Why that person cannot be written to (never_started, blocked), or None where they can."""
        row = self._connection.execute(_OF, {"name": user}).first()
        why: str | None = row.why if row else NEVER_STARTED
        return why

    def opened(self, user: str, account: int) -> None:
        """They have written in private."""
        row = self._connection.execute(_OF, {"name": user}).first()
        if row is None:
            self._connection.execute(_START, {"account_id": account, "since": self._now})
        elif row.why is not None:
            self._change(account, None)

    def reopened(self, user: str) -> None:
        """They let us in again, if they ever had."""
        row = self._connection.execute(_OF, {"name": user}).first()
        if row is not None and row.why is not None:
            self._change(row.account_id, None)

    def closed(self, user: str, why: str = BLOCKED) -> None:
        """The platform says that they shut us out."""
        row = self._connection.execute(_OF, {"name": user}).first()
        if row is not None:
            self._change(row.account_id, why)

    def _change(self, account: int, why: str | None) -> None:
        self._connection.execute(_CHANGE, {"account": account, "because": why, "at": self._now})
