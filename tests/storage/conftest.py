"""An empty database, in memory and on a server, and a fixed now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import Database, open_database

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """The same tests run on both."""
    if request.param == "postgresql":
        yield request.getfixturevalue("on_server")
        return
    opened = open_database()
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a database may be made; its folder does not exist yet."""
    return tmp_path / "我的 数据" / "xueshi.db"
