"""What was on an SQLite database of some version, carried over to a server's of the same version."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, MetaData, Table, func, insert, inspect, select, text

from storage import dialect, schema


def carried(file: Path, url: str, version: str) -> None:
    """Make the tables of that version at `url` by their migrations, and fill them with the rows of the file."""
    here, there = dialect.connect(dialect.address(file)), dialect.connect(dialect.address(url))
    try:
        with here.connect() as source, there.begin() as target:
            schema.migrate(target, version)
            tables = MetaData()
            tables.reflect(target, only=_with_rows(source))
            for each in tables.sorted_tables:
                if each.name != schema.VERSION.name:
                    _fill(source, target, each)
    finally:
        here.dispose()
        there.dispose()


def _with_rows(source: Connection) -> list[str]:
    names = inspect(source).get_table_names()
    return [name for name in names if source.exec_driver_sql(f'SELECT 1 FROM "{name}"').first()]


def _fill(source: Connection, target: Connection, table: Table) -> None:
    written = Table(table.name, MetaData(), autoload_with=source)
    rows = [{name: _aware(value) for name, value in row.items()} for row in source.execute(select(written)).mappings()]
    if rows:
        target.execute(insert(table), rows)
    top = target.execute(select(func.max(table.c.id))).scalar() if "id" in table.c else None
    if isinstance(top, int):
        name = {"of": f'"{table.name}"', "top": top}
        target.execute(text("SELECT setval(pg_get_serial_sequence(:of, 'id'), :top)"), name)


def _aware(value: object) -> object:
    """SQLite keeps instants without an offset, in UTC."""
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) else value
