"""The audit log of each employer: only ever added to, each record chained to the one before by a digest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, bindparam, exists, insert, select, union_all

from storage.codec import Json, json_text
from storage.tables import ACCOUNT, ADMINISTRATOR, AUDIT, EMPLOYER, MEMBERSHIP

FIRST = "0" * 64
_LOCK = select(EMPLOYER.c.id).where(EMPLOYER.c.id == bindparam("employer")).with_for_update()
_TAIL = select(AUDIT.c.digest).where(AUDIT.c.employer_id == bindparam("employer")).order_by(AUDIT.c.id.desc()).limit(1)
_APPEND = insert(AUDIT)
_BY, _SUBJECT = ACCOUNT.alias(), ACCOUNT.alias()
_RECORDS = (
    select(
        AUDIT.c.id,
        AUDIT.c.employer_id,
        _BY.c.user,
        _SUBJECT.c.user,
        AUDIT.c.action,
        AUDIT.c.detail,
        AUDIT.c.recorded_at,
        AUDIT.c.previous,
        AUDIT.c.digest,
    )
    .outerjoin(_BY, _BY.c.id == AUDIT.c.by_id)
    .outerjoin(_SUBJECT, _SUBJECT.c.id == AUDIT.c.subject_id)
)
_OF_EMPLOYER = _RECORDS.where(AUDIT.c.employer_id == bindparam("employer")).order_by(AUDIT.c.id)
# what shows the data of everybody who belonged to the employer then
_OF_ALL = ("list", "members", "workbook", "statements", "import_sheet", "suppose")
_BELONGED = exists().where(
    MEMBERSHIP.c.account_id == bindparam("account"),
    MEMBERSHIP.c.employer_id == AUDIT.c.employer_id,
    MEMBERSHIP.c.recorded_at <= AUDIT.c.recorded_at,
    MEMBERSHIP.c.ended_at.is_(None) | (MEMBERSHIP.c.ended_at >= AUDIT.c.recorded_at),
)
_ABOUT = (
    _RECORDS.where(
        (AUDIT.c.subject_id == bindparam("account"))
        | (AUDIT.c.subject_id.is_(None) & AUDIT.c.action.in_(_OF_ALL) & _BELONGED),
        AUDIT.c.by_id.is_distinct_from(bindparam("account")),
    )
    .order_by(AUDIT.c.id.desc())
    .limit(bindparam("most"))
)
_CALLED = union_all(
    *(
        select(table.c.name, table.c.recorded_at).where(
            table.c.account_id == bindparam("account"), table.c.employer_id == bindparam("employer")
        )
        for table in (MEMBERSHIP, ADMINISTRATOR)
    )
)


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """Who (`by`, a channel's user) did what to whose data (`subject`), when. None: had everything erased since."""

    id: int
    employer: int
    by: str | None
    subject: str | None
    action: str
    detail_text: str
    at: datetime
    previous: str
    digest: str

    @property
    def detail(self) -> Json:
        found: Json = json.loads(self.detail_text)
        return found


class AuditLog:
    """The logs of all employers."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def append(self, employer: int, by: int, action: str, subject: int | None = None, **detail: object) -> None:
        """Put down what was done or looked at. `detail` holds numbers and codes, never names."""
        self._connection.execute(_LOCK, {"employer": employer})
        previous = self._connection.execute(_TAIL, {"employer": employer}).scalar() or FIRST
        text = json_text({"by": by, "subject": subject, **detail})
        row = {
            "employer_id": employer,
            "by_id": by,
            "subject_id": subject,
            "action": action,
            "detail": text,
            "recorded_at": self._now,
            "previous": previous,
            "digest": digest_of(previous, employer, action, text, self._now),
        }
        self._connection.execute(_APPEND, row)

    def last_digest(self, employer: int) -> str:
        """The digest that stands for the whole log so far: kept elsewhere, it shows later whether records are missing
        at the end. Empty where nothing was put down."""
        return self._connection.execute(_TAIL, {"employer": employer}).scalar() or ""

    def of(self, employer: int) -> Iterator[AuditRecord]:
        """The whole log of an employer, oldest first."""
        for row in self._connection.execute(_OF_EMPLOYER, {"employer": employer}):
            yield AuditRecord(*row)

    def about(self, account: int, most: int = 50) -> tuple[AuditRecord, ...]:
        """What was done to or looked at of one person's data, alone or with that of all others, by any employer, latest
        first; not what they did themselves."""
        rows: Any = self._connection.execute(_ABOUT, {"account": account, "most": most})
        return tuple(AuditRecord(*row) for row in rows)

    def name_of(self, employer: int, account: int) -> str | None:
        """What somebody was called there last, as a member or as an administrator; None for a stranger."""
        rows = self._connection.execute(_CALLED, {"employer": employer, "account": account}).all()
        return max(rows, key=lambda row: row.recorded_at).name if rows else None

    def broken_at(self, employer: int) -> int | None:
        """The number of the first record that does not fit the chain; None where the log is whole."""
        previous = FIRST
        for record in self.of(employer):
            made = digest_of(previous, employer, record.action, record.detail_text, record.at)
            if (record.previous, record.digest) != (previous, made):
                return record.id
            previous = record.digest
        return None


def digest_of(previous: str, employer: int, action: str, detail: str, at: datetime) -> str:
    """The digest of a record: of all that it says, and of the record before it."""
    instant = int(at.timestamp() * 1_000_000)
    return sha256(f"{previous}\n{employer}\n{action}\n{detail}\n{instant}".encode()).hexdigest()
