"""Statements that are run again and again, compiled once and handed straight to SQLite.

What a turn asks of SQLite takes it a few microseconds a statement; SQLAlchemy's way of running one takes thirty.
From its second run on a statement is run from its compiled text here, its values converted by the types' own rules.
Whatever is out of the ordinary (rows of different kinds, lists of values, returned rows, listeners) goes SQLAlchemy's
way, and so does a single statement that fails, to raise what it always raises.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Executable, Insert
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.compiler import SQLCompiler

from storage.done import Done

Convert = Callable[[Any], Any] | None

BY_HAND = {"transactions_by_hand": True}
"""The execution option of a connection whose transactions SQLAlchemy neither begins nor ends."""


class Prepared(Connection):
    """A connection to SQLite whose repeated statements are prepared, and whose transactions whoever has it begins and
    ends by hand, through `raw`. Used like any other."""

    def __init__(self, engine: Engine, plans: Plans) -> None:
        """`plans` are kept from one connection of that engine to the next."""
        super().__init__(engine)
        self._plans = plans
        self._listened_to = False
        self.execution_options(**BY_HAND)
        self.begin()  # in SQLAlchemy's eyes one transaction for ever
        raw = self.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        self.raw: sqlite3.Connection = raw
        self._patience: int = raw.execute("PRAGMA busy_timeout").fetchone()[0]  # milliseconds

    @contextmanager
    def impatient(self) -> Iterator[None]:
        """Within the block nobody waits for another process that writes."""
        self.raw.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            self.raw.execute(f"PRAGMA busy_timeout = {self._patience:d}")

    def look(self) -> None:
        """See whether somebody wants to know of every statement; to be called now and then, since asking takes time."""
        told = self.engine.dispatch
        self._listened_to = bool(told.before_cursor_execute or told.after_cursor_execute)

    def execute(self, statement: Executable, parameters: Any = None, *, execution_options: Any = None) -> Any:  # noqa: ANN401
        """As the base class; what comes back has rows, `rowcount` and `inserted_primary_key`. Where SQLite gave up the
        transaction (a full disk), nothing is done any more: by itself it would be kept."""
        if not self.raw.in_transaction:
            raise sqlite3.OperationalError("the transaction is gone")
        if not self._listened_to and not execution_options:
            if isinstance(parameters, list):
                if (plan := self._plan(statement, _alike(parameters))) is not None:
                    return plan.run_all(self.raw, parameters)
            elif (plan := self._plan(statement, tuple(parameters or ()))) is not None:
                try:
                    return plan.run(self.raw, parameters or {})
                except sqlite3.Error:
                    if not self.raw.in_transaction:
                        raise
                    # it changed nothing; said again below it fails in SQLAlchemy's words
        return super().execute(statement, parameters, execution_options=execution_options)

    def _plan(self, statement: Executable, keys: Keys | None) -> Plan | None:
        """The plan of a statement that ran before; None where it runs for the first time, or goes SQLAlchemy's way."""
        if keys is None:
            return None
        plans = self._plans.get(statement)
        if plans is None:
            self._plans[statement] = {}
            return None
        if keys not in plans:
            plans[keys] = _made(statement, keys, self.dialect)
        return plans[keys]


class Value(NamedTuple):
    """Where a value comes from: the parameter of that key, else `otherwise`."""

    key: str
    otherwise: object
    convert: Convert


class Plan(NamedTuple):
    """A statement's text, its values in their order, the names of its columns and how they are read; `row` makes one
    of its rows."""

    text: str
    values: Sequence[Value]
    names: Sequence[str]
    row: Callable[[Iterable[Any]], Any] | None
    readers: Sequence[tuple[int, Callable[[Any], Any]]]
    inserts: bool

    def run(self, raw: sqlite3.Connection, parameters: Mapping[str, object]) -> Done:
        """Run it on that connection, inside a transaction."""
        cursor = raw.execute(self.text, self._given(parameters))
        if self.row is None:
            return Done((), (), cursor.rowcount, (cursor.lastrowid,) if self.inserts else None)
        return Done([self.row(self._read(row)) for row in cursor.fetchall()], self.names, -1, None)

    def run_all(self, raw: sqlite3.Connection, rows: Sequence[Mapping[str, object]]) -> Done:
        """Run it for each of these."""
        return Done((), (), raw.executemany(self.text, map(self._given, rows)).rowcount, None)

    def _given(self, parameters: Mapping[str, object]) -> list[object]:
        given = parameters.get
        return [
            convert(given(key, otherwise)) if convert else given(key, otherwise)
            for key, otherwise, convert in self.values
        ]

    def _read(self, row: Sequence[Any]) -> Sequence[Any]:
        if not self.readers:
            return row
        read = list(row)
        for place, convert in self.readers:
            read[place] = convert(read[place])
        return read


def _alike(rows: Sequence[Mapping[str, object]]) -> Keys | None:
    """The names of the values that all of these give; None where they give different ones, or there are none."""
    return tuple(rows[0]) if rows and all(row.keys() == rows[0].keys() for row in rows) else None


Keys = tuple[str, ...]
Plans = WeakKeyDictionary[Executable, dict[Keys, Plan | None]]
"""By statement and by the values that are given. A statement made for once goes with its plan."""


def _made(statement: Executable, keys: Keys, dialect: Dialect) -> Plan | None:
    compiled = statement.compile(dialect=dialect, column_keys=sorted(keys))  # type: ignore[attr-defined]
    if not isinstance(compiled, SQLCompiler) or not _ordinary(compiled):
        return None
    values = tuple(_values(compiled))
    if any(value.otherwise is ... and value.key not in keys for value in values):
        return None
    columns = [(entry.keyname, entry.type) for entry in compiled._result_columns]
    names = [name for name, _ in columns]
    row: Any = namedtuple("Row", names, rename=True) if names else None
    converters = (type_.dialect_impl(dialect).result_processor(dialect, None) for _, type_ in columns)
    readers = tuple((place, convert) for place, convert in enumerate(converters) if convert)
    inserts = isinstance(statement, Insert) and compiled.postfetch_lastrowid
    return Plan(str(compiled), values, names, row and row._make, readers, inserts)


def _ordinary(compiled: SQLCompiler) -> bool:
    """Whether running it means no more than handing over its text and values."""
    return not (
        compiled.post_compile_params
        or compiled.literal_execute_params
        or compiled.effective_returning
        or compiled.insert_prefetch
        or compiled.update_prefetch
    )


def _values(compiled: SQLCompiler) -> Iterator[Value]:
    for name in compiled.positiontup or ():
        bind, convert = compiled.binds[name], compiled._bind_processors.get(name)
        assert not isinstance(convert, Sequence)  # only lists of values have several
        yield Value(bind.key, ... if bind.required else bind.effective_value, convert)
