"""The doctor sees what is wrong, says it by name, and changes nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from policies.facts import Period
from storage import StorageProblem, open_database
from storage.health import examine
from storage.outbox import Label
from storage.vault import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "files")


@pytest.fixture
def filled(file: Path, now: datetime) -> Path:
    database = open_database(file)
    with database.turn(now) as turn:
        day = Period(date(2026, 3, 1), date(2026, 3, 1), exact=True)
        turn.ledger("u").record("training", day, {"days": Decimal(1)}, "上了培训")
    database.close()
    return file


def spoil(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as raw, raw:
        for statement in statements:
            raw.execute(statement)


def wrong(file: Path, vault: Vault, now: datetime) -> dict[str, str]:
    return {finding.name: finding.what for finding in examine(file, vault, now) if not finding.sound}


def test_a_sound_database(filled: Path, vault: Vault, now: datetime) -> None:
    before = filled.read_bytes()
    assert wrong(filled, vault, now) == {}
    assert filled.read_bytes() == before


def test_each_illness_by_its_name(filled: Path, vault: Vault, now: datetime) -> None:
    spoil(
        filled,
        "INSERT INTO withdrawal VALUES (77, 'undo', '2026-01-01 00:00:00')",
        "INSERT INTO proof VALUES (1, 1, 1, 'ab12', 'jpg', 3, 'a.jpg', NULL, '2026-01-01 00:00:00')",
    )
    assert wrong(filled, vault, now - timedelta(days=1)) == {
        "references": "1",
        "clock": now.isoformat(" ")[:16],
        "proofs": "1",
    }


def test_messages_that_are_stuck_and_a_log_that_was_changed(filled: Path, vault: Vault, now: datetime) -> None:
    database = open_database(filled)
    with database.turn(now) as turn:
        employer = turn.employers.registry.create("常州设计院", "常州设计院", turn.account("u"), "张三").id
        turn.employers.audit.append(employer, turn.account("u"), "looked", turn.account("u"))
        turn.outbox.put(Label("u", None, "reminder"), {"text": "还差10学时"}, now)
    database.close()
    assert wrong(filled, vault, now) == {}
    spoil(filled, "UPDATE audit SET action = 'nothing'")
    assert wrong(filled, vault, now + timedelta(hours=2)) == {"audit": "1", "outbox": "1"}


def test_an_older_database_is_only_looked_at(filled: Path, vault: Vault, now: datetime) -> None:
    spoil(filled, "UPDATE alembic_version SET version_num = '0001'")
    assert wrong(filled, vault, now) == {"version": "0001"}


def test_what_is_no_database_of_ours(tmp_path: Path, vault: Vault, now: datetime) -> None:
    spoil(tmp_path / "x.db", "CREATE TABLE a (b)")
    for file, code in ((tmp_path / "x.db", "foreign"), (tmp_path / "none.db", "missing")):
        with pytest.raises(StorageProblem) as problem:
            list(examine(file, vault, now))
        assert problem.value.code == code
    assert not (tmp_path / "none.db").exists()
