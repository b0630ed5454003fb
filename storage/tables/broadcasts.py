"""What an employer brings in and sends out in bulk: rosters and broadcasts."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.tables.base import Instant, table


class RosterRow(SQLModel, table=True):
    """A roster that was uploaded; an employer's last one holds. `rows` counts the lines that were taken in."""

    __tablename__ = "roster"

    id: int | None = Field(default=None, primary_key=True)
    employer_id: int = Field(foreign_key="employer.id", index=True)
    file: str = Field(sa_type=Text)
    rows: int
    by_id: int | None = Field(default=None, foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=Instant)


class RosterPersonRow(SQLModel, table=True):
    """One line of a roster: who works there. `line` is its number in the file, the header's is 1."""

    __tablename__ = "roster_person"

    id: int | None = Field(default=None, primary_key=True)
    roster_id: int = Field(foreign_key="roster.id", index=True)
    line: int
    name: str = Field(sa_type=Text)
    staff_number: str | None = Field(default=None, sa_type=Text)
    department: str | None = Field(default=None, sa_type=Text)


class BroadcastRow(SQLModel, table=True):
    """An order to write to many. `kind`: short (those who are short, with their own figures) or text.

    `fingerprint` names what was ordered, so that the same order within a day is recognised.
    """

    __tablename__ = "broadcast"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    employer_id: int = Field(foreign_key="employer.id", index=True)
    kind: str
    fingerprint: str
    text: str | None = Field(default=None, sa_type=Text)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=Instant)


class BroadcastRecipientRow(SQLModel, table=True):
    """To whom a broadcast went: each person once. `unreachable` says why it could not go out."""

    __tablename__ = "broadcast_recipient"

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    broadcast_id: int = Field(primary_key=True, foreign_key="broadcast.id", index=True)
    unreachable: str | None = None


ROSTER = table(RosterRow)
ROSTER_PERSON = table(RosterPersonRow)
BROADCAST = table(BroadcastRow)
BROADCAST_RECIPIENT = table(BroadcastRecipientRow)
