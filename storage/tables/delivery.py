"""What came in and is being worked on, what waits to be sent, and who can be reached.

Both queues keep a `due_at`: nobody takes a row before then. Whoever takes one moves it into the future, so that a row
whose taker died is taken up again by itself.
"""

from datetime import datetime

from sqlalchemy import Index, Text, text
from sqlmodel import Field, SQLModel

from storage.tables.base import Instant, SealedText, table

_UNDONE = text("due_at IS NOT NULL")
_OPEN = text("state IN ('waiting', 'claimed')")
_OF_AN_ORDER = text("order_id IS NOT NULL")


class UpdateRow(SQLModel, table=True):
    """An update of a platform, kept before the platform is told that we have it. One that is done has no `due_at`
    and no `body` any more: what stays is that it was there."""

    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_undone", "due_at", sqlite_where=_UNDONE, postgresql_where=_UNDONE),)

    id: str = Field(primary_key=True, sa_type=Text)
    body: str = Field(sa_type=SealedText)
    due_at: datetime | None = Field(default=None, sa_type=Instant)
    received_at: datetime = Field(sa_type=Instant)


class ParcelRow(SQLModel, table=True):
    """Something to be told to one person or one group; `body` is JSON, and empty once it is settled.

    `state` is waiting, claimed, sent, unreachable or dropped; `parts` how much of it has arrived already; two of one
    `key` are one; `order_id` groups a broadcast's; `why` tells why the last attempt failed.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_open", "to_group", "to_user", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_outbox_order", "order_id", sqlite_where=_OF_AN_ORDER, postgresql_where=_OF_AN_ORDER),
    )

    id: int | None = Field(default=None, primary_key=True)
    to_user: str | None = Field(default=None, sa_type=Text)
    to_group: str | None = Field(default=None, sa_type=Text)
    kind: str
    key: str | None = Field(default=None, unique=True, sa_type=Text)
    order_id: int | None = None
    body: str = Field(sa_type=SealedText)
    state: str
    due_at: datetime = Field(sa_type=Instant)
    attempts: int = 0
    parts: int = 0
    why: str | None = Field(default=None, sa_type=Text)
    created_at: datetime = Field(sa_type=Instant)


class ReachRow(SQLModel, table=True):
    """A person who has written in private and can be written to; with `why` (blocked), no longer."""

    __tablename__ = "reachability"

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    why: str | None = None
    since: datetime = Field(sa_type=Instant)


INBOX = table(UpdateRow)
OUTBOX = table(ParcelRow)
REACHABILITY = table(ReachRow)
