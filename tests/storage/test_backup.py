"""A backup is whole, is read back, and restores exactly what was there; whatever is not whole is refused."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest

from policies.facts import Period
from storage import Database, StorageProblem, open_database
from storage.backup import archive as archives
from storage.backup import open_backup, restore, write_backup

restoring = import_module("storage.backup.restore")  # the package names its function like the module
DAY = Period(date(2026, 3, 1), date(2026, 3, 1), exact=True)


def filled(file: Path, now: datetime, *, people: int = 3) -> Database:
    database = open_database(file)
    with database.turn(now) as turn:
        for number in range(people):
            turn.people(f"u{number}").add_stay("常州")
            first = turn.ledger(f"u{number}").record("training", DAY, {"days": Decimal(number + 1)}, "上了培训")
            turn.ledger(f"u{number}").withdraw(first.id, "undo")
            turn.ledger(f"u{number}").record("training", DAY, {"days": Decimal(2)}, "上了两天培训", replaces=first.id)
    return database


def told(file: Path, now: datetime) -> list[object]:
    database = open_database(file)
    with database.turn(now) as turn:
        found: list[object] = [turn.ledger(f"u{number}").entries(withdrawn=True) for number in range(3)]
        found += [turn.people(f"u{number}").person() for number in range(3)]
    database.close()
    return found


@pytest.fixture
def proofs(tmp_path: Path) -> Path:
    folder = tmp_path / "proofs"
    (folder / "ab").mkdir(parents=True)
    (folder / "ab" / "cover.jpg").write_bytes(b"\xff\xd8 a cover")
    return folder


def test_a_backup_made_while_others_write_restores_everything(
    file: Path, proofs: Path, tmp_path: Path, now: datetime
) -> None:
    database = filled(file, now)
    with database.turn(now) as writing:  # a turn under way is not in it, and is not disturbed
        writing.ledger("late").record("training", DAY, {"days": Decimal(1)}, "晚了一步")
        made = write_backup(file, proofs, tmp_path / "b.zip", now)
    database.close()
    assert (made.people, made.entries, made.files) == (3, 6, 1)
    before = told(file, now)
    place, files = tmp_path / "new" / "xueshi.db", tmp_path / "new" / "proofs"
    assert restore(tmp_path / "b.zip", place, files) == made
    assert told(place, now) == before
    assert (files / "ab" / "cover.jpg").read_bytes() == b"\xff\xd8 a cover"
    assert not list(tmp_path.glob("*.part"))


def test_what_was_there_is_kept_with_its_last_changes(file: Path, proofs: Path, tmp_path: Path, now: datetime) -> None:
    filled(file, now).close()
    write_backup(file, None, tmp_path / "b.zip", now)
    later = open_database(file)
    with later.turn(now) as turn:
        turn.ledger("u0").record("training", DAY, {"days": Decimal(9)}, "备份以后")
    kept = told(file, now)
    restore(tmp_path / "b.zip", file, None)
    later.close()
    assert told(file, now) != kept
    assert told(file.with_name("xueshi.db.before-restore"), now) == kept
    restore(tmp_path / "b.zip", file, None)
    assert file.with_name("xueshi.db.before-restore-2").exists()


@pytest.mark.parametrize("last_step", ["_keep_database", "_made_durable"])
def test_cut_off_before_its_last_step_the_old_database_is_in_its_place(
    last_step: str, file: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(file, now).close()
    write_backup(file, None, tmp_path / "b.zip", now)
    serving = open_database(file)  # so that the last changes are still in the log beside the file
    with serving.turn(now) as turn:
        turn.ledger("u0").record("training", DAY, {"days": Decimal(9)}, "备份以后")
    step = getattr(restoring, last_step)

    def cut_off(place: Path) -> None:
        step(place)
        raise KeyboardInterrupt

    monkeypatch.setattr(restoring, last_step, cut_off)
    with pytest.raises(KeyboardInterrupt):
        restore(tmp_path / "b.zip", file, None)
    serving.close()
    assert len(told(file, now)[0]) == 3  # type: ignore[arg-type]
    monkeypatch.undo()
    restore(tmp_path / "b.zip", file, None)
    assert len(told(file, now)[0]) == 2  # type: ignore[arg-type]


def test_nothing_is_put_in_place_of_what_somebody_serves_from(file: Path, tmp_path: Path, now: datetime) -> None:
    """What they were told is recorded would be put aside with the old database."""
    filled(file, now).close()
    write_backup(file, None, tmp_path / "b.zip", now)
    serving = open_database(file)
    serving.serves_alone()
    with pytest.raises(StorageProblem) as told_why:
        restore(tmp_path / "b.zip", file, None)
    assert told_why.value.code == "in_use"
    assert not list(file.parent.glob("*before-restore*"))
    serving.close()
    restore(tmp_path / "b.zip", file, None)
    assert len(told(file, now)[0]) == 2  # type: ignore[arg-type]


def flipped(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    content[len(content) // 3] ^= 0xFF
    archive.write_bytes(content)


def cut(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-100])


def somebody_elses(archive: Path) -> None:
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("hello.txt", "hello")


def leading_out(archive: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        manifest = packed.read(archives.MANIFEST).decode().replace('"xueshi.db"', '"../../out.db"')
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(archives.MANIFEST, manifest)
        packed.writestr("../../out.db", b"")


@pytest.mark.parametrize("spoil", [flipped, cut, somebody_elses, leading_out])
def test_what_is_not_whole_is_refused_and_changes_nothing(
    spoil: object, file: Path, tmp_path: Path, now: datetime
) -> None:
    filled(file, now).close()
    archive = tmp_path / "b.zip"
    write_backup(file, None, archive, now)
    spoil(archive)  # type: ignore[operator]
    before = told(file, now)
    with pytest.raises(StorageProblem) as problem:
        restore(archive, file, None)
    assert problem.value.code == "bad_backup"
    assert told(file, now) == before
    assert not (tmp_path.parent / "out.db").exists()


def test_nothing_there_to_back_up(tmp_path: Path, now: datetime) -> None:
    with pytest.raises(StorageProblem) as problem:
        write_backup(tmp_path / "none.db", None, tmp_path / "b.zip", now)
    assert problem.value.code == "missing"
    assert not (tmp_path / "none.db").exists()


def test_an_archive_can_be_looked_into(file: Path, tmp_path: Path, now: datetime) -> None:
    filled(file, now).close()
    made = write_backup(file, None, tmp_path / "b.zip", now)
    with open_backup(tmp_path / "b.zip") as (manifest, folder):
        assert manifest == made
        assert (folder / archives.DATABASE).is_file()
    assert not folder.exists()


def test_an_archive_whose_database_lacks_rows_is_refused(
    file: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(file, now).close()
    monkeypatch.setattr(archives, "_rows", lambda _file: {"entry": 7})
    with pytest.raises(StorageProblem) as problem:
        write_backup(file, None, tmp_path / "b.zip", now)
    assert problem.value.code == "bad_backup"
    assert list(tmp_path.glob("*.zip*")) == []
