"""An employer's desk for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from policies.library import Library
from storage import open_database
from tests.employers.desk import Desk, desk


@pytest.fixture
def office(library: Library) -> Iterator[Desk]:
    """A new employer in an empty database."""
    database = open_database()
    yield desk(database, library)
    database.close()
