"""What people hand in as proof of their entries, and that somebody had everything erased."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from storage.tables.base import Instant, SealedText, table


class ProofRow(SQLModel, table=True):
    """A photo or PDF that somebody handed in; the file itself lies in the vault under its digest.

    `entry_id` None: not said yet what it proves. `item`: which of the papers it shows ("刊物封面"), "*" all of them,
    None not said. `name` is the file's own name or what was written with it.
    """

    __tablename__ = "proof"
    __table_args__ = {"sqlite_autoincrement": True}  # buttons name rows by number

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    entry_id: int | None = Field(default=None, foreign_key="entry.id", index=True)
    digest: str = Field(index=True)
    kind: str
    size: int
    name: str = Field(sa_type=SealedText)
    item: str | None = Field(default=None, sa_type=Text)
    recorded_at: datetime = Field(sa_type=Instant)


class ErasureRow(SQLModel, table=True):
    """That a person had everything erased. `token` is a digest from which nobody is known; it lets the same message,
    should it come again, be told that it was done."""

    __tablename__ = "erasure"

    token: str = Field(primary_key=True)
    recorded_at: datetime = Field(sa_type=Instant)


PROOF = table(ProofRow)
ERASURE = table(ErasureRow)
