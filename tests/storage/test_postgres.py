"""What is peculiar to PostgreSQL. All other tests of the storage run on it as well."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, ClauseElement, Dialect, Executable
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import CreateTable

from policies.facts import Period
from storage import Database, accounts, dialect, dialogue, inbox, ledger, outbox, people, proofs, reach, schema, turn
from storage.tables import METADATA

POSTGRES: Dialect = URL.create("postgresql").get_dialect()()
SQLITE: Dialect = URL.create("sqlite").get_dialect()()
STATEMENTS = {
    f"{module.__name__}.{name}": value
    for module in (accounts, turn, dialogue, inbox, ledger, outbox, people, proofs, reach)
    for name, value in vars(module).items()
    if isinstance(value, Executable) and isinstance(value, ClauseElement)
}
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_every_statement_can_be_said_to_postgres(statement: ClauseElement) -> None:
    assert str(statement.compile(dialect=POSTGRES))


def test_every_table_can_be_made_there() -> None:
    for table in METADATA.sorted_tables:
        assert str(CreateTable(table).compile(dialect=POSTGRES))


def test_one_persons_messages_wait_for_each_other_there() -> None:
    assert "FOR UPDATE" in str(accounts.BY_NAME.compile(dialect=POSTGRES))
    assert "FOR UPDATE" not in str(accounts.BY_NAME.compile(dialect=SQLITE))


def test_a_turn_there_is_like_a_turn_here(on_server: Database, now: datetime) -> None:
    with on_server.turn(now) as turn:
        turn.people("甲").add_stay("常州")
        fact = turn.ledger("甲").record("paper", YEAR, {"cn": True}, "一\0篇")
        turn.dialogue("甲").save({"said": "一\0篇"})
        turn.remember_answer("甲", "m1", {"posted": [fact.id]})
    with on_server.turn(now) as turn:
        (entry,) = turn.ledger("甲").entries()
        assert (entry.fact, entry.recorded_at, entry.said) == (fact, now, "一篇")
        assert turn.answered("甲", "m1") == {"posted": [fact.id]}
        assert turn.dialogue("甲").load() == {"said": "一\0篇"}
        assert turn.ledger("甲").withdraw(fact.id, "undo")
        assert not turn.ledger("甲").withdraw(fact.id, "undo")
        assert not turn.ledger("乙").withdraw(fact.id, "undo")


def test_migrations_lead_to_the_models_there(server_url: str) -> None:
    engine = dialect.connect(dialect.address(server_url))
    with engine.begin() as connection:
        schema.migrate(connection)
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_the_servers_own_errors_have_codes() -> None:
    class Gone(Exception):  # noqa: N818 - as the driver names its own
        sqlstate = "40P01"

    url = dialect.address("postgresql+psycopg://xueshi@db/xueshi")
    assert dialect.told(OperationalError("", {}, Gone()), url).code == "conflict"
    Gone.sqlstate = "53100"
    assert dialect.told(OperationalError("", {}, Gone()), url).code == "disk_full"
    assert dialect.told(OperationalError("", {}, Exception()), url).code == "unreachable"


def test_a_name_with_a_character_that_it_cannot_keep_stays_another_name(on_server: Database, now: datetime) -> None:
    with on_server.turn(now) as turn:
        turn.people("甲\0").set_name("某\0人")
    with on_server.turn(now) as turn:
        assert turn.people("甲\0").name == "某␀人"
        assert not turn.knows("甲")
