"""Accounts, what people said of themselves, their entries, dialogues and answers.

Facts are only ever added: a withdrawal, a move, a new name is a row of its own. JSON is text that `codec` writes.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Text
from sqlmodel import Field, SQLModel

from storage.tables.base import Instant, SealedText, table


class Account(SQLModel, table=True):
    """A person as a channel names them. Everything else hangs on its `id`."""

    id: int | None = Field(default=None, primary_key=True)
    user: str = Field(unique=True, sa_type=Text)
    first_seen: datetime = Field(sa_type=Instant)


class ProfileRow(SQLModel, table=True):
    """One thing that a person said of themselves; the last row of a `field` holds.

    `since` belongs to a place (None: from the first), `year` to a document (None: for every year); `value` None
    takes back what was said.
    """

    __tablename__ = "profile"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    field: str
    value: str | None = Field(default=None, sa_type=SealedText)
    since: date | None = None
    year: int | None = None
    recorded_at: datetime = Field(sa_type=Instant)


class EntryRow(SQLModel, table=True):
    """One reported fact, as `policies.facts.Fact` has it, with the person's own words. Never changed, never deleted."""

    __tablename__ = "entry"
    # numbers of entries are never used again, not even where a restored copy lost the last ones
    __table_args__ = (CheckConstraint("starts <= ends", name="entry_in_order"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    activity: str
    starts: date
    ends: date
    exact: bool
    attributes: str = Field(sa_type=SealedText)
    said: str = Field(sa_type=SealedText)
    made_up_for: int | None = None
    policy: str | None = None
    replaces: int | None = Field(default=None, foreign_key="entry.id")
    recorded_at: datetime = Field(sa_type=Instant)


class WithdrawalRow(SQLModel, table=True):
    """An entry that counts no longer, and why: undo, amended."""

    __tablename__ = "withdrawal"

    entry_id: int = Field(primary_key=True, foreign_key="entry.id")
    why: str
    recorded_at: datetime = Field(sa_type=Instant)


class DialogueRow(SQLModel, table=True):
    """What one person's dialogue in one chat remembers, as JSON."""

    __tablename__ = "dialogue"

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    chat: str = Field(primary_key=True, sa_type=Text)
    state: str = Field(sa_type=SealedText)
    changed_at: datetime = Field(sa_type=Instant)


class AnswerRow(SQLModel, table=True):
    """The answer to a message, so that the same message coming again is answered alike and posts nothing."""

    __tablename__ = "answer"

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    message_id: str = Field(primary_key=True, sa_type=Text)
    answer: str = Field(sa_type=SealedText)
    recorded_at: datetime = Field(sa_type=Instant)


ACCOUNT = table(Account)
PROFILE = table(ProfileRow)
ENTRY = table(EntryRow)
WITHDRAWAL = table(WithdrawalRow)
DIALOGUE = table(DialogueRow)
ANSWER = table(AnswerRow)
