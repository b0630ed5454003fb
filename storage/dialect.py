"""All that differs between databases: how an address becomes an engine, what a connection needs, what errors mean."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from storage import server
from storage.prepared import BY_HAND
from storage.presence import FileLock, Nobody, ServerLock
from storage.problem import StorageProblem

BUSY_MILLISECONDS = 5000
_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys = ON",
)
SYNCHRONOUS = ("full", "normal")
"""full: a commit that was answered survives a power cut. With ?synchronous=normal at the end of the address the last
ones before it may be gone, as a whole each; a process that dies loses nothing either way."""
_SQLITE_CODES = {
    "NOTADB": "not_a_database",
    "CORRUPT": "corrupted",
    "READONLY": "not_writable",
    "PERM": "not_writable",
    "AUTH": "not_writable",
    "CANTOPEN": "not_writable",
    "BUSY": "locked",
    "LOCKED": "locked",
    "FULL": "disk_full",
    "IOERR": "unreachable",
}


def address(url_or_path: str | Path) -> URL:
    """The address as SQLAlchemy has it; a bare path is an SQLite file. Raises StorageProblem for nonsense."""
    text = str(url_or_path)
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        url = make_url(text)
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        # only the scheme is repeated: what follows may hold a password
        raise StorageProblem("bad_address", f"{text.partition('://')[0]}://…", type(error).__name__) from error
    return url


def place(url: URL) -> str:
    """Where the data lies, for people: the file's path, or the address without its password."""
    return str(url.database or "memory") if is_sqlite(url) else url.render_as_string()


def is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def presence(engine: Engine, url: URL) -> FileLock | ServerLock | Nobody:
    """How processes know of each other there."""
    if not is_sqlite(url):
        return ServerLock(engine)
    return FileLock(url.database) if url.database and url.database != ":memory:" else Nobody()


def connect(url: URL) -> Engine:
    """An engine for that address; nothing is opened yet, save that a missing folder is made for an SQLite file."""
    if not is_sqlite(url):
        return _server(url)
    waits = url.query.get("synchronous", SYNCHRONOUS[0])
    if waits not in SYNCHRONOUS:
        raise StorageProblem("bad_address", place(url), f"synchronous={waits}, known are {', '.join(SYNCHRONOUS)}")
    url = url.difference_update_query(["synchronous"])
    if url.database and url.database != ":memory:" and not url.database.startswith("file:"):  # SQLite's own addresses
        _make_folder(Path(url.database))
    # hide_parameters: what people said belongs in no log
    # one connection, which a turn has to itself (Database holds a lock): SQLite writes one at a time anyway
    engine = create_engine(url, poolclass=StaticPool, hide_parameters=True, connect_args={"check_same_thread": False})
    event.listen(engine, "connect", partial(_prepare, str(waits)))
    event.listen(engine, "begin", _begin)
    return engine


def _server(url: URL) -> Engine:
    try:
        engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
    except ModuleNotFoundError as error:
        raise StorageProblem("no_driver", place(url), str(error)) from error
    if url.get_backend_name() == "postgresql":
        server.adapt(engine)
    return engine


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageProblem("not_writable", str(file), str(error)) from error


def _prepare(waits: str, raw: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    raw.isolation_level = None  # the driver begins nothing by itself; `_begin` does
    raw.execute(f"PRAGMA synchronous = {waits}")
    for pragma in _PRAGMAS:
        raw.execute(pragma)


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().items() >= BY_HAND.items():
        return
    # A deferred transaction that turns into a writer fails at once when another wrote meanwhile, whatever the timeout.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def settle(engine: Engine) -> None:
    """What may be done only to a database that turned out to be ours: readers and the writer no longer wait."""
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as raw:
            raw.cursor().execute("PRAGMA journal_mode = WAL")


def told(error: DBAPIError | sqlite3.Error, url: URL) -> StorageProblem:
    """The problem that a driver's error stands for."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = "conflict" if type(error).__name__ == "IntegrityError" else "unreachable"
    if isinstance(cause, sqlite3.Error):
        name = getattr(cause, "sqlite_errorname", "") or ""
        code = _SQLITE_CODES.get(name.removeprefix("SQLITE_").partition("_")[0], code)
    else:
        code = server.code_of(getattr(cause, "sqlstate", None)) or code
    # what a server adds below its first line repeats the row
    return StorageProblem(code, place(url), str(cause).partition("\n")[0])


def check(connection: Connection) -> str | None:
    """What is wrong with the file's structure, or None. Only SQLite has files of ours to check."""
    if connection.dialect.name != "sqlite":
        return None
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    return None if found == "ok" else str(found)


def dangling(connection: Connection) -> int:
    """How many rows refer to one that is not there. A server never lets that happen."""
    if connection.dialect.name != "sqlite":
        return 0
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())
