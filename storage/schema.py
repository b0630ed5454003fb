"""Which version of the tables a database has, and how it gets ours.

An empty database gets the tables of `tables` at once; an older one is migrated by alembic, which is imported only
then, since it costs a quarter of a second. A test holds both ways to the same result.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
    update,
)

from storage import dialect
from storage.problem import StorageProblem
from storage.tables import METADATA

MIGRATIONS = Path(__file__).with_name("migrations")
HEAD = "0005"
VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def prepare(connection: Connection, where: str) -> None:
    """Check the database and bring its tables to our version. Raises StorageProblem where that cannot be."""
    check(connection, where)
    bring_up(connection, where)


def check(connection: Connection, where: str) -> None:
    """Read all of it, which takes its time where it is large. Raises StorageProblem where it is broken."""
    broken = dialect.check(connection)
    if broken:
        raise StorageProblem("corrupted", where, broken)


def bring_up(connection: Connection, where: str) -> None:
    """Make its tables ours. Raises StorageProblem where that cannot be."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        _create(connection)
        return
    if VERSION.name not in tables:
        raise StorageProblem("foreign", where, f"tables {', '.join(sorted(tables)[:5])}")
    version = connection.execute(select(VERSION.c.version_num)).scalar()
    if version == HEAD:
        # changes nothing, but where nothing may be written it says so now instead of at the first message
        connection.execute(update(VERSION).values(version_num=HEAD))
        return
    if version is not None and version not in known_versions():
        raise StorageProblem("newer", where, f"version {version}, known up to {HEAD}")
    migrate(connection)


def known_versions() -> tuple[str, ...]:
    """The versions that our migrations know, oldest first; each file is named by its own."""
    return tuple(sorted(file.name.partition("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*.py")))


def migrate(connection: Connection, version: str = "head") -> None:
    """Run the migrations that are missing up to that version, within the connection's transaction."""
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, version)


def _create(connection: Connection) -> None:
    METADATA.create_all(connection)
    VERSION.create(connection)
    connection.execute(insert(VERSION), {"version_num": HEAD})
