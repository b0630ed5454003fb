"""What most tests share: the documents on file, loaded once; properties are tried without a clock, on the same examples
each time."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Connection

from policies.library import Library, load_library
from storage import Database, open_database, schema
from storage.tables import METADATA
from tests.nursery import Nursery
from tests.postgres.server import NoServer, Server, running

# a busy machine is no failure, and what failed by chance must fail again; `make fuzz` is there to try others
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("by_chance", settings.get_profile("steady"), derandomize=False, print_blob=True)
settings.load_profile("steady")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are processors: some tests wait for the clock, as what they test does."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was collected stays to the end: the garbage collector need not go through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _no_proxy_between_us() -> Iterator[None]:
    """Servers of the tests' own are on this machine, whatever proxy it has for others."""
    with pytest.MonkeyPatch.context() as patched:
        for name in ("no_proxy", "NO_PROXY"):
            patched.setenv(name, ",".join(filter(None, (os.environ.get(name), "127.0.0.1"))))
        yield


@pytest.fixture(scope="session", autouse=True)
def _tables_put_into_words_once() -> Iterator[None]:
    """SQLAlchemy takes 15 ms to put all tables into SQL, and tests open a thousand empty databases."""
    create, new = schema._create, open_database()
    with new._engine.begin() as connection:
        words = list(_words_of(connection))
    new.close()

    def created(connection: Connection) -> None:
        if connection.dialect.name != "sqlite":
            create(connection)
            return
        own = connection.connection.cursor()
        for word in words:
            own.execute(word)
        own.close()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(schema, "_create", created)
        yield


def _words_of(connection: Connection) -> Iterator[str]:
    """What makes such a database again: its tables and indices, and the version, all that a new one holds."""
    ours = "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    for (word,) in connection.exec_driver_sql(ours):
        yield word
    yield f"INSERT INTO {schema.VERSION.name} VALUES ('{schema.HEAD}')"


@pytest.fixture(scope="session")
def library() -> Library:
    """Every document that ships with the project."""
    return load_library()


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Where processes of the program come from."""
    with Nursery() as open_to_all:
        yield open_to_all


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server."""
    try:
        with running() as found:
            yield found
    except NoServer as reason:
        pytest.skip(str(reason))


@pytest.fixture(scope="session")
def _kept(server: Server) -> Iterator[Database]:
    url = server.fresh()
    database = open_database(url)
    yield database
    database.close()
    server.drop(url)


@pytest.fixture
def on_server(_kept: Database) -> Database:
    """A database on that server, empty."""
    with _kept._engine.begin() as connection:
        _empty(connection)
    return _kept


def _empty(connection: Connection) -> None:
    """Remove the rows and begin all numbers anew. TRUNCATE would take ten times as long for a handful of rows."""
    names = [table.name for table in reversed(METADATA.sorted_tables)]
    holding = (f"SELECT {at}, '{name}' WHERE EXISTS (SELECT FROM {name})" for at, name in enumerate(names))
    for _, name in sorted(connection.exec_driver_sql(" UNION ALL ".join(holding)).all()):
        connection.exec_driver_sql(f"DELETE FROM {name}")
    connection.exec_driver_sql(
        "SELECT setval(sequencename::regclass, start_value, false) FROM pg_sequences WHERE last_value IS NOT NULL"
    )


@pytest.fixture
def server_url(server: Server) -> Iterator[str]:
    """The address of a new database on that server, without tables."""
    url = server.fresh()
    yield url
    server.drop(url)
