"""The tables, by topic. Importing this makes all of them known to METADATA."""

from storage.tables.base import METADATA, Instant, table
from storage.tables.delivery import PROOF, ProofRow
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

__all__ = [
    "ACCOUNT",
    "ANSWER",
    "DIALOGUE",
    "ENTRY",
    "METADATA",
    "PROFILE",
    "PROOF",
    "WITHDRAWAL",
    "Account",
    "AnswerRow",
    "DialogueRow",
    "EntryRow",
    "Instant",
    "ProfileRow",
    "ProofRow",
    "WithdrawalRow",
    "table",
]
