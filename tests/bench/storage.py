"""What keeping one message costs: all that a recording turn reads and writes, beside one bare durable insert."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from policies.facts import Period, Range, Value
from storage import Database, open_database
from tests.bench.crowd import AT_ONCE, pace
from tests.bench.figures import Figure, milliseconds

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))
ATTRIBUTES: dict[str, Value] = {"cn": True, "rank": Range(2)}
ENTRY = ("paper", YEAR, ATTRIBUTES, "去年发表了一篇CN论文，第二作者")
TURNS = 500
LOG = 1100  # commits until SQLite begins its log anew
_BARE = "INSERT INTO entry (said) VALUES ('一篇')"


def figures(folder: Path) -> Iterator[Figure]:
    """A whole turn's storage, and that of the entry alone, beside the least that a durable database can do."""
    database = open_database(folder / "bench.db")
    record = recording(database)
    taken = milliseconds(record, TURNS)
    turns, entries = crowded(database, record), crowded(database, entering(database))
    database.close()
    bare = bare_insert(folder)
    yield Figure("storage of a recording turn", taken, "ms", bare, "one durable sqlite3 insert")
    yield Figure(f"the same a second, {AT_ONCE} people at once", turns, "/s", 1000 / bare, "durable sqlite3 inserts")
    name = f"entries kept durably a second, {AT_ONCE} people at once"
    yield Figure(name, entries, "/s", 1000 / bare, "durable sqlite3 inserts")


def crowded(database: Database, work: Callable[[], None]) -> float:
    """How often a second it is done, each time durably before whoever waits is told."""
    pace(database, [[work] * 2] * AT_ONCE)
    return pace(database, [[work] * 10] * (AT_ONCE * 6))


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
            ledger.record(*ENTRY)
            dialogue.save({"serial": number})
            turn.remember_answer(user, message, {"text": "记好了" * 100})

    return turn


def entering(database: Database) -> Callable[[], None]:
    """An entry kept, and nothing else."""
    numbers = count()

    def turn() -> None:
        with database.turn(NOW) as turn:
            turn.ledger(f"e{next(numbers) // 20}").record(*ENTRY)

    return turn


def bare_insert(folder: Path) -> float:
    """Milliseconds of one insert and its durable commit, nothing but sqlite3 between us and the disk. The log has got
    its full length before: while it grows, each commit takes twice as long."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, said TEXT)")
    for _ in range(LOG):
        bare.execute(_BARE)
    taken = milliseconds(lambda: bare.execute(_BARE), TURNS)
    bare.close()
    return taken
