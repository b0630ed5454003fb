"""The names of groups, wherever they stand: a platform may give a group another one."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, Connection, update

from storage.tables import METADATA

NAMED_BY = ("group_chat", "to_group")  # the columns, of whatever table, that hold a group's name on the platform


def moved(connection: Connection, old: str, new: str) -> None:
    """Call a group by its new name in every table."""
    for column in _columns():
        connection.execute(update(column.table).where(column == old).values({column.name: new}))


def _columns() -> Iterator[Column[str]]:
    for table in METADATA.sorted_tables:
        yield from (table.columns[name] for name in NAMED_BY if name in table.columns)
