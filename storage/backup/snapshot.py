"""The database at one instant as an SQLite file, whatever database it comes from; and such a file's rows put back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, func, insert, inspect, select, text
from sqlalchemy.engine import URL

from storage import dialect, schema
from storage.tables import METADATA

BATCH = 1000  # rows at once, so that a large ledger is never in memory whole


def take(url: URL, file: Path) -> None:
    """Write the database at `url` as it is at one instant into a new SQLite file. Writers go on meanwhile."""
    if dialect.is_sqlite(url):
        with closing(sqlite3.connect(str(url.database))) as source:
            source.execute("VACUUM INTO ?", (str(file),))
        return
    source_engine, target_engine = dialect.connect(url), dialect.connect(dialect.address(file))
    try:
        with source_engine.connect() as source_rows, target_engine.begin() as target:
            source_rows.execution_options(isolation_level="REPEATABLE READ")
            schema.prepare(target, str(file))
            copy(source_rows, target)
    finally:
        source_engine.dispose()
        target_engine.dispose()


def copy(source: Connection, target: Connection) -> None:
    """Every row of every table, with its number. The tables of `target` are there and empty."""
    for each in METADATA.sorted_tables:
        found = source.execution_options(stream_results=True).execute(select(each).order_by(*each.primary_key))
        for rows in found.mappings().partitions(BATCH):
            target.execute(insert(each), [dict(row) for row in rows])
        _number_on(target, each)


def _number_on(target: Connection, filled: Table) -> None:
    """On a server, new rows are numbered behind the copied ones; SQLite does so by itself."""
    if target.dialect.name == "sqlite" or "id" not in filled.c:
        return
    top = target.execute(select(func.max(filled.c.id))).scalar()
    if top:
        name = {"of": f'"{filled.name}"', "top": top}
        target.execute(text("SELECT setval(pg_get_serial_sequence(:of, 'id'), :top)"), name)


def counted(connection: Connection) -> dict[str, int]:
    """How many rows each of our tables has; a table that is not there yet has none."""
    there = set(inspect(connection).get_table_names())
    return {
        each.name: int(connection.execute(select(func.count()).select_from(each)).scalar_one())
        for each in METADATA.sorted_tables
        if each.name in there
    }


def engine_of(file: Path) -> Engine:
    """An engine on a snapshot's file."""
    return dialect.connect(dialect.address(file))
