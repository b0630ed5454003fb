"""What can be told of a database's health without changing anything in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, func, inspect, select
from sqlalchemy.exc import DBAPIError

from storage import dialect, schema
from storage.employers.audit import AuditLog
from storage.outbox import OPEN
from storage.problem import StorageProblem
from storage.proofs import digests
from storage.tables import AUDIT, EMPLOYER, ENTRY, OUTBOX
from storage.vault import Vault

AHEAD = timedelta(minutes=5)  # clocks differ by less
LATE = timedelta(hours=1)  # a message that waits longer is stuck


@dataclass(frozen=True, slots=True)
class Finding:
    """What one examination found. `name` is one of those of `examine`; `sound` False: something is to be done.

    `what` is the number or the words that the sentence about it shows.
    """

    name: str
    sound: bool
    what: str = ""


def examine(url_or_path: str | Path, vault: Vault, now: datetime) -> Iterator[Finding]:
    """Look at the database: version, structure, references, clock, proofs. Raises StorageProblem where it cannot be
    opened at all. Nothing is made, migrated or mended."""
    url = dialect.address(url_or_path)
    where = dialect.place(url)
    if dialect.is_sqlite(url) and not (url.database and Path(url.database).is_file()):
        raise StorageProblem("missing", where)
    engine = dialect.connect(url)
    try:
        with engine.connect() as connection:
            version = _version(connection, where)
            yield Finding("version", version == schema.HEAD, version)
            if version != schema.HEAD:
                return
            broken = dialect.check(connection)
            yield Finding("structure", not broken, broken or "")
            lost = dialect.dangling(connection)
            yield Finding("references", not lost, str(lost))
            yield _clock(connection, now)
            missing = [digest for digest in sorted(digests(connection)) if not vault.path(digest).is_file()]
            yield Finding("proofs", not missing, str(len(missing)))
            yield _audit(connection, now)
            yield _outbox(connection, now)
    except DBAPIError as error:
        raise dialect.told(error, url) from error
    finally:
        engine.dispose()


def _version(connection: Connection, where: str) -> str:
    if schema.VERSION.name not in inspect(connection).get_table_names():
        raise StorageProblem("foreign", where)
    version = str(connection.execute(select(schema.VERSION.c.version_num)).scalar())
    if version not in schema.known_versions():
        raise StorageProblem("newer", where, f"version {version}, known up to {schema.HEAD}")
    return version


def _audit(connection: Connection, now: datetime) -> Finding:
    """Whether every employer's log is as it was written."""
    log = AuditLog(connection, now)
    for employer in connection.execute(select(EMPLOYER.c.id).order_by(EMPLOYER.c.id)).scalars().all():
        broken = log.broken_at(employer)
        if broken is not None:
            return Finding("audit", sound=False, what=str(broken))
    return Finding("audit", sound=True, what=str(connection.execute(select(func.count()).select_from(AUDIT)).scalar()))


def _outbox(connection: Connection, now: datetime) -> Finding:
    """Whether messages wait that should have gone out long ago."""
    late = (OUTBOX.c.state.in_(OPEN), OUTBOX.c.due_at < now - LATE)
    waiting = int(connection.execute(select(func.count()).select_from(OUTBOX).where(*late)).scalar_one())
    return Finding("outbox", not waiting, str(waiting))


def _clock(connection: Connection, now: datetime) -> Finding:
    """Whether the machine's clock stands before what is recorded already."""
    last = connection.execute(select(func.max(ENTRY.c.recorded_at))).scalar()
    return Finding("clock", last is None or last <= now + AHEAD, str(last)[:16] if last else "")
