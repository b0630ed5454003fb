"""Which employers there are, and who administers them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from storage.tables import ACCOUNT, ADMINISTRATOR, EMPLOYER

_ONE = select(EMPLOYER.c.id, EMPLOYER.c.name).where(EMPLOYER.c.id == bindparam("employer"))
_ALIKE = select(EMPLOYER.c.id).where(EMPLOYER.c.skeleton == bindparam("looks")).limit(1)
_STANDS = ADMINISTRATOR.c.ended_at.is_(None)
_ADMINISTERED = (
    select(EMPLOYER.c.id, EMPLOYER.c.name)
    .join(ADMINISTRATOR, ADMINISTRATOR.c.employer_id == EMPLOYER.c.id)
    .where(ADMINISTRATOR.c.account_id == bindparam("account"), _STANDS)
    .order_by(EMPLOYER.c.id)
)
_ADMINISTRATORS = (
    select(ADMINISTRATOR.c.account_id, ACCOUNT.c.user, ADMINISTRATOR.c.name)
    .join(ACCOUNT, ACCOUNT.c.id == ADMINISTRATOR.c.account_id)
    .where(ADMINISTRATOR.c.employer_id == bindparam("employer"), _STANDS)
    .order_by(ADMINISTRATOR.c.id)
)
_IS_ADMINISTRATOR = select(ADMINISTRATOR.c.id).where(
    ADMINISTRATOR.c.employer_id == bindparam("employer"), ADMINISTRATOR.c.account_id == bindparam("account"), _STANDS
)
_FOUNDED = select(func.count()).select_from(EMPLOYER).where(EMPLOYER.c.founder_id == bindparam("account"))
_CREATE = insert(EMPLOYER)
_APPOINT = insert(ADMINISTRATOR)
_DISMISS = (
    update(ADMINISTRATOR)
    .where(
        ADMINISTRATOR.c.employer_id == bindparam("employer"), ADMINISTRATOR.c.account_id == bindparam("whom"), _STANDS
    )
    .values(ended_at=bindparam("at"))
)
_LOCK = select(EMPLOYER.c.id).where(EMPLOYER.c.id == bindparam("employer")).with_for_update()


@dataclass(frozen=True, slots=True)
class Employer:
    """An employer; several may bear one name, so `id` tells them apart."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Administrator:
    """Who administers an employer, under the name of the time of their appointment."""

    account: int
    user: str
    name: str


class Registry:
    """All employers."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def create(self, name: str, skeleton: str, founder: int, founder_name: str) -> Employer:
        """A new employer with its founder as the administrator; `skeleton` is its name as it looks at a glance."""
        row = {"name": name, "skeleton": skeleton, "founder_id": founder, "recorded_at": self._now}
        key = self._connection.execute(_CREATE, row).inserted_primary_key
        assert key is not None
        self.appoint(int(key[0]), founder, founder_name, founder)
        return Employer(int(key[0]), name)

    def employer(self, employer: int) -> Employer | None:
        row = self._connection.execute(_ONE, {"employer": employer}).first()
        return Employer(*row) if row else None

    def looks_like(self, skeleton: str) -> bool:
        """Whether there is an employer whose name looks like that."""
        return self._connection.execute(_ALIKE, {"looks": skeleton}).first() is not None

    def founded_by(self, account: int) -> int:
        """How many employers somebody founded."""
        return int(self._connection.execute(_FOUNDED, {"account": account}).scalar_one())

    def administered_by(self, account: int) -> tuple[Employer, ...]:
        """The employers that somebody administers, oldest first."""
        return tuple(Employer(*row) for row in self._connection.execute(_ADMINISTERED, {"account": account}))

    def administrators(self, employer: int) -> tuple[Administrator, ...]:
        """Who administers it, the longest first."""
        return tuple(Administrator(*row) for row in self._connection.execute(_ADMINISTRATORS, {"employer": employer}))

    def administers(self, account: int, employer: int) -> bool:
        found = self._connection.execute(_IS_ADMINISTRATOR, {"employer": employer, "account": account})
        return found.first() is not None

    def appoint(self, employer: int, account: int, name: str, by: int) -> None:
        """Somebody administers it from now on."""
        self._connection.execute(
            _APPOINT,
            {
                "employer_id": employer,
                "account_id": account,
                "name": name,
                "appointed_by": by,
                "recorded_at": self._now,
            },
        )

    def dismiss(self, employer: int, account: int) -> None:
        """Somebody administers it no longer. That one is left is for the caller to see to, under `lock`."""
        self._connection.execute(_DISMISS, {"employer": employer, "whom": account, "at": self._now})

    def lock(self, employer: int) -> None:
        """Let nobody else change who administers it until this turn ends."""
        self._connection.execute(_LOCK, {"employer": employer})
