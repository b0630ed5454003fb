"""A database of any released version is brought up with all that is in it, on SQLite and on PostgreSQL: nothing is
lost, the figures are the same, a question that was open is still open, and the doctor finds nothing new."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect

from handlers.assistant import Assistant
from handlers.message import Answer, Message
from policies.library import Library
from storage import Database, StorageProblem, dialect, open_database, schema
from storage.health import examine
from storage.vault import Vault
from tests.release.carried import carried
from tests.release.frozen import PDF, thawed

NOW = datetime(2026, 3, 10, 2, 0, tzinfo=UTC)
VERSIONS = schema.known_versions()
CREDITED = {("chen", 2025): 34, ("lin", 2026): 70}
CHANGED = {"alembic_version", "sqlite_sequence"}  # by any upgrade
Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, version: str, tmp_path: Path) -> str:
    """The address of a database of that version."""
    file = tmp_path / "old.db"
    thawed(version, file)
    if request.param == "sqlite":
        return str(file)
    url = str(request.getfixturevalue("server_url"))
    carried(file, url, version)
    return url


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The folder with what the story's people handed in."""
    digest = hashlib.sha256(PDF).hexdigest()
    kept = tmp_path / "files" / digest[:2] / digest
    kept.parent.mkdir(parents=True)
    kept.write_bytes(PDF)
    return tmp_path / "files"


@pytest.fixture
def upgraded(old: str, files: Path) -> Iterator[Database]:
    database = open_database(old, files)
    yield database
    database.close()


def ask(database: Database, library: Library, message: Message) -> Answer:
    answer = Assistant(database, library, posts=lambda: message.now).answer(message)
    assert answer.error is None
    return answer


def of_year(database: Database, library: Library, who: str, year: int) -> Any:  # noqa: ANN401 - JSON
    return ask(database, library, Message(who, NOW, statement_year=year)).statement


def test_every_row_is_still_there_and_the_doctor_finds_nothing_new(old: str, version: str, files: Path) -> None:
    before, first = rows(old), next(examine(old, Vault(files), NOW))
    assert before["entry"]
    assert (first.sound, first.what) == (version == schema.HEAD, version)
    open_database(old, files).close()
    after = rows(old)
    assert set(after) >= set(before)
    assert {name: after[name] for name in before} == before
    waited = set() if version == "0001" else {"outbox"}  # nobody sent what the story's people were told
    assert {each.name for each in examine(old, Vault(files), NOW) if not each.sound} == waited


def test_the_figures_are_the_same(upgraded: Database, library: Library) -> None:
    for (who, year), hours in CREDITED.items():
        assert of_year(upgraded, library, who, year)["credited"]["total"] == hours


def test_what_was_being_talked_about_goes_on_and_what_was_answered_is_known(
    upgraded: Database, library: Library
) -> None:
    first = Message("chen", NOW, text="2025年5月参加市人社局办的培训班，三天", message_id="m1")
    assert "+24学时" in ask(upgraded, library, first).replies[0].text
    told = ask(upgraded, library, Message("chen", NOW, text="合格", message_id="after"))
    assert [each.activity for each in told.posted] == ["public_course"]
    again = ask(upgraded, library, Message("chen", NOW, text="合格", message_id="after"))
    assert [each.text for each in again.replies] == [each.text for each in told.replies]
    entries = of_year(upgraded, library, "chen", 2025)["entries"]
    assert [each["activity"] for each in entries] == ["training", "paper", "public_course"]


def test_the_frozen_tables_are_those_that_the_migrations_make(version: str, tmp_path: Path) -> None:
    """A released migration is not changed any more: databases that went through it would differ from then on."""
    frozen, migrated = tmp_path / "frozen.db", tmp_path / "migrated.db"
    thawed(version, frozen)
    engine = dialect.connect(dialect.address(migrated))
    with engine.begin() as connection:
        schema.migrate(connection, version)
    engine.dispose()
    assert drawn(frozen) == drawn(migrated)


@pytest.mark.parametrize("version", [schema.HEAD], indirect=True)
def test_a_database_of_a_later_version_is_refused_and_left_alone(old: str, files: Path) -> None:
    open_database(old, files).close()
    engine = dialect.connect(dialect.address(old))
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    before = rows(old)
    with pytest.raises(StorageProblem) as problem:
        open_database(old, files)
    assert problem.value.code == "newer"
    assert rows(old) == before


def drawn(file: Path) -> set[tuple[str, str]]:
    """The tables and indices, spaces aside."""
    with closing(sqlite3.connect(file)) as raw:
        found = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {(name, " ".join(words.split()).replace('"', "")) for name, words in found}


def rows(address: str) -> Rows:
    """All rows of all tables."""
    engine = dialect.connect(dialect.address(address))
    with engine.connect() as connection:
        found = {
            name: sorted(map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{name}"')), key=repr)
            for name in inspect(connection).get_table_names()
            if name not in CHANGED
        }
    engine.dispose()
    return found
