"""Nothing is lost and nothing is half written: processes that die in a turn, and processes that write at once."""

from __future__ import annotations

import os
import signal
import sqlite3
import traceback
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TypeVar

import pytest
from sqlalchemy import event

from policies.facts import Period
from storage import Database, StorageProblem, Turn, open_database

T = TypeVar("T")
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


def one_turn(turn: Turn, user: str, message_id: str) -> None:
    """What a message that records something does."""
    if turn.answered(user, message_id) is not None:
        return
    turn.people(user).add_stay("常州")
    ledger = turn.ledger(user)
    old = ledger.facts()
    new = ledger.record("paper", YEAR, {"cn": True}, "一篇", replaces=old[-1].id if old else None)
    if old:
        ledger.withdraw(old[-1].id, "amended")
    turn.dialogue(user).save({"last": new.id})
    turn.remember_answer(user, message_id, {"posted": [new.id]})


def seen(database: Database, now: datetime) -> tuple[object, ...]:
    with database.turn(now) as turn:
        entries = turn.ledger("甲").entries(withdrawn=True)
        return entries, turn.dialogue("甲").load(), turn.answered("甲", "m1"), turn.people("甲").person().stays


def in_a_process(work: Callable[[], None]) -> int:
    """Run in a fork of its own; its wait status. Nothing of the parent's is open there."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def test_a_process_killed_anywhere_in_a_turn_leaves_all_of_it_or_nothing(file: Path, now: datetime) -> None:
    with open_database(file).turn(now) as turn:
        one_turn(turn, "甲", "m0")
    before = seen(open_database(file), now)

    def dying(at: int) -> None:
        database = open_database(file)
        countdown = iter(range(at, -1, -1))
        event.listen(
            database._engine,
            "after_cursor_execute",
            lambda *_: os.kill(os.getpid(), signal.SIGKILL) if next(countdown, 1) == 0 else None,
        )
        with database.turn(now) as turn:
            one_turn(turn, "甲", "m1")

    statements = 0
    while in_a_process(partial(dying, statements)) == signal.SIGKILL:
        assert seen(open_database(file), now) == before
        statements += 1
    assert statements > 8
    assert seen(open_database(file), now) != before


def test_a_turn_that_raises_leaves_nothing(database: Database, now: datetime) -> None:
    before = seen(database, now)

    def failing() -> None:
        with database.turn(now) as turn:
            one_turn(turn, "甲", "m1")
            raise LookupError

    with pytest.raises(LookupError):
        failing()
    assert seen(database, now) == before


def again_while_locked(work: Callable[[], T]) -> T:
    """What comes of it. SQLite gives nobody a place in a queue: where each commit takes long, one of two processes may
    wait in vain for so long that it is told so. Then it tries again."""
    while True:
        try:
            return work()
        except StorageProblem as problem:
            if problem.code != "locked":
                raise


def test_two_processes_write_at_once_and_nothing_is_lost(file: Path, now: datetime) -> None:
    open_database(file).close()
    turns = 60

    def taken(database: Database, *messages: str) -> None:
        with database.turn(now) as turn:
            for message in messages:
                one_turn(turn, "甲", message)

    def writing(name: str) -> int:
        child = os.fork()
        if child:
            return child
        code = 1
        try:
            database = again_while_locked(partial(open_database, file))
            for number in range(turns):
                # both write for the same person, and one message comes to both of them
                again_while_locked(partial(taken, database, f"{name}{number}", f"both{number}"))
            code = 0
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            os._exit(code)

    children = [writing(name) for name in ("一", "二")]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    with open_database(file).turn(now) as turn:
        entries = turn.ledger("甲").entries(withdrawn=True)
        assert len(entries) == 3 * turns
        assert sum(entry.status == "reported" for entry in entries) == 1


def test_threads_share_a_database(database: Database, now: datetime) -> None:
    def writing(user: str) -> None:
        for number in range(20):
            with database.turn(now) as turn:
                one_turn(turn, user, str(number))

    threads = [Thread(target=writing, args=(user,)) for user in "甲乙丙丁"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.turn(now) as turn:
        assert [len(turn.ledger(user).entries(withdrawn=True)) for user in "甲乙丙丁"] == [20] * 4


def test_every_commit_is_on_the_disk(file: Path, now: datetime) -> None:
    with open_database(file).turn(now) as turn:
        pragmas = {name: turn._connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS}
    assert pragmas == PRAGMAS


PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}


def test_a_turn_takes_the_writers_place_from_its_start(file: Path, now: datetime) -> None:
    with open_database(file).turn(now):
        other = sqlite3.connect(file, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()
