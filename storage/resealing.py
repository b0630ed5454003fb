"""Whether the configured keys fit what is there, and sealing all of it anew by the newest key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Column, Connection, Table, Text, bindparam, select, type_coerce, update

from storage.problem import StorageProblem
from storage.sealing import MARK, WrongKey
from storage.tables import METADATA, SealedText

BATCH = 1000


def check(connection: Connection, where: str) -> None:
    """Try the keys on one sealed text of each column. Raises StorageProblem where they do not fit."""
    if not connection.exec_driver_sql(_any_sealed()).scalar():
        return
    for table, column in _sealed():
        one = select(column).where(type_coerce(column, Text).startswith(MARK)).limit(1)
        try:
            connection.execute(one).scalar()
        except WrongKey as error:
            raise StorageProblem("wrong_key", where, f"{table.name}.{column.name}") from error


@cache
def _any_sealed() -> str:
    """Asks whether anything is sealed at all; mostly nothing is, and that is known by one statement instead of many."""
    asked = (
        f"EXISTS (SELECT 1 FROM {table.name} WHERE substr({column.name}, 1, {len(MARK)}) = '{MARK}')"  # noqa: S608
        for table, column in _sealed()
    )
    return f"SELECT {' OR '.join(asked)}"


def seal_anew(connection: Connection) -> int:
    """Read every text with whichever key opens it and write it with the newest; gives how many there were."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON")  # what stood there before is overwritten too
    count = 0
    for table, column in _sealed():
        keys = list(table.primary_key.columns)
        change = update(table).where(*(key == bindparam(f"at_{key.name}") for key in keys))
        rows = connection.execute(select(*keys, column).where(column.is_not(None))).fetchall()
        for at in range(0, len(rows), BATCH):
            told = [
                {**{f"at_{key.name}": row[n] for n, key in enumerate(keys)}, column.name: row[-1]}
                for row in rows[at : at + BATCH]
            ]
            connection.execute(change, told)
        count += len(rows)
    return count


def _sealed() -> Iterator[tuple[Table, Column[str]]]:
    for table in METADATA.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, SealedText):
                yield table, column
