"""Who belongs to an employer: joining by consent, leaving, finding people by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from storage.due import touch
from storage.employers.reviews import Reviews
from storage.standings import Standings
from storage.tables import ACCOUNT, EMPLOYER, FINAL_STATEMENT, MEMBERSHIP

_STANDS = MEMBERSHIP.c.ended_at.is_(None)
_HERE = MEMBERSHIP.c.employer_id == bindparam("employer")
_ROWS = select(
    MEMBERSHIP.c.id,
    MEMBERSHIP.c.employer_id,
    MEMBERSHIP.c.account_id,
    ACCOUNT.c.user,
    MEMBERSHIP.c.name,
    MEMBERSHIP.c.department,
    MEMBERSHIP.c.staff_number,
    MEMBERSHIP.c.recorded_at,
    MEMBERSHIP.c.ended_at,
).join(ACCOUNT, ACCOUNT.c.id == MEMBERSHIP.c.account_id)
_ALL = _ROWS.where(_HERE, _STANDS).order_by(MEMBERSHIP.c.name, MEMBERSHIP.c.id)
_NAMED = _ROWS.where(_HERE, _STANDS, MEMBERSHIP.c.name == bindparam("called")).order_by(MEMBERSHIP.c.id)
_ONE = _ROWS.where(MEMBERSHIP.c.id == bindparam("membership"))
_OF_ACCOUNT = _ROWS.where(_HERE, _STANDS, MEMBERSHIP.c.account_id == bindparam("account"))
_NAMES = select(MEMBERSHIP.c.name).where(_HERE, _STANDS)
_DEPARTMENTS = (
    select(MEMBERSHIP.c.department, func.count())
    .where(_HERE, _STANDS, MEMBERSHIP.c.department.is_not(None))
    .group_by(MEMBERSHIP.c.department)
    .order_by(MEMBERSHIP.c.department)
)
_EMPLOYERS = (
    select(EMPLOYER.c.id, EMPLOYER.c.name)
    .join(MEMBERSHIP, MEMBERSHIP.c.employer_id == EMPLOYER.c.id)
    .where(MEMBERSHIP.c.account_id == bindparam("account"), _STANDS)
    .order_by(MEMBERSHIP.c.id)
)
_JOIN = insert(MEMBERSHIP)
_END = update(MEMBERSHIP).where(MEMBERSHIP.c.id == bindparam("membership"), _STANDS)
_PLACE = update(MEMBERSHIP).where(MEMBERSHIP.c.id == bindparam("membership"), _STANDS)
_FINAL = insert(FINAL_STATEMENT)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's membership (`id`) under the name that they joined with; `user` is what their channel calls them."""

    id: int
    employer: int
    account: int
    user: str
    name: str
    department: str | None
    staff_number: str | None
    joined_at: datetime
    ended_at: datetime | None

    @property
    def stands(self) -> bool:
        return self.ended_at is None


class Members:
    """The memberships of all employers."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def join(self, employer: int, account: int, name: str, consent: str) -> int:
        """Somebody agreed to the words of that `consent` version; the number of their membership."""
        row = {"employer_id": employer, "account_id": account, "name": name, "consent": consent}
        key = self._connection.execute(_JOIN, {**row, "recorded_at": self._now}).inserted_primary_key
        assert key is not None
        self._changed(account)
        return int(key[0])

    def end(self, member: Member, why: str) -> None:
        """The membership ends now (`why`: left, departed)."""
        values = {"ended_at": self._now, "ended_why": why}
        self._connection.execute(_END.values(**values), {"membership": member.id})
        self._changed(member.account)

    def keep_final(self, member: Member, statement: str, by: int) -> None:
        """Keep what stood when the membership ended, as JSON text."""
        row = {"membership_id": member.id, "statement": statement, "by_id": by, "recorded_at": self._now}
        self._connection.execute(_FINAL, row)

    def of(self, employer: int) -> tuple[Member, ...]:
        """All that belong to it now, by name."""
        return self._found(_ALL, employer=employer)

    def named(self, employer: int, name: str) -> tuple[Member, ...]:
        """Those of that name, who joined first before."""
        return self._found(_NAMED, employer=employer, called=name)

    def member(self, membership: int) -> Member | None:
        """The membership of that number, ended or not."""
        return next(iter(self._found(_ONE, membership=membership)), None)

    def membership(self, employer: int, account: int) -> Member | None:
        """Somebody's membership of that employer."""
        return next(iter(self._found(_OF_ACCOUNT, employer=employer, account=account)), None)

    def names(self, employer: int) -> tuple[str, ...]:
        """The names of all that belong to it."""
        return tuple(self._connection.execute(_NAMES, {"employer": employer}).scalars())

    def departments(self, employer: int) -> Mapping[str, int]:
        """The departments that its members are known to work in, with how many."""
        return {row[0]: row[1] for row in self._connection.execute(_DEPARTMENTS, {"employer": employer})}

    def employers_of(self, account: int) -> tuple[tuple[int, str], ...]:
        """Number and name of the employers that somebody belongs to, the oldest membership first."""
        return tuple((row[0], row[1]) for row in self._connection.execute(_EMPLOYERS, {"account": account}))

    def place(self, membership: int, department: str | None, staff_number: str | None) -> None:
        """What the roster says of a member."""
        values = {"department": department, "staff_number": staff_number}
        self._connection.execute(_PLACE.values(**values), {"membership": membership})

    def _changed(self, account: int) -> None:
        """Figures, decisions and due times that rest on where somebody belongs are settled anew."""
        touch(self._connection, account, self._now)
        Standings(self._connection).drop(account)
        Reviews(self._connection, self._now).settle_all(account)

    def _found(self, statement: Select[Any], **told: object) -> tuple[Member, ...]:
        return tuple(Member(*row) for row in self._connection.execute(statement, told))
