"""Who somebody is here, in one question at the beginning of a turn."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, exists, select

from storage.tables import ACCOUNT, MEMBERSHIP, REACHABILITY

# On a server the row lock lets one person's messages wait for each other; SQLite has one writer anyway and ignores it.
BY_NAME = (
    select(
        ACCOUNT.c.id,
        ACCOUNT.c.first_seen,
        REACHABILITY.c.since.is_not(None) & REACHABILITY.c.why.is_(None),
        exists().where(MEMBERSHIP.c.account_id == ACCOUNT.c.id, MEMBERSHIP.c.ended_at.is_(None)),
    )
    .outerjoin_from(ACCOUNT, REACHABILITY)
    .where(ACCOUNT.c.user == bindparam("name"))
    .with_for_update(of=ACCOUNT)
)


class Account(NamedTuple):
    """Who somebody is here; `reachable`: they wrote in private and have not shut us out, `member`: they belong to an
    employer."""

    id: int
    first_seen: datetime
    reachable: bool = False
    member: bool = False
