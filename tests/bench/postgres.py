"""The same on PostgreSQL, beside the least that its server can do; and many people at once from several processes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg

from storage import open_database
from tests.bench.crowd import AT_ONCE
from tests.bench.figures import Figure, milliseconds
from tests.bench.storage import TURNS, recording
from tests.bench.turns import at_once, one_turn
from tests.postgres.crowd import Outcome, crowded, modelled, rounds
from tests.postgres.server import NoServer, Server, running

PEOPLE, MESSAGES = 500, 10  # each message is sent twice: ten thousand turns


def figures(_: Path) -> Iterator[Figure]:
    """Nothing where there is no server."""
    try:
        with running(durable=True) as server:
            yield from _compared(server)
            yield from _crowds(server)
    except NoServer as reason:
        print(f"no PostgreSQL: {reason}")


def _compared(server: Server) -> Iterator[Figure]:
    row = bare_insert(server)
    database = open_database(server.fresh())
    taken = milliseconds(recording(database), TURNS)
    database.close()
    yield Figure("storage of a recording turn", taken, "ms", row, "one durable insert by psycopg")
    turn = one_turn(server.fresh())
    yield Figure("turns a second, one process", 1000 / turn, "/s", 1000 / row, "durable inserts by psycopg")
    crowd = at_once(server.fresh())
    yield Figure(
        f"turns a second of {AT_ONCE} at once, one process", crowd, "/s", 1000 / row, "durable inserts by psycopg"
    )


def bare_insert(server: Server) -> float:
    """Milliseconds of one insert and its commit."""
    with psycopg.connect(server.fresh().replace("+psycopg", "")) as connection:
        connection.execute("CREATE TABLE entry (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, said text)")
        connection.commit()

        def insert() -> None:
            connection.execute("INSERT INTO entry (said) VALUES (%s)", ("一篇",))
            connection.commit()

        return milliseconds(insert, TURNS)


def _crowds(server: Server) -> Iterator[Figure]:
    """Ten thousand turns, by one, two and three processes; every ledger and every answer is the model's."""
    sent = rounds(PEOPLE, MESSAGES)
    model, alone = modelled(sent), 0.0
    for processes in (1, 2, 3):
        outcome = crowded(server.fresh(), sent, processes)
        same(outcome, model)
        rate = outcome.turns / outcome.seconds
        alone = alone or rate
        name = f"{outcome.turns:,} turns of {PEOPLE} people, {processes} processes"
        yield Figure(name, rate, "turns/s", alone if processes > 1 else 0, "one process")


def same(outcome: Outcome, model: Outcome) -> None:
    """Raises AssertionError with the first person whose ledger, or message whose answer, differs."""
    for told, expected in ((outcome.ledgers, model.ledgers), (outcome.answers, model.answers)):
        for key, value in expected.items():
            assert told[key] == value, (key, told[key], value)
        assert len(told) == len(expected)
