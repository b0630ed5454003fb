"""All that the database holds of one person: given to them as a whole, or erased as a whole.

Which rows those are follows from the tables themselves: a row belongs to whom its first obligatory reference leads
to. Where a reference may be empty, the row is somebody else's that merely mentions the person, and only the mention
goes. So a new table needs no word here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from secrets import token_hex

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, select, update
from sqlalchemy.exc import IntegrityError

from storage.codec import Json
from storage.tables import ACCOUNT, METADATA

NAMED_BY = ("chat",)  # columns that hold a person's name on the platform instead of a reference
ERASED = "erased:"  # what an account is called that others' rows must go on referring to


class Belongings:
    """The rows of one person."""

    def __init__(self, connection: Connection, account: int) -> None:
        self._connection = connection
        self._account = account

    def rows(self) -> dict[str, list[Json]]:
        """Every row, by table, as JSON holds it; the rows' own numbers stay, since rows refer to each other by them."""
        found: dict[str, list[Json]] = {}
        for table, own in self._owned():
            result = self._connection.execute(select(table).where(own).order_by(*table.primary_key.columns))
            found[table.name] = [{name: _plain(value) for name, value in row.items()} for row in result.mappings()]
        return {name: rows for name, rows in found.items() if rows}

    def erase(self) -> None:
        """Delete every row, what hangs on others first. Where another's row must go on referring to the person (who
        reviewed it), a number without a name stays."""
        for table, column in _mentions():
            self._connection.execute(update(table).where(column == self._account).values({column.name: None}))
        for table, own in reversed(list(self._owned())):
            if table is not ACCOUNT:
                self._connection.execute(delete(table).where(own))
        try:
            with self._connection.begin_nested():
                self._connection.execute(delete(ACCOUNT).where(ACCOUNT.c.id == self._account))
        except IntegrityError:
            nameless = {"user": ERASED + token_hex(8)}
            self._connection.execute(update(ACCOUNT).where(ACCOUNT.c.id == self._account).values(nameless))

    def _owned(self) -> Iterator[tuple[Table, ColumnElement[bool]]]:
        """The tables that hold a person's rows, those that others hang on first, with what picks this person's."""
        own: dict[Table, ColumnElement[bool]] = {ACCOUNT: ACCOUNT.c.id == self._account}
        for table in METADATA.sorted_tables:
            found = own.get(table) if table is ACCOUNT else self._of(table, own)
            if found is not None:
                own[table] = found
                yield table, found

    def _of(self, table: Table, own: dict[Table, ColumnElement[bool]]) -> ColumnElement[bool] | None:
        for column in table.columns:
            for reference in column.foreign_keys:
                above = reference.column.table
                if not column.nullable and above is not table and above in own:
                    return column.in_(select(reference.column).where(own[above]))
        named = next((column for column in table.columns if column.name in NAMED_BY), None)
        return None if named is None else named.in_(select(ACCOUNT.c.user).where(own[ACCOUNT]))


def _mentions() -> Iterator[tuple[Table, Column[object]]]:
    """The columns that may be empty and name an account."""
    for table in METADATA.sorted_tables:
        for column in table.columns:
            if column.nullable and any(reference.column.table is ACCOUNT for reference in column.foreign_keys):
                yield table, column


def _plain(value: object) -> object:
    if isinstance(value, date):  # a datetime too
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
