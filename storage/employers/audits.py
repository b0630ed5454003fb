"""What an employer made of many people's entries: decisions, reasons, files handed in, for the audit's workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from storage.tables import ENTRY, PROOF, REVIEW, VERDICT, WITHDRAWAL

_LAST = (
    select(func.max(REVIEW.c.id))
    .where(REVIEW.c.entry_id == ENTRY.c.id, REVIEW.c.employer_id == bindparam("employer"))
    .correlate(ENTRY)
    .scalar_subquery()
)
_PROOFS = select(func.count()).where(PROOF.c.entry_id == ENTRY.c.id).correlate(ENTRY).scalar_subquery()
_ENTRIES = (
    select(
        ENTRY.c.id,
        ENTRY.c.said,
        func.coalesce(REVIEW.c.decision, VERDICT.c.decision),
        func.coalesce(REVIEW.c.reason, VERDICT.c.reason),
        _PROOFS,
    )
    .select_from(ENTRY)
    .outerjoin(REVIEW, REVIEW.c.id == _LAST)
    .outerjoin(VERDICT, VERDICT.c.entry_id == ENTRY.c.id)
    .outerjoin(WITHDRAWAL, WITHDRAWAL.c.entry_id == ENTRY.c.id)
    .where(
        ENTRY.c.account_id.in_(bindparam("accounts", expanding=True)),
        WITHDRAWAL.c.entry_id.is_(None),
    )
)


@dataclass(frozen=True, slots=True)
class AuditedEntry:
    """An entry in its owner's words, with the decision that holds for the employer (its own, else another's; None:
    nobody decided), the reason, and how many files were handed in."""

    entry: int
    said: str
    decision: str | None
    reason: str | None
    proofs: int


class Audits:
    """Reads what an employer audits by."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, employer: int, accounts: Sequence[int]) -> dict[int, AuditedEntry]:
        """The entries of these members that stand, by number; at most some hundred members at a time."""
        found = self._connection.execute(_ENTRIES, {"employer": employer, "accounts": list(accounts)})
        return {row[0]: AuditedEntry(*row) for row in found}
