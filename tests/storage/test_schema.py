"""A fresh database and a migrated one are the same, and both are what the models say."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from storage import dialect, open_database, schema
from storage.tables import METADATA


def empty() -> Engine:
    return dialect.connect(dialect.address("sqlite://"))


def drawn(engine: Engine) -> list[tuple[str, str]]:
    """The whole schema, spaces aside."""
    with engine.begin() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master ORDER BY name")
        return [(row.name, " ".join((row.sql or "").split())) for row in rows]


def test_migrations_lead_to_the_models() -> None:
    with empty().begin() as connection:
        schema.migrate(connection)
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_fresh_database_is_like_a_migrated_one() -> None:
    fresh, migrated = empty(), empty()
    with fresh.begin() as connection:
        schema.prepare(connection, "")
    with migrated.begin() as connection:
        schema.migrate(connection)
    assert drawn(fresh) == drawn(migrated)


def test_the_newest_migration_is_the_version_that_a_fresh_database_gets() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == schema.HEAD
    assert set(schema.known_versions()) == {script.revision for script in scripts.walk_revisions()}


def test_a_database_whose_tables_are_still_to_come_is_migrated(tmp_path: Path) -> None:
    engine = dialect.connect(dialect.address(tmp_path / "old.db"))
    with engine.begin() as connection:
        schema.VERSION.create(connection)
    with engine.begin() as connection:
        schema.prepare(connection, "")
    fresh = empty()
    with fresh.begin() as connection:
        schema.prepare(connection, "")
    assert drawn(engine) == drawn(fresh)


def test_opening_what_is_up_to_date_does_without_alembic(tmp_path: Path) -> None:
    code = "import sys, storage; storage.open_database(sys.argv[1]); sys.exit('alembic' in sys.modules)"
    for _ in ("fresh", "again"):
        done = subprocess.run([sys.executable, "-c", code, tmp_path / "a.db"], check=False)
        assert done.returncode == 0


def test_others_write_while_a_start_reads_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = str(tmp_path / "busy.db")
    open_database(address).close()
    wrote: list[bool] = []

    def slowly(_connection: Connection) -> None:
        with closing(sqlite3.connect(address, timeout=0)) as other:
            other.execute("UPDATE alembic_version SET version_num = version_num")
            other.commit()
        wrote.append(True)

    monkeypatch.setattr(dialect, "check", slowly)
    open_database(address).close()
    assert wrote == [True]
