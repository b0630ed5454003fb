"""Which years an employer has closed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from storage.tables import YEAR_CLOSE

_LAST = (
    select(YEAR_CLOSE.c.closed)
    .where(YEAR_CLOSE.c.employer_id == bindparam("employer"), YEAR_CLOSE.c.year == bindparam("in_year"))
    .order_by(YEAR_CLOSE.c.id.desc())
    .limit(1)
)
_SET = insert(YEAR_CLOSE)


class Closing:
    """The closed years of all employers."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def closed(self, employer: int, year: int) -> bool:
        """Whether changes to that year need a reason now."""
        return bool(self._connection.execute(_LAST, {"employer": employer, "in_year": year}).scalar())

    def set(self, employer: int, year: int, by: int, *, closed: bool, reason: str | None = None) -> None:
        """Close a year, or open it again."""
        row = {"employer_id": employer, "year": year, "closed": closed, "reason": reason, "by_id": by}
        self._connection.execute(_SET, {**row, "recorded_at": self._now})
