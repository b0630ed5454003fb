"""Join codes: drawn by chance, expiring, revocable; and the wrong ones that people tried."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from storage.tables import JOIN_CODE, JOIN_TRY

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without 0 O, 1 I L
LENGTH = 8
LIFETIME = timedelta(days=30)
MOST_TRIES = 8  # wrong codes of one person within `TRIES_WITHIN`
TRIES_WITHIN = timedelta(hours=1)

_STANDS = JOIN_CODE.c.ended_at.is_(None)
_OF = select(JOIN_CODE.c.employer_id, JOIN_CODE.c.code, JOIN_CODE.c.expires_at, JOIN_CODE.c.ended_at)
_CURRENT = _OF.where(JOIN_CODE.c.employer_id == bindparam("employer"), _STANDS)
_FIND = _OF.where(JOIN_CODE.c.code == bindparam("typed"))
_ADD = insert(JOIN_CODE)
_END = (
    update(JOIN_CODE).where(JOIN_CODE.c.employer_id == bindparam("employer"), _STANDS).values(ended_at=bindparam("at"))
)
_TRY = insert(JOIN_TRY)
_FORGET_TRIES = delete(JOIN_TRY).where(
    JOIN_TRY.c.account_id == bindparam("account"), JOIN_TRY.c.recorded_at <= bindparam("since")
)
_TRIES = (
    select(func.count())
    .select_from(JOIN_TRY)
    .where(JOIN_TRY.c.account_id == bindparam("account"), JOIN_TRY.c.recorded_at > bindparam("since"))
)


@dataclass(frozen=True, slots=True)
class JoinCode:
    """A code, whose it is and until when it opens the door."""

    employer: int
    code: str
    expires_at: datetime
    ended_at: datetime | None = None

    def opens(self, now: datetime) -> bool:
        """Whether one can join by it now."""
        return self.ended_at is None and now < self.expires_at


class Codes:
    """The join codes of all employers."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def current(self, employer: int) -> JoinCode | None:
        """The code that opens now; None where it was revoked or has expired."""
        row = self._connection.execute(_CURRENT, {"employer": employer}).first()
        found = JoinCode(*row) if row else None
        return found if found and found.opens(self._now) else None

    def renew(self, employer: int, by: int) -> JoinCode:
        """A new code; the one before opens no longer."""
        self.revoke(employer)
        made = JoinCode(employer, drawn(), self._now + LIFETIME)
        row = {
            "employer_id": employer,
            "code": made.code,
            "by_id": by,
            "recorded_at": self._now,
            "expires_at": made.expires_at,
        }
        self._connection.execute(_ADD, row)
        return made

    def revoke(self, employer: int) -> None:
        """The code that there is opens no longer."""
        self._connection.execute(_END, {"employer": employer, "at": self._now})

    def find(self, code: str) -> JoinCode | None:
        """The code as it was given out, whether or not it still opens."""
        row = self._connection.execute(_FIND, {"typed": code}).first()
        return JoinCode(*row) if row else None

    def may_try(self, account: int) -> bool:
        """Whether somebody has not tried too many wrong codes of late."""
        told = {"account": account, "since": self._now - TRIES_WITHIN}
        return int(self._connection.execute(_TRIES, told).scalar_one()) < MOST_TRIES

    def note_wrong(self, account: int) -> None:
        """Somebody tried a code that opens nothing; tries that count no more are forgotten."""
        self._connection.execute(_FORGET_TRIES, {"account": account, "since": self._now - TRIES_WITHIN})
        self._connection.execute(_TRY, {"account_id": account, "recorded_at": self._now})


def drawn() -> str:
    """Eight characters by chance, at least one letter and one digit, so that it is no word and no number."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        if not code.isalpha() and not code.isdecimal():
            return code
