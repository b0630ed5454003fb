"""What is wrong with a database is told by code and place, and what was there is left as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from storage import StorageProblem, dialect, open_database


def some_text(file: Path) -> None:
    file.write_text("这是一份周报，不是数据库。\n" * 100, encoding="utf-8")


def somebody_elses(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.commit()


def from_the_future(file: Path) -> None:
    open_database(file).close()
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.commit()


def torn(file: Path) -> None:
    open_database(file).close()
    pages = bytearray(file.read_bytes())
    pages[4096 : 3 * 4096] = b"\xff" * (2 * 4096)
    file.write_bytes(pages)


def folder(file: Path) -> None:
    file.mkdir()


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (some_text, "not_a_database"),
        (somebody_elses, "foreign"),
        (from_the_future, "newer"),
        (torn, "corrupted"),
        (folder, "not_writable"),
    ],
)
def test_a_bad_file_is_named_and_left_alone(tmp_path: Path, damage: Callable[[Path], None], code: str) -> None:
    file = tmp_path / "xueshi.db"
    damage(file)
    before = file.read_bytes() if file.is_file() else b""
    with pytest.raises(StorageProblem) as told:
        open_database(file)
    assert (told.value.code, told.value.where) == (code, str(file))
    assert told.value.why
    assert before == (file.read_bytes() if file.is_file() else b"")


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageProblem) as told:
        open_database(tmp_path / "file" / "below" / "xueshi.db")
    assert told.value.code == "not_writable"


def test_a_file_that_may_only_be_read(file: Path) -> None:
    open_database(file).close()
    with pytest.raises(StorageProblem) as told:
        open_database(f"sqlite:///file:{file}?mode=ro&uri=true")
    assert told.value.code == "not_writable"


@pytest.mark.parametrize("address", ["nonsense://me:secret@x", "sqlite+nodriver:///x", "://"])
def test_an_address_that_means_nothing(address: str) -> None:
    with pytest.raises(StorageProblem) as told:
        open_database(address)
    assert told.value.code == "bad_address"
    assert "secret" not in str(told.value)


def test_a_server_without_its_driver() -> None:
    with pytest.raises(StorageProblem) as told:
        open_database("oracle://scott:tiger@example.invalid/x")
    assert told.value.code == "no_driver"
    assert "tiger" not in str(told.value)


def test_a_writer_that_never_ends(file: Path, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "_PRAGMAS", ())
    database = open_database(f"sqlite:///{file}?timeout=0")
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageProblem) as told, database.turn(now):
            pass
        assert told.value.code == "locked"
    with database.turn(now) as turn:
        turn.people("甲").add_stay("常州")


def test_a_full_disk_loses_the_turn_and_nothing_else(file: Path, now: datetime) -> None:
    database = open_database(file)
    with database.turn(now) as turn:
        turn.dialogue("甲").save({"kept": True})
        pages = turn._connection.exec_driver_sql("PRAGMA page_count").scalar()
        turn._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageProblem) as told, database.turn(now) as turn:
        turn.dialogue("甲").save({"long": "长" * 100_000})
    assert told.value.code == "disk_full"
    with database.turn(now) as turn:
        assert turn.dialogue("甲").load() == {"kept": True}


def test_what_people_said_is_in_no_error(now: datetime) -> None:
    opened = open_database()
    with opened.turn(now) as turn:
        turn.remember_answer("甲", "m1", {"text": "秘密"})
    with pytest.raises(StorageProblem) as told, opened.turn(now) as turn:
        turn.remember_answer("甲", "m1", {"text": "秘密"})
    assert "秘密" not in f"{told.value} {told.value.__cause__}"


def test_how_long_a_commit_waits_is_said_in_the_address(file: Path) -> None:
    for asked, pragma in (("", 2), ("?synchronous=full", 2), ("?synchronous=normal", 1)):
        engine = dialect.connect(dialect.address(f"sqlite:///{file}{asked}"))
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == pragma
        engine.dispose()
    with pytest.raises(StorageProblem, match="bad_address"):
        dialect.connect(dialect.address(f"sqlite:///{file}?synchronous=off"))
