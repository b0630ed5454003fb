"""Statements that are run again and again, compiled once and handed straight to SQLite.

What a turn asks of SQLite takes it a microsecond or two a statement; SQLAlchemy's way of running one takes fifteen.
From its second run on a statement is run from its compiled text here, its values converted by the types' own rules.
Whatever is out of the ordinary (many rows at once, lists of values, returned rows, listeners) goes SQLAlchemy's way,
and so does a statement that fails, to raise what it always raises.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, Executable, Insert
from sqlalchemy.engine import Dialect, IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler

Convert = Callable[[Any], Any] | None


class Prepared(Connection):
    """A connection to SQLite whose repeated statements are prepared. Used like any other."""

    def __init__(self, engine: Engine, plans: Plans) -> None:
        """`plans` are kept from one connection of that engine to the next."""
        super().__init__(engine)
        self._plans = plans

    def execute(self, statement: Executable, parameters: Any = None, *, execution_options: Any = None) -> Any:  # noqa: ANN401
        """As the base class; what comes back has rows, `rowcount` and `inserted_primary_key`."""
        plain = parameters is None or isinstance(parameters, dict)
        plan = self._plan(statement, parameters or {}) if plain and not execution_options else None
        if plan is not None and self.in_transaction() and not self._listened_to:
            try:
                return plan.run(self._cursor, parameters or {})
            except sqlite3.Error:
                pass  # it changed nothing; said again below it fails in SQLAlchemy's words
        return super().execute(statement, parameters, execution_options=execution_options)

    def _plan(self, statement: Executable, parameters: Mapping[str, object]) -> Plan | None:
        """The plan of a statement that ran before; None where it runs for the first time, or goes SQLAlchemy's way."""
        plans = self._plans.get(statement)
        if plans is None:
            self._plans[statement] = {}
            return None
        keys = frozenset(parameters)
        if keys not in plans:
            plans[keys] = _made(statement, keys, self.dialect)
        return plans[keys]

    @property
    def _listened_to(self) -> bool:
        """Whether somebody wants to know of every statement."""
        return bool(self.engine.dispatch.before_cursor_execute or self.engine.dispatch.after_cursor_execute)

    @property
    def _cursor(self) -> Any:  # noqa: ANN401 - sqlite3's own
        return self.connection.cursor()


class Done(IteratorResult[Any]):
    """What a statement gave or did."""

    rowcount: int
    inserted_primary_key: tuple[int | None] | None


class Value(NamedTuple):
    """Where a value comes from: the parameter of that key, else `otherwise`."""

    key: str
    otherwise: object
    convert: Convert


class Plan(NamedTuple):
    """A statement's text, its values in their order, how its columns are read."""

    text: str
    values: Sequence[Value]
    columns: SimpleResultMetaData
    readers: Sequence[tuple[int, Convert]]
    inserts: bool

    def run(self, cursor: Any, parameters: Mapping[str, object]) -> Done:  # noqa: ANN401
        cursor.execute(self.text, [_value(each, parameters) for each in self.values])
        rows: Sequence[Sequence[Any]] = cursor.fetchall()
        done = Done(self.columns, iter([self._read(row) for row in rows] if self.readers else rows))
        done.rowcount = cursor.rowcount
        done.inserted_primary_key = (cursor.lastrowid,) if self.inserts else None
        return done

    def _read(self, row: Sequence[Any]) -> Sequence[Any]:
        read = list(row)
        for place, convert in self.readers:
            read[place] = convert(read[place]) if convert else read[place]
        return read


Plans = WeakKeyDictionary[Executable, dict[frozenset[str], Plan | None]]
"""By statement and by the values that are given. A statement made for once goes with its plan."""


def _value(value: Value, parameters: Mapping[str, object]) -> object:
    said = parameters.get(value.key, value.otherwise)
    return value.convert(said) if value.convert else said


def _made(statement: Executable, keys: frozenset[str], dialect: Dialect) -> Plan | None:
    compiled = statement.compile(dialect=dialect, column_keys=sorted(keys))  # type: ignore[attr-defined]
    if not isinstance(compiled, SQLCompiler) or not _ordinary(compiled):
        return None
    values = tuple(_values(compiled))
    if any(value.otherwise is ... and value.key not in keys for value in values):
        return None
    columns = [(entry.keyname, entry.type) for entry in compiled._result_columns]
    readers = [
        (place, type_.dialect_impl(dialect).result_processor(dialect, None)) for place, (_, type_) in enumerate(columns)
    ]
    named = SimpleResultMetaData([name for name, _ in columns])
    kept = tuple((place, convert) for place, convert in readers if convert)
    return Plan(str(compiled), values, named, kept, isinstance(statement, Insert) and compiled.postfetch_lastrowid)


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
