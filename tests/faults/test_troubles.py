"""A database that fails in mid-run: whoever writes then is told in a sentence, nothing of theirs is half there, and
once the trouble is over the same message is recorded, once."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import turn, wording
from handlers.assistant import Assistant
from handlers.message import Answer, Message
from policies.library import Library
from storage import Database, StorageProblem, dialect, open_database
from storage.backup import restore, write_backup
from tests.postgres.server import NoServer, Restartable

START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
Trouble = Callable[[Database, Path], AbstractContextManager[None]]


@dataclass(slots=True)
class Person:
    """Somebody who reports one training after another and remembers what was acknowledged."""

    database: Database
    library: Library
    now: datetime = START
    sent: int = 0
    acknowledged: dict[str, float] = field(default_factory=dict)

    def reports(self, words: str = "", number: int | None = None) -> Answer:
        """Report a training of its own day; `number` sends an earlier message again."""
        self.sent += number is None
        each = self.sent if number is None else number
        self.now += timedelta(minutes=1)
        said = words or f"今年1月{each}号参加了单位组织的培训，2天"
        answer = turn.answer(
            Assistant(self.database, self.library), Message("u", self.now, text=said, message_id=str(each))
        )
        self.acknowledged |= {each.id: float(each.hours) for each in answer.posted}
        return answer

    def holds(self) -> dict[str, float]:
        """What the ledger has of this year."""
        answer = Assistant(self.database, self.library).answer(Message("u", self.now, statement_year=2026))
        assert answer.statement is not None
        return {each["id"]: each["hours"] for each in answer.statement["entries"]}  # type: ignore[attr-defined]


@contextmanager
def full_disk(_database: Database, file: Path) -> Iterator[None]:
    """No file of this process may grow."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (Path(f"{file}-wal").stat().st_size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def read_only(database: Database, _file: Path) -> Iterator[None]:
    run(database, "PRAGMA query_only = ON")
    yield
    run(database, "PRAGMA query_only = OFF")


@contextmanager
def locked(_database: Database, file: Path) -> Iterator[None]:
    with closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def moved_away(_database: Database, file: Path) -> Iterator[None]:
    aside = file.with_name("aside.db")
    file.replace(aside)
    yield
    aside.replace(file)


@contextmanager
def replaced(_database: Database, file: Path) -> Iterator[None]:
    aside = file.with_name("aside.db")
    file.replace(aside)
    file.write_bytes(aside.read_bytes())
    yield
    aside.replace(file)


def run(database: Database, pragma: str) -> None:
    raw = database._engine.raw_connection()
    raw.cursor().execute(pragma)
    raw.close()


@pytest.mark.parametrize("trouble", [full_disk, read_only, locked, moved_away, replaced])
def test_a_database_that_fails_for_a_while(
    trouble: Trouble, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialect, "_PRAGMAS", ("PRAGMA wal_autocheckpoint = 1000000",))  # nobody waits for a lock
    file = tmp_path / "x.db"
    database = open_database(f"sqlite:///{file}?timeout=0")
    person = Person(database, library)
    person.reports("我在常州工作")
    person.reports()
    with trouble(database, file):
        failed = [person.reports() for _ in range(3)]
    known = {f"storage_{code}" for code in wording.STORAGE_PROBLEMS}
    assert {answer.error.code for answer in failed if answer.error} <= known
    assert [bool(answer.error) for answer in failed] == [True] * 3
    assert all(answer.replies[0].text.endswith("。") for answer in failed)
    assert person.holds() == person.acknowledged
    again = person.reports(number=5)
    assert len(again.posted) == 1
    assert person.reports(number=5).as_json() == again.as_json()
    assert person.holds() == person.acknowledged
    database.close()


def test_a_file_that_is_spoilt_in_mid_run_is_told_and_a_backup_is_the_way_out(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    database = open_database(file)
    person = Person(database, library)
    person.reports("我在常州工作")
    person.reports()
    write_backup(file, None, tmp_path / "b.zip", START)
    run(database, "PRAGMA wal_checkpoint(TRUNCATE)")
    run(database, "PRAGMA shrink_memory")
    with file.open("r+b") as pages:
        pages.seek(4096)
        pages.write(b"\xff" * (file.stat().st_size - 4096))
    broken = person.reports()
    assert broken.error is not None
    assert (broken.error.code, broken.posted) == ("storage_corrupted", ())
    database.close()
    with pytest.raises(StorageProblem) as told:
        open_database(file)
    assert told.value.code == "corrupted"
    assert "备份" in wording.storage_problem(told.value)
    restore(tmp_path / "b.zip", file, None)
    person.database = open_database(file)
    assert person.holds() == person.acknowledged
    assert len(person.reports().posted) == 1
    person.database.close()


def test_a_server_that_is_gone_and_back(library: Library) -> None:
    with ExitStack() as here:
        try:
            server = here.enter_context(Restartable())
            server.start()
        except NoServer as why:
            pytest.skip(str(why))
        database = open_database(server.address)
        person = Person(database, library)
        person.reports("我在常州工作")
        person.reports()
        server.stop()
        failed = person.reports()
        assert failed.error is not None
        assert failed.error.code == "storage_unreachable"
        server.start()
        assert person.holds() == person.acknowledged
        assert len(person.reports(number=3).posted) == 1
        assert person.holds() == person.acknowledged
        database.close()


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(hours=-3), timedelta(days=400)], ids=str)
def test_a_clock_that_jumps_loses_and_doubles_nothing(jump: timedelta, library: Library, tmp_path: Path) -> None:
    database = open_database(tmp_path / "x.db")
    person = Person(database, library)
    person.reports("我在常州工作")
    person.reports("每天早上9点提醒我登记学时")
    first = person.reports()
    told = ticks(person)
    person.now += jump
    assert person.reports(number=3).as_json() == first.as_json()
    later = ticks(person)
    person.now -= jump
    assert len(person.reports().posted) == 1
    again = ticks(person)
    assert person.holds() == person.acknowledged
    assert len({*told, *later, *again}) == len([*told, *later, *again])
    database.close()


def ticks(person: Person) -> list[str]:
    """What two ticks within a minute tell, each by its key; the second has nothing more to say."""
    assistant = Assistant(person.database, person.library)
    found = [assistant.answer(Message("", person.now, tick=True)) for _ in range(2)]
    assert found[1].replies == ()
    return [str(reply.key) for reply in found[0].replies]
