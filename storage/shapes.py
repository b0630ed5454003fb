"""How often sentences of which shape were not understood, by month. No sentence is kept, nor whose it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from storage.tables import UNREAD

_THIS = (UNREAD.c.shape == bindparam("like"), UNREAD.c.month == bindparam("in_month"))
_AGAIN = update(UNREAD).where(*_THIS).values(times=UNREAD.c.times + 1)
_FIRST = insert(UNREAD)
_FORGET = delete(UNREAD).where(UNREAD.c.month < bindparam("since"))
_TIMES = func.sum(UNREAD.c.times)
_MOST = (
    select(UNREAD.c.shape, _TIMES)
    .where(UNREAD.c.month >= bindparam("since"))
    .group_by(UNREAD.c.shape)
    .order_by(_TIMES.desc(), UNREAD.c.shape)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A shape, and how many sentences of it were not understood."""

    shape: str
    times: int


class Shapes:
    """The counts."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def count(self, shape: str) -> None:
        """One more sentence of that shape."""
        month = f"{self._now:%Y-%m}"
        if not self._connection.execute(_AGAIN, {"like": shape, "in_month": month}).rowcount:
            self._connection.execute(_FIRST, {"shape": shape, "month": month, "times": 1})

    def forget(self, before: str) -> None:
        """Forget the months before that one ("2026-01")."""
        self._connection.execute(_FORGET, {"since": before})

    def most(self, since: str, most: int) -> tuple[Unread, ...]:
        """The commonest since that month ("2026-01")."""
        found = self._connection.execute(_MOST, {"since": since, "most": most})
        return tuple(Unread(shape, int(times)) for shape, times in found)
