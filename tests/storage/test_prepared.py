"""A prepared statement gives what SQLAlchemy gives, and fails as it fails."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import (
    Column,
    Date,
    Engine,
    Integer,
    MetaData,
    Table,
    Text,
    bindparam,
    delete,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from storage import dialect
from storage.done import Done
from storage.prepared import Plans, Prepared
from storage.tables import Instant

THING = Table(
    "thing",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("name", Text, unique=True, nullable=False),
    Column("day", Date),
    Column("at", Instant),
)
ADD = insert(THING)
FIND = select(THING.c.id, THING.c.day, THING.c.at).where(THING.c.name == bindparam("named")).order_by(THING.c.id)
MOVE = update(THING).where(THING.c.name == bindparam("named"))
DROP = delete(THING).where(THING.c.name == bindparam("named"))
AMONG = select(THING.c.name).where(THING.c.name.in_(bindparam("names", expanding=True)))
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
ROW = {"name": "甲", "day": date(2026, 1, 2), "at": NOW}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = dialect.connect(dialect.address(tmp_path / "some.db"))
    THING.create(made)
    yield made
    made.dispose()


@pytest.fixture
def plans() -> Plans:
    return Plans()


@pytest.fixture
def connection(engine: Engine, plans: Plans) -> Iterator[Prepared]:
    with closing(Prepared(engine, plans)) as opened:
        opened.raw.execute("BEGIN")
        yield opened
        opened.raw.execute("ROLLBACK")


def test_from_the_second_time_on_it_is_prepared_and_gives_the_same(connection: Prepared) -> None:
    for number in range(1, 4):
        added = connection.execute(ADD, {**ROW, "name": f"u{number}"})
        assert tuple(added.inserted_primary_key or ()) == (number,)
        assert isinstance(added, Done) is (number > 1)
        found = connection.execute(FIND, {"named": f"u{number}"})
        assert found.all() == [(number, date(2026, 1, 2), NOW)]
        assert isinstance(found, Done) is (number > 1)
        moved = connection.execute(MOVE, {"named": f"u{number}", "day": None})
        assert moved.rowcount == 1
        assert connection.execute(FIND, {"named": f"u{number}"}).one().day is None
        assert connection.execute(MOVE, {"named": "nobody", "day": None}).rowcount == 0
        assert connection.execute(FIND, {"named": "nobody"}).first() is None


def test_other_values_of_the_same_statement_are_another_plan(connection: Prepared) -> None:
    for name in "甲乙":
        connection.execute(ADD, {"name": name})
    for name in "丙丁":
        connection.execute(ADD, {"name": name, "day": date(2026, 1, 3)})
    assert connection.execute(select(THING.c.day)).scalars().all() == [None, None, date(2026, 1, 3), date(2026, 1, 3)]


def test_a_failure_is_told_in_sqlalchemys_words(connection: Prepared) -> None:
    connection.execute(ADD, ROW)
    connection.execute(ADD, {**ROW, "name": "乙"})
    with pytest.raises(IntegrityError):
        connection.execute(ADD, ROW)
    assert connection.execute(FIND, {"named": "甲"}).all() != []


def test_lists_go_the_other_way(connection: Prepared) -> None:
    for _ in range(3):
        connection.execute(DROP, {"named": "甲"})
        connection.execute(ADD, {"name": "甲"})
        assert connection.execute(AMONG, {"names": ["甲", "丙"]}).scalars().all() == ["甲"]


def test_many_rows_are_prepared_if_they_are_alike(connection: Prepared) -> None:
    for number in range(1, 4):
        rows = [{"name": f"{number}{name}", "at": NOW} for name in "甲乙丙"]
        assert isinstance(connection.execute(ADD, rows), Done) is (number > 1)
        assert connection.execute(MOVE, [{"named": row["name"], "day": None} for row in rows]).rowcount in {3, -1}
    found = connection.execute(select(THING.c.name).order_by(THING.c.id)).scalars().all()
    assert found == [f"{number}{name}" for number in range(1, 4) for name in "甲乙丙"]


def test_many_rows_that_fail_are_told(connection: Prepared) -> None:
    for name in "甲乙":
        connection.execute(ADD, [{"name": name}])
    with pytest.raises((IntegrityError, sqlite3.IntegrityError)):
        connection.execute(ADD, [{"name": "丙"}, {"name": "甲"}])


def test_who_listens_hears_of_every_statement(engine: Engine) -> None:
    heard: list[str] = []
    with closing(Prepared(engine, Plans())) as connection:
        connection.raw.execute("BEGIN")
        for _ in range(2):
            connection.execute(FIND, {"named": "甲"})
        event.listen(engine, "before_cursor_execute", lambda *told: heard.append(told[2]))
        connection.look()
        connection.execute(FIND, {"named": "甲"})
    assert len(heard) == 1


def test_statements_made_for_once_are_not_kept(connection: Prepared, plans: Plans) -> None:
    for number in range(50):
        connection.execute(select(THING.c.id).where(THING.c.id == number))
    gc.collect()
    assert len(plans) <= 1


def test_what_else_a_result_can_do(connection: Prepared) -> None:
    connection.execute(ADD, ROW)
    for _ in range(3):
        found = connection.execute(FIND, {"named": "甲"})
        assert found.mappings().one() == {"id": 1, "day": ROW["day"], "at": NOW}
        assert connection.execute(FIND, {"named": "甲"}).scalars().all() == [1]
        assert connection.execute(FIND, {"named": "甲"}).scalars().one() == 1
        assert list(connection.execute(FIND, {"named": "甲"}).scalars()) == [1]
        assert connection.execute(FIND, {"named": "乙"}).scalars().first() is None
        assert connection.execute(FIND, {"named": "乙"}).scalar() is None
    assert isinstance(found, Done)


def test_nothing_is_kept_by_itself_once_the_transaction_is_gone(connection: Prepared) -> None:
    for name in "甲乙":
        connection.execute(ADD, {**ROW, "name": name})
    connection.raw.execute("ROLLBACK")  # as SQLite itself does when the disk is full
    for statement in (ADD, insert(THING)):
        with pytest.raises(sqlite3.OperationalError, match="gone"):
            connection.execute(statement, {**ROW, "name": "丙"})
    connection.raw.execute("BEGIN")
    assert connection.execute(select(THING.c.name)).all() == []


def test_its_transactions_are_begun_and_ended_by_hand(connection: Prepared) -> None:
    for name in "甲乙":
        connection.execute(ADD, {**ROW, "name": name})
    connection.raw.execute("COMMIT")
    connection.raw.execute("BEGIN")
    connection.execute(ADD, {**ROW, "name": "丙"})
    connection.raw.execute("ROLLBACK")
    connection.raw.execute("BEGIN")
    assert connection.execute(select(THING.c.name).order_by(THING.c.id)).scalars().all() == ["甲", "乙"]
