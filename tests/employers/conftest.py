"""An employer's desk for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from policies.library import Library
from storage import open_database
from tests.employers.desk import Desk, desk


@pytest.fixture(params=["sqlite", "postgresql"])
def office(library: Library, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A new employer in an empty database; the same tests run on both."""
    if request.param == "postgresql":
        yield desk(request.getfixturevalue("on_server"), library)
        return
    database = open_database()
    yield desk(database, library)
    database.close()
