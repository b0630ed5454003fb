"""Which group chat belongs to which employer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.employers.registry import Employer
from storage.tables import BINDING, EMPLOYER

_STANDS = BINDING.c.ended_at.is_(None)
_BOUND = (
    select(EMPLOYER.c.id, EMPLOYER.c.name)
    .join(BINDING, BINDING.c.employer_id == EMPLOYER.c.id)
    .where(BINDING.c.group_chat == bindparam("chat"), _STANDS)
)
_GROUPS = select(BINDING.c.group_chat).where(BINDING.c.employer_id == bindparam("employer"), _STANDS)
_BIND = insert(BINDING)
_UNBIND = update(BINDING).where(BINDING.c.group_chat == bindparam("chat"), _STANDS).values(ended_at=bindparam("at"))


class Groups:
    """The bindings of all group chats."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def bound(self, chat: str) -> Employer | None:
        """The employer that the group belongs to."""
        row = self._connection.execute(_BOUND, {"chat": chat}).first()
        return Employer(*row) if row else None

    def of(self, employer: int) -> tuple[str, ...]:
        """The groups of an employer."""
        return tuple(self._connection.execute(_GROUPS.order_by(BINDING.c.id), {"employer": employer}).scalars())

    def bind(self, chat: str, employer: int, by: int) -> None:
        """The group belongs to that employer from now on. A group that is bound already is refused by the table."""
        row = {"group_chat": chat, "employer_id": employer, "by_id": by, "recorded_at": self._now}
        self._connection.execute(_BIND, row)

    def unbind(self, chat: str) -> None:
        """The group belongs to nobody."""
        self._connection.execute(_UNBIND, {"chat": chat, "at": self._now})
