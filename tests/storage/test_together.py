"""Turns that come at once share a commit: each is kept or not by itself, none is over before it is durable."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from storage import Database, StorageProblem, Turn, open_database
from storage.together import MOST, Together

PEOPLE = 20
Work = Callable[[Turn], None]


@pytest.fixture
def shared(file: Path) -> Iterator[Database]:
    database = open_database(file)
    yield database
    database.close()


def raw(database: Database) -> sqlite3.Connection:
    """SQLite's own connection."""
    with closing(database._engine.raw_connection()) as pooled:
        found = pooled.dbapi_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def commits(database: Database) -> list[str]:
    """Fills with one thing for each commit."""
    made: list[str] = []
    raw(database).set_trace_callback(lambda said: made.append(said) if said == "COMMIT" else None)
    return made


def durable(file: Path) -> set[str]:
    """Whom another process would find."""
    with closing(sqlite3.connect(file)) as other:
        return {user for (user,) in other.execute("SELECT user FROM account")}


def known(user: str) -> Work:
    return lambda turn: turn.people(user).set_name("某人")


def failing(turn: Turn) -> None:
    turn.people("失败").set_name("某人")
    raise KeyError("nothing of this turn is kept")


@contextmanager
def waiting(database: Database, now: datetime, works: list[Work]) -> Iterator[list[Future[None]]]:
    """These turns wait while another one, of 甲, is at work; they may go on when the block ends."""
    together = database._together
    assert isinstance(together, Together)
    begun, go = Event(), Event()

    def first() -> None:
        with database.turn(now) as turn:
            known("甲")(turn)
            begun.set()
            assert go.wait(10)

    def one(work: Work) -> None:
        with database.turn(now) as turn:
            work(turn)

    with ThreadPoolExecutor(len(works) + 1) as pool:
        results = [pool.submit(first)]
        assert begun.wait(10)
        for number, work in enumerate(works, 1):
            results.append(pool.submit(one, work))
            while together._waiting < number:
                sleep(0.001)
        yield results
        go.set()


def test_those_who_wait_go_along_in_one_commit(shared: Database, file: Path, now: datetime) -> None:
    made, people = commits(shared), [f"u{number}" for number in range(PEOPLE)]
    with waiting(shared, now, [known(user) for user in people]) as results:
        assert durable(file) == set()
    assert all(result.result() is None for result in results)
    assert durable(file) == {"甲", *people}
    assert len(made) == 1


def test_nobody_waits_for_more_than_so_many(shared: Database, now: datetime) -> None:
    made = commits(shared)
    with waiting(shared, now, [known(f"u{number}") for number in range(MOST)]):
        pass
    assert len(made) == 2


def test_a_turn_that_fails_takes_nobody_with_it(shared: Database, file: Path, now: datetime) -> None:
    works = [known("乙"), failing, known("丙"), failing]
    with waiting(shared, now, works) as results:
        pass
    assert [type(result.exception()) for result in results] == [type(None), type(None), KeyError, type(None), KeyError]
    assert durable(file) == {"甲", "乙", "丙"}


def test_the_first_one_may_fail_too(shared: Database, file: Path, now: datetime) -> None:
    with pytest.raises(KeyError), shared.turn(now) as turn:
        failing(turn)
    with waiting(shared, now, [failing, failing]) as results:
        pass
    assert results[0].result() is None
    assert durable(file) == {"甲"}


def test_a_commit_that_fails_is_told_to_everybody(shared: Database, file: Path, now: datetime) -> None:
    def no_commit(action: int, what: str | None, *_: object) -> int:
        return sqlite3.SQLITE_DENY if (action, what) == (sqlite3.SQLITE_TRANSACTION, "COMMIT") else sqlite3.SQLITE_OK

    with waiting(shared, now, [known("乙"), known("丙")]) as results:
        raw(shared).set_authorizer(no_commit)
    assert [type(result.exception()) for result in results] == [StorageProblem] * 3
    raw(shared).set_authorizer(None)
    assert durable(file) == set()
    with shared.turn(now) as turn:
        known("丁")(turn)
    assert durable(file) == {"丁"}


def test_a_transaction_that_the_database_gave_up_is_told_to_everybody(
    shared: Database, file: Path, now: datetime
) -> None:
    def given_up(turn: Turn) -> None:
        turn._connection.exec_driver_sql("ROLLBACK")  # as SQLite itself does when the disk fails
        turn._connection.exec_driver_sql("SELECT nothing")

    with waiting(shared, now, [given_up]) as results:
        pass
    assert [type(result.exception()) for result in results] == [StorageProblem] * 2
    with shared.turn(now) as turn:
        known("丙")(turn)
    assert durable(file) == {"丙"}


def test_alone_it_is_committed_at_once(shared: Database, file: Path, now: datetime) -> None:
    made = commits(shared)
    for number in range(3):
        with shared.turn(now) as turn:
            known(f"u{number}")(turn)
        assert len(durable(file)) == len(made) == number + 1


def test_a_turn_within_a_turn_is_refused(shared: Database, now: datetime) -> None:
    with shared.turn(now), pytest.raises(RuntimeError, match="within"), shared.turn(now):
        pass
    with shared.sharing(), shared.turn(now), pytest.raises(RuntimeError, match="within"), shared.turn(now):
        pass


def test_one_thread_may_take_several_with_one_commit(shared: Database, file: Path, now: datetime) -> None:
    made = commits(shared)
    with shared.sharing():
        for work in (failing, known("甲"), failing, known("乙")):
            with suppress(KeyError), shared.turn(now) as turn:
                work(turn)
        assert durable(file) == set()
    assert durable(file) == {"甲", "乙"}
    assert len(made) == 1


def test_what_waits_for_the_commit_waits_for_the_shared_one(shared: Database, now: datetime) -> None:
    done: list[str] = []
    with shared.sharing():
        with shared.turn(now) as turn:
            turn._after.append(lambda: done.append("after"))
        assert done == []
    assert done == ["after"]


def test_a_shared_commit_that_fails_is_told_and_nothing_is_kept(shared: Database, file: Path, now: datetime) -> None:
    def give_up() -> None:
        with shared.turn(now) as turn:
            known("乙")(turn)
            raw(shared).execute("ROLLBACK")

    def share() -> None:
        with shared.sharing():
            with shared.turn(now) as turn:
                known("甲")(turn)
                turn._after.append(lambda: done.append("after"))
            for work in (give_up, give_up):
                with pytest.raises(StorageProblem):
                    work()

    done: list[str] = []
    with pytest.raises(StorageProblem):
        share()
    assert (durable(file), done) == (set(), [])


def test_nobody_waits_for_one_who_was_interrupted(shared: Database, file: Path, now: datetime) -> None:
    together = shared._together
    assert together is not None
    together._waiting += 1  # it never comes
    with shared.turn(now) as turn:
        known("甲")(turn)
    assert durable(file) == {"甲"}
