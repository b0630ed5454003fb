"""Reminders: when each person is next to be looked at, what they asked to be told of, and what went out.

No row is a job: a tick claims the people whose instant has come and decides then what there is to say.
"""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.tables.base import Instant, SealedText, table


class DueRow(SQLModel, table=True):
    """One person's place in the plan of reminders.

    `next_due`: when to look at them next (None: nothing to come). `since`: up to when all was decided already; `held`:
    something from after it waits for the morning or a snooze's end. `stopped`: they want none but what they asked for
    later. `snoozed_until`: nothing of the plan before that.
    """

    __tablename__ = "due"

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    next_due: datetime | None = Field(default=None, sa_type=Instant, index=True)
    since: datetime = Field(sa_type=Instant, index=True)
    held: bool = False
    stopped: bool = False
    snoozed_until: datetime | None = Field(default=None, sa_type=Instant)


class ReminderRow(SQLModel, table=True):
    """A reminder that somebody asked for. `kind`: own, or digest (their progress). `schedule` is JSON."""

    __tablename__ = "reminder"
    __table_args__ = {"sqlite_autoincrement": True}  # buttons name reminders by number

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    kind: str
    text: str = Field(sa_type=SealedText)
    schedule: str = Field(sa_type=Text)
    paused: bool = False
    created_at: datetime = Field(sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)


class RemindedRow(SQLModel, table=True):
    """What went out: `occurrence` names one due time of one source, so that no clock can repeat it."""

    __tablename__ = "reminded"

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    occurrence: str = Field(primary_key=True)
    sent_at: datetime = Field(sa_type=Instant)


DUE = table(DueRow)
REMINDER = table(ReminderRow)
REMINDED = table(RemindedRow)
