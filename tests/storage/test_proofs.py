"""Files by their content, proofs by their owner, and erasing without a rest."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from policies.facts import Period
from storage import Database, open_database
from storage.proofs import Proof
from storage.vault import KEPT, Vault

WHEN = Period(date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def kept(folder: Path) -> Database:
    return open_database("sqlite://", folder)


def test_a_file_lies_under_its_digest_and_only_we_can_read_it(folder: Path) -> None:
    vault = Vault(folder)
    digest = vault.keep(b"abc")
    assert digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert vault.path(digest).read_bytes() == b"abc"
    assert vault.path(digest).stat().st_mode & 0o777 == 0o600
    assert vault.folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["../../x.png", "/etc/passwd", "a\0b.png", "..", "", "长" * 500 + ".xlsx"])
def test_a_name_leads_nowhere_else(folder: Path, name: str) -> None:
    vault = Vault(folder)
    place = vault.put_out(1, name, b"x")
    assert place.resolve().is_relative_to(vault.outgoing.resolve())
    assert place.parent.parent.name == "1"


def test_only_so_many_made_files_are_kept(folder: Path) -> None:
    vault = Vault(folder)
    for number in range(KEPT + 5):
        vault.put_out(1, "a.txt", str(number).encode())
    assert len(list((vault.outgoing / "1").iterdir())) == KEPT


def test_a_removed_proof_takes_its_file_along_once_committed(kept: Database, folder: Path, now: datetime) -> None:
    with kept.turn(now) as turn:
        proof = turn.proofs("甲").keep(b"abc", "jpg", "封面")
    with suppress(RuntimeError), kept.turn(now) as turn:
        turn.proofs("甲").remove(proof)
        raise RuntimeError
    assert Vault(folder).path(proof.digest).exists()
    with kept.turn(now) as turn:
        turn.proofs("甲").remove(proof)
        assert Vault(folder).path(proof.digest).exists()
    assert not Vault(folder).path(proof.digest).exists()


def test_nobody_can_assign_or_remove_anothers(kept: Database, now: datetime) -> None:
    with kept.turn(now) as turn:
        proof = turn.proofs("甲").keep(b"abc", "jpg", "封面")
        turn.proofs("乙").assign(proof.id, None, "偷看")
        turn.proofs("乙").remove(proof)
        assert turn.proofs("甲").all() == (proof,)
        assert turn.proofs("乙").all() == ()


def test_what_a_crash_left_is_tidied_away_but_nothing_young(kept: Database, folder: Path, now: datetime) -> None:
    vault = Vault(folder)
    lost, young = vault.keep(b"lost"), vault.keep(b"young")
    with kept.turn(now) as turn:
        proof = turn.proofs("甲").keep(b"abc", "jpg", "封面")
    old = (now - timedelta(days=1)).timestamp()
    for digest in (lost, proof.digest):
        os.utime(vault.path(digest), (old, old))
    os.utime(vault.path(young), (now.timestamp(), now.timestamp()))
    kept.tidy(now)
    assert [vault.path(each).exists() for each in (lost, young, proof.digest)] == [False, True, True]


def test_belongings_are_all_rows_of_one_person(kept: Database, now: datetime) -> None:
    with kept.turn(now) as turn:
        for user in ("甲", "乙"):
            fact = turn.ledger(user).record("paper", WHEN, {}, f"{user}说的")
            turn.proofs(user).keep(user.encode(), "jpg", "封面", fact.id)
            turn.people(user).set_name(user)
            turn.dialogue(user).save({"x": user})
            turn.remember_answer(user, "m1", {"text": user})
        turn.ledger("甲").withdraw(1, "undo")
        rows = turn.belongings("甲")
    assert rows.keys() >= {"account", "answer", "dialogue", "entry", "profile", "proof", "withdrawal"}
    assert {len(each) for each in rows.values()} == {1}
    assert "乙" not in str(rows)


def test_erasing_leaves_others_as_they_were(kept: Database, folder: Path, now: datetime) -> None:
    with kept.turn(now) as turn:
        for user in ("甲", "乙"):
            turn.ledger(user).record("paper", WHEN, {}, f"{user}说的")
            turn.proofs(user).keep(b"same", "jpg", "封面")
        before = turn.belongings("乙")
    with kept.turn(now) as turn:
        turn.erase("甲", "m1")
    with kept.turn(now) as turn:
        assert turn.belongings("乙") == before
        (proof,) = turn.proofs("乙").all()
        assert isinstance(proof, Proof)
        assert turn.proofs("乙").content(proof) == b"same"
        assert turn.erased_by("甲", "m1")
        assert not turn.erased_by("甲", "m2")
        assert not turn.knows("甲")
