"""What is done at the desk: together with all that waits, each by itself, told when it is durable."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.telegram import desk
from bot.channels.telegram.desk import MOST, Desk
from storage import Database, StorageProblem, open_database

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    opened = open_database(file)
    yield opened
    opened.close()


def known(database: Database, user: str) -> Callable[[], str]:
    """A job that writes somebody down, and gives their name."""

    def job() -> str:
        with database.turn(NOW) as turn:
            turn.people(user).set_name("某人")
        return user

    return job


def durable(file: Path) -> set[str]:
    """Whom another process would find."""
    with closing(sqlite3.connect(file)) as other:
        return {user for (user,) in other.execute("SELECT user FROM account")}


def at_desk(database: Database, *jobs: Callable[[], object]) -> list[object]:
    """What comes of these jobs, which come up together: what each gives or raises."""

    async def work() -> list[object]:
        desk = Desk(database)
        try:
            return await asyncio.gather(*map(desk.do, jobs), return_exceptions=True)
        finally:
            await desk.close()

    return asyncio.run(work())


def test_what_comes_up_together_is_given_back_when_it_is_durable(database: Database, file: Path) -> None:
    async def work() -> list[bool]:
        desk = Desk(database)
        seen = await asyncio.gather(*(one(desk, user) for user in people))
        await desk.close()
        return seen

    async def one(desk: Desk, user: str) -> bool:
        assert await desk.do(known(database, user)) == user
        return user in durable(file)

    people = [f"u{number}" for number in range(2 * MOST + 5)]
    assert asyncio.run(work()) == [True] * len(people)
    assert durable(file) == set(people)


def test_they_share_commits(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "LONGEST", 60.0)
    made: list[str] = []
    with closing(database._engine.raw_connection()) as pooled:
        raw = pooled.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.set_trace_callback(lambda said: made.append(said) if said == "COMMIT" else None)
    at_desk(database, *(known(database, f"u{number}") for number in range(2 * MOST)))
    assert len(made) == 2


def test_one_that_fails_takes_nobody_with_it(database: Database, file: Path) -> None:
    def failing() -> None:
        with database.turn(NOW) as turn:
            turn.people("失败").set_name("某人")
            raise KeyError("nothing of this is kept")

    came = at_desk(database, known(database, "甲"), failing, known(database, "乙"))
    assert [came[0], type(came[1]), came[2]] == ["甲", KeyError, "乙"]
    assert durable(file) == {"甲", "乙"}


def test_a_commit_that_fails_is_told_to_all_and_the_next_is_done(database: Database, file: Path) -> None:
    def given_up() -> None:
        with database.turn(NOW) as turn:
            turn._connection.exec_driver_sql("ROLLBACK")  # as SQLite itself does when the disk fails

    came = at_desk(database, known(database, "甲"), given_up)
    assert [type(each) for each in came] == [StorageProblem] * 2
    assert durable(file) == set()
    assert at_desk(database, known(database, "乙")) == ["乙"]
    assert durable(file) == {"乙"}


def test_whoever_finds_another_at_work_waits_off_the_loop(database: Database, file: Path) -> None:
    """Another process writes: the loop goes on meanwhile, and the job is done once that is over."""

    async def work() -> tuple[str, int]:
        here, rounds = Desk(database), 0
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            waiting = asyncio.create_task(here.do(known(database, "甲")))
            while rounds < 20:
                await asyncio.sleep(0.005)
                rounds += 1
            assert not waiting.done()
            other.execute("COMMIT")
        done = await waiting
        await here.close()
        return done, rounds

    at_desk(database, known(database, "乙"))
    assert asyncio.run(work()) == ("甲", 20)
    assert durable(file) == {"甲", "乙"}


def test_a_database_that_cannot_be_had_is_told_to_all(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def gone(*, wait: bool = True) -> Iterator[None]:
        raise StorageProblem("unreachable", "there", "gone")
        yield

    monkeypatch.setattr(database, "sharing", gone)
    came = at_desk(database, known(database, "甲"), known(database, "乙"))
    assert [type(each) for each in came] == [StorageProblem] * 2


def test_long_jobs_are_not_all_done_in_one_go(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "LONGEST", 0.0)
    made: list[str] = []
    with closing(database._engine.raw_connection()) as pooled:
        raw = pooled.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    raw.set_trace_callback(lambda said: made.append(said) if said == "COMMIT" else None)
    at_desk(database, *(known(database, f"u{number}") for number in range(3)))
    assert len(made) == 3
