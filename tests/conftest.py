"""What most tests share: the documents on file, loaded once; properties are tried without a clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from policies.library import Library, load_library
from storage import Database, open_database
from storage.tables import METADATA
from tests.nursery import Nursery
from tests.postgres.server import NoServer, Server, running

# a busy machine is no failure
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


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
    names = ", ".join(f'"{table.name}"' for table in METADATA.sorted_tables)
    with _kept._engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
    return _kept


@pytest.fixture
def server_url(server: Server) -> Iterator[str]:
    """The address of a new database on that server, without tables."""
    url = server.fresh()
    yield url
    server.drop(url)
