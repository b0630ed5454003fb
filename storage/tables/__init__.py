"""The tables, by topic. Importing this makes all of them known to METADATA."""

from storage.tables.auditing import AUDIT, FINAL_STATEMENT, REVIEW, STANDING, VERDICT, YEAR_CLOSE
from storage.tables.base import METADATA, Instant, table
from storage.tables.broadcasts import BROADCAST, BROADCAST_RECIPIENT, ROSTER, ROSTER_PERSON
from storage.tables.delivery import INBOX, OUTBOX, REACHABILITY, ParcelRow, ReachRow, UpdateRow
from storage.tables.employers import (
    ADMINISTRATOR,
    BINDING,
    EMPLOYER,
    JOIN_CODE,
    JOIN_TRY,
    MEMBERSHIP,
    SETTING,
)
from storage.tables.people import (
    ACCOUNT,
    ANSWER,
    DIALOGUE,
    ENTRY,
    PROFILE,
    WITHDRAWAL,
    Account,
    AnswerRow,
    DialogueRow,
    EntryRow,
    ProfileRow,
    WithdrawalRow,
)
from storage.tables.proofs import ERASURE, PROOF, ErasureRow, ProofRow
from storage.tables.reminders import DUE, REMINDED, REMINDER, DueRow, RemindedRow, ReminderRow
from storage.tables.unread import UNREAD

__all__ = [
    "ACCOUNT",
    "ADMINISTRATOR",
    "ANSWER",
    "AUDIT",
    "BINDING",
    "BROADCAST",
    "BROADCAST_RECIPIENT",
    "DIALOGUE",
    "DUE",
    "EMPLOYER",
    "ENTRY",
    "ERASURE",
    "FINAL_STATEMENT",
    "INBOX",
    "JOIN_CODE",
    "JOIN_TRY",
    "MEMBERSHIP",
    "METADATA",
    "OUTBOX",
    "PROFILE",
    "PROOF",
    "REACHABILITY",
    "REMINDED",
    "REMINDER",
    "REVIEW",
    "ROSTER",
    "ROSTER_PERSON",
    "SETTING",
    "STANDING",
    "UNREAD",
    "VERDICT",
    "WITHDRAWAL",
    "YEAR_CLOSE",
    "Account",
    "AnswerRow",
    "DialogueRow",
    "DueRow",
    "EntryRow",
    "ErasureRow",
    "Instant",
    "ParcelRow",
    "ProfileRow",
    "ProofRow",
    "ReachRow",
    "RemindedRow",
    "ReminderRow",
    "UpdateRow",
    "WithdrawalRow",
    "table",
]
