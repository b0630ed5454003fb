"""The tables. Facts are only ever added: a withdrawal, a move, a new name is a row of its own.

Times are kept in UTC (`Instant`); JSON is kept as text that `codec` writes.
"""

from datetime import UTC, date, datetime

from sqlalchemy import CheckConstraint, DateTime, Dialect, Table, Text, TypeDecorator
from sqlmodel import Field, SQLModel


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC. SQLite keeps no offset, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the base class's
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime names no instant")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the base class's
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


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
    value: str | None = Field(default=None, sa_type=Text)
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
    attributes: str = Field(sa_type=Text)
    said: str = Field(sa_type=Text)
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
    state: str = Field(sa_type=Text)
    changed_at: datetime = Field(sa_type=Instant)


class AnswerRow(SQLModel, table=True):
    """The answer to a message, so that the same message coming again is answered alike and posts nothing."""

    __tablename__ = "answer"

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    message_id: str = Field(primary_key=True, sa_type=Text)
    answer: str = Field(sa_type=Text)
    recorded_at: datetime = Field(sa_type=Instant)


def table(model: type[SQLModel]) -> Table:
    """The Core table of a model; the hot path works on these."""
    found = model.__table__  # type: ignore[attr-defined]
    assert isinstance(found, Table)
    return found


ACCOUNT = table(Account)
PROFILE = table(ProfileRow)
ENTRY = table(EntryRow)
WITHDRAWAL = table(WithdrawalRow)
DIALOGUE = table(DialogueRow)
ANSWER = table(AnswerRow)
METADATA = SQLModel.metadata
