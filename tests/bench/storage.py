"""What keeping one message costs: all that a recording turn reads and writes, beside one bare durable insert."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from policies.facts import Period, Range
from storage import Database, open_database
from tests.bench.figures import Figure, milliseconds

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
TURNS = 500


def figures(folder: Path) -> Iterator[Figure]:
    """A whole turn's storage, beside the least that a durable database can do."""
    database = open_database(folder / "bench.db")
    taken = milliseconds(recording(database), TURNS)
    database.close()
    yield Figure("storage of a recording turn", taken, "ms", bare_insert(folder), "one durable sqlite3 insert")


def recording(database: Database) -> Callable[[], None]:
    """A turn's reading and writing, each time of the next message."""
    numbers = count()

    def turn() -> None:
        number = next(numbers)
        user, message = f"u{number // 20}", str(number)  # a ledger has twenty entries at most
        with database.turn(NOW) as turn:
            turn.answered(user, message)
            turn.people(user).person()
            dialogue, ledger = turn.dialogue(user), turn.ledger(user)
            dialogue.load()
            ledger.facts()
            ledger.record("paper", YEAR, {"cn": True, "rank": Range(2)}, "去年发表了一篇CN论文，第二作者")
            ledger.facts()
            dialogue.save({"serial": number})
            turn.remember_answer(user, message, {"text": "记好了" * 100})

    return turn


def bare_insert(folder: Path) -> float:
    """Milliseconds of one insert and its durable commit, nothing but sqlite3 between us and the disk."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, said TEXT)")
    taken = milliseconds(lambda: bare.execute("INSERT INTO entry (said) VALUES ('一篇')"), TURNS)
    bare.close()
    return taken
