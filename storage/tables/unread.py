"""What was not understood, by its shape alone."""

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.tables.base import table


class UnreadRow(SQLModel, table=True):
    """How many sentences of one shape were not understood in a month ("2026-11"). Nobody's: it names no account."""

    __tablename__ = "unread"

    shape: str = Field(primary_key=True, sa_type=Text)
    month: str = Field(primary_key=True)
    times: int


UNREAD = table(UnreadRow)
