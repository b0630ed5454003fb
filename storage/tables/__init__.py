"""The tables, by topic. Importing this makes all of them known to METADATA."""

from storage.tables.base import METADATA, Instant, table
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

__all__ = [
    "ACCOUNT",
    "ANSWER",
    "DIALOGUE",
    "ENTRY",
    "ERASURE",
    "METADATA",
    "PROFILE",
    "PROOF",
    "WITHDRAWAL",
    "Account",
    "AnswerRow",
    "DialogueRow",
    "EntryRow",
    "ErasureRow",
    "Instant",
    "ProfileRow",
    "ProofRow",
    "WithdrawalRow",
    "table",
]
