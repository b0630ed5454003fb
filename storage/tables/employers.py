"""Employers and who belongs to them: join codes, memberships, administrators, groups, settings.

Nothing is deleted. What can end has its end in the same row, and only one of a kind can stand at a time. A row's
obligatory reference to a person names whose it is (see `storage.belongings`); who did something for an employer
(`by_id`) is merely mentioned.
"""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from storage.tables.base import Instant, table


def one_standing(name: str, *columns: str) -> Index:
    """Of rows that are alike in these columns only one may be without an end."""
    still = sql("ended_at IS NULL")
    return Index(name, *columns, unique=True, sqlite_where=still, postgresql_where=still)


class EmployerRow(SQLModel, table=True):
    """An employer under the name that its founder gave. `skeleton` is the name as it looks at a glance, so that
    look-alikes are found."""

    __tablename__ = "employer"
    __table_args__ = {"sqlite_autoincrement": True}  # buttons name rows by number

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=Text)
    skeleton: str = Field(sa_type=Text, index=True)
    founder_id: int | None = Field(default=None, foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=Instant)


class JoinCodeRow(SQLModel, table=True):
    """A code by which people join. `ended_at`: revoked, or replaced by a newer one."""

    __tablename__ = "join_code"
    __table_args__ = (one_standing("join_code_standing", "employer_id"),)

    id: int | None = Field(default=None, primary_key=True)
    employer_id: int = Field(foreign_key="employer.id")
    code: str = Field(unique=True)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=Instant)
    expires_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)


class JoinTryRow(SQLModel, table=True):
    """A wrong code that somebody tried: too many of them within an hour are answered no more."""

    __tablename__ = "join_try"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    recorded_at: datetime = Field(sa_type=Instant)


class MembershipRow(SQLModel, table=True):
    """That somebody agreed to belong to an employer, under which name and to which words (`consent`).

    `department` and `staff_number` come from the roster. `ended_why`: left, departed.
    """

    __tablename__ = "membership"
    __table_args__ = (
        one_standing("membership_standing", "employer_id", "account_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    employer_id: int = Field(foreign_key="employer.id")
    name: str = Field(sa_type=Text)
    consent: str
    department: str | None = Field(default=None, sa_type=Text)
    staff_number: str | None = Field(default=None, sa_type=Text)
    recorded_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
    ended_why: str | None = None


class AdministratorRow(SQLModel, table=True):
    """That somebody administers an employer, by whose word (`appointed_by`) and until when."""

    __tablename__ = "administrator"
    __table_args__ = (one_standing("administrator_standing", "employer_id", "account_id"),)

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    employer_id: int = Field(foreign_key="employer.id")
    name: str = Field(sa_type=Text)
    appointed_by: int | None = Field(default=None, foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)


class BindingRow(SQLModel, table=True):
    """That a group chat belongs to an employer; a chat has one at a time."""

    __tablename__ = "group_binding"
    __table_args__ = (one_standing("group_binding_standing", "group_chat"),)

    id: int | None = Field(default=None, primary_key=True)
    group_chat: str = Field(sa_type=Text)
    employer_id: int = Field(foreign_key="employer.id", index=True)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)


class SettingRow(SQLModel, table=True):
    """What an employer set; the last row of a `field` (and `year`, for a document) holds, None takes it back.

    Fields: place, document, deadline (MM-DD), names (yes, no), reminders (days before the deadline).
    """

    __tablename__ = "employer_setting"

    id: int | None = Field(default=None, primary_key=True)
    employer_id: int = Field(foreign_key="employer.id", index=True)
    field: str
    value: str | None = Field(default=None, sa_type=Text)
    year: int | None = None
    by_id: int | None = Field(default=None, foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=Instant)


EMPLOYER = table(EmployerRow)
JOIN_CODE = table(JoinCodeRow)
JOIN_TRY = table(JoinTryRow)
MEMBERSHIP = table(MembershipRow)
ADMINISTRATOR = table(AdministratorRow)
BINDING = table(BindingRow)
SETTING = table(SettingRow)
