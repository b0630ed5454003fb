"""Each member's year as it stands, kept so that thousands are counted without computing.

A row is dropped as soon as anything changes that it rests on (entries, profile, decisions, memberships, settings); the
`stamp` makes rows void that were computed by other documents. `handlers.employers.counting` makes the missing ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, case, delete, func, insert, select

from storage.codec import json_text
from storage.standing import Shortfall, Standing, Tally
from storage.tables import ACCOUNT, MEMBERSHIP, STANDING

_BANDS = (10_000, 30_000, 60_000)  # thousandths of an hour: up to 10, 30, 60 hours missing, and more

_MEMBER = (MEMBERSHIP.c.employer_id == bindparam("employer"), MEMBERSHIP.c.ended_at.is_(None))
_KEPT = (
    (STANDING.c.account_id == MEMBERSHIP.c.account_id)
    & (STANDING.c.year == bindparam("in_year"))
    & (STANDING.c.stamp == bindparam("by"))
)
_MISSING = (
    select(MEMBERSHIP.c.account_id)
    .outerjoin(STANDING, _KEPT)
    .where(*_MEMBER, STANDING.c.account_id.is_(None))
    .order_by(MEMBERSHIP.c.account_id)
)
_MISSING_ANYWHERE = (
    select(MEMBERSHIP.c.account_id)
    .distinct()
    .outerjoin(STANDING, _KEPT)
    .where(MEMBERSHIP.c.ended_at.is_(None), STANDING.c.account_id.is_(None))
    .limit(bindparam("most"))
)
_DROP = delete(STANDING).where(STANDING.c.account_id == bindparam("account"))
_DROP_YEAR = delete(STANDING).where(
    STANDING.c.account_id == bindparam("account"), STANDING.c.year == bindparam("in_year")
)
_DROP_MEMBERS = delete(STANDING).where(STANDING.c.account_id.in_(select(MEMBERSHIP.c.account_id).where(*_MEMBER)))
_PUT = insert(STANDING)


def _many(condition: object) -> object:
    return func.sum(case((condition, 1), else_=0))  # type: ignore[arg-type]


_COUNTS = (
    select(
        func.count(),
        _many(STANDING.c.complete),
        func.sum(STANDING.c.gap),
        func.count(STANDING.c.gap),
        *(_many((STANDING.c.gap > 0) & (STANDING.c.gap <= top)) for top in _BANDS),  # type: ignore[call-overload]
        _many(STANDING.c.gap > 0),
    )
    .select_from(MEMBERSHIP)
    .join(STANDING, _KEPT)
    .where(*_MEMBER)
)
_LISTED = (
    select(
        MEMBERSHIP.c.name,
        MEMBERSHIP.c.department,
        STANDING.c.gap,
        STANDING.c.public,
        STANDING.c.professional,
    )
    .select_from(MEMBERSHIP)
    .join(STANDING, _KEPT)
    .where(*_MEMBER, ~STANDING.c.complete)
    .order_by(STANDING.c.gap.is_(None), STANDING.c.gap.desc(), MEMBERSHIP.c.name, MEMBERSHIP.c.id)
)
_SHORT = (
    select(
        MEMBERSHIP.c.id,
        MEMBERSHIP.c.account_id,
        ACCOUNT.c.user,
        MEMBERSHIP.c.name,
        MEMBERSHIP.c.department,
        STANDING.c.complete,
        STANDING.c.gap,
        STANDING.c.balance,
    )
    .select_from(MEMBERSHIP)
    .join(STANDING, _KEPT)
    .join(ACCOUNT, ACCOUNT.c.id == MEMBERSHIP.c.account_id)
    .where(*_MEMBER)
    .order_by(STANDING.c.gap.is_(None), STANDING.c.gap.desc(), MEMBERSHIP.c.name, MEMBERSHIP.c.id)
)


Gaps = tuple[int | None, int | None, int | None]


class Standings:
    """The kept years of all people."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def drop(self, account: int) -> None:
        """Something changed for this person."""
        self._connection.execute(_DROP, {"account": account})

    def drop_members_of(self, employer: int) -> None:
        """Something changed for everybody who belongs to that employer."""
        self._connection.execute(_DROP_MEMBERS, {"employer": employer})

    def missing(self, employer: int, year: int, stamp: str) -> list[int]:
        """The accounts of members whose year is not kept."""
        told = {"employer": employer, "in_year": year, "by": stamp}
        return list(self._connection.execute(_MISSING, told).scalars())

    def put(self, year: int, stamp: str, rows: Iterable[tuple[int, bool, Gaps, Mapping[str, object]]]) -> None:
        """Keep the year of these people: account, complete, what is missing (in all, public, professional), balance."""
        made = [
            {"account_id": account, "year": year, "stamp": stamp, "complete": complete}
            | dict(zip(("gap", "public", "professional"), gaps, strict=True))
            | {"balance": json_text(balance)}
            for account, complete, gaps, balance in rows
        ]
        if made:
            old = [{"account": row["account_id"], "in_year": year} for row in made]
            self._connection.execute(_DROP_YEAR, old)
            self._connection.execute(_PUT, made)

    def missing_anywhere(self, year: int, stamp: str, most: int) -> list[int]:
        """Up to so many accounts of any employer's members whose year is not kept."""
        told = {"in_year": year, "by": stamp, "most": most}
        return list(self._connection.execute(_MISSING_ANYWHERE, told).scalars())

    def tally(self, employer: int, year: int, stamp: str, department: str | None = None) -> Tally:
        """How its members stand, or those of one department, by the years that are kept."""
        told = {"employer": employer, "in_year": year, "by": stamp}
        statement = _COUNTS if department is None else _COUNTS.where(MEMBERSHIP.c.department == department)
        row = self._connection.execute(statement, told).one()
        members, complete, missing, assessed, *upto, short = (int(value or 0) for value in row)
        ten, thirty, sixty = upto
        return Tally(members, complete, missing, assessed, (ten, thirty - ten, sixty - thirty, short - sixty))

    def shortfalls(self, employer: int, year: int, stamp: str, department: str | None = None) -> list[Shortfall]:
        """Who is not complete, the largest gap first, those without a document last."""
        statement = _LISTED if department is None else _LISTED.where(MEMBERSHIP.c.department == department)
        told = {"employer": employer, "in_year": year, "by": stamp}
        return [Shortfall(*row) for row in self._connection.execute(statement, told)]

    def all(
        self, employer: int, year: int, stamp: str, *, short_only: bool = True, department: str | None = None
    ) -> list[Standing]:
        """The members' kept years, the largest gap first, those without a document last."""
        statement = _SHORT.where(~STANDING.c.complete) if short_only else _SHORT
        if department is not None:
            statement = statement.where(MEMBERSHIP.c.department == department)
        told = {"employer": employer, "in_year": year, "by": stamp}
        return [Standing(*row) for row in self._connection.execute(statement, told)]
