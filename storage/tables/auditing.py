"""What employers decide and look at: reviews, standings, closed years, final statements, the audit log."""

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field, SQLModel

from storage.tables.base import Instant, SealedText, table


class ReviewRow(SQLModel, table=True):
    """An employer's decision on an entry: approved, rejected (with a reason), returned (for proof), or open again.

    Only ever added; an employer's last decision on an entry holds.
    """

    __tablename__ = "review"

    id: int | None = Field(default=None, primary_key=True)
    entry_id: int = Field(foreign_key="entry.id", index=True)
    employer_id: int = Field(foreign_key="employer.id", index=True)
    decision: str
    reason: str | None = Field(default=None, sa_type=SealedText)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=Instant)


class VerdictRow(SQLModel, table=True):
    """What the decisions of all employers come to for an entry; derived from reviews and memberships."""

    __tablename__ = "verdict"

    entry_id: int = Field(primary_key=True, foreign_key="entry.id")
    decision: str
    reason: str | None = Field(default=None, sa_type=SealedText)
    employer_id: int = Field(foreign_key="employer.id")


class StandingRow(SQLModel, table=True):
    """A member's year as it stands, kept so that counting thousands of people needs no computing.

    Derived: a row is dropped when anything that it rests on changes. `stamp` names the documents that it was computed
    by; `gap`, `public` and `professional` are what is missing in thousandths of an hour, in all and of a subject, None
    where no document is on file; `balance` is the contract's balance as JSON.
    """

    __tablename__ = "standing"

    account_id: int = Field(primary_key=True, foreign_key="account.id")
    year: int = Field(primary_key=True)
    stamp: str
    complete: bool
    gap: int | None = None
    public: int | None = None
    professional: int | None = None
    balance: str = Field(sa_type=SealedText)


class YearCloseRow(SQLModel, table=True):
    """That an employer closed a year, or opened it again (`closed` false); the last row of a year holds."""

    __tablename__ = "year_close"
    __table_args__ = (Index("ix_year_close_employer_id_year", "employer_id", "year"),)

    id: int | None = Field(default=None, primary_key=True)
    employer_id: int = Field(foreign_key="employer.id")
    year: int
    closed: bool
    reason: str | None = Field(default=None, sa_type=SealedText)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=Instant)


class FinalStatementRow(SQLModel, table=True):
    """What stood when a membership ended: the years' statements as JSON, made once."""

    __tablename__ = "final_statement"

    membership_id: int = Field(primary_key=True, foreign_key="membership.id")
    statement: str = Field(sa_type=SealedText)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    recorded_at: datetime = Field(sa_type=Instant)


class AuditRow(SQLModel, table=True):
    """A decision, or a look at another's data: who (`by_id`), whose (`subject_id`), what, when.

    Each row's `digest` covers its content and the `previous` digest of the same employer's log, so that a row that is
    changed or taken out later shows. `detail` is JSON with numbers of rows, never names. Who had everything erased is
    None from then on; the digest covers the numbers in `detail`.
    """

    __tablename__ = "audit"
    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    employer_id: int = Field(foreign_key="employer.id", index=True)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    subject_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    action: str
    detail: str = Field(sa_type=Text)
    recorded_at: datetime = Field(sa_type=Instant)
    previous: str
    digest: str = Field(unique=True)


REVIEW = table(ReviewRow)
VERDICT = table(VerdictRow)
STANDING = table(StandingRow)
YEAR_CLOSE = table(YearCloseRow)
FINAL_STATEMENT = table(FinalStatementRow)
AUDIT = table(AuditRow)
