"""What killed backups and restores left is cleared away by the next one, what is in use is not; a full disk is told."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from importlib import import_module
from pathlib import Path

import pytest

from storage import StorageProblem, open_database
from storage.backup import archive as archives
from storage.backup import restore, write_backup
from storage.backup.workplace import PREFIX, workplace

restoring = import_module("storage.backup.restore")  # the package names its function like the module


def left_by_a_killed_process(parent: Path) -> None:
    child = os.fork()
    if child == 0:
        with workplace(parent) as folder:
            (folder / "half.db").write_bytes(b"half")
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert len(lying(parent)) == 1


def lying(parent: Path) -> list[Path]:
    return list(parent.glob(f"{PREFIX}*"))


def test_a_folder_is_gone_afterwards_even_where_the_work_failed(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), workplace(tmp_path) as folder:
        (folder / "half").touch(1 // 0)
    assert lying(tmp_path) == []


def test_one_that_is_in_use_stays_and_abandoned_ones_go(tmp_path: Path) -> None:
    left_by_a_killed_process(tmp_path)
    with workplace(tmp_path) as first, workplace(tmp_path) as second, workplace(second) as inside:
        assert {first, second} == set(lying(tmp_path))
        assert inside.is_dir()


def test_a_backup_and_a_restore_clear_away_what_others_left(file: Path, tmp_path: Path, now: datetime) -> None:
    open_database(file).close()
    left_by_a_killed_process(tmp_path)
    write_backup(file, None, tmp_path / "b.zip", now)
    assert lying(tmp_path) == []
    left_by_a_killed_process(file.parent)
    restore(tmp_path / "b.zip", file, None)
    assert lying(file.parent) == []


def test_a_second_name_that_a_killed_restore_gave_is_given_once(
    file: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(file).close()
    write_backup(file, None, tmp_path / "b.zip", now)
    keep = restoring._keep_database

    def cut_off(place: Path) -> None:
        keep(place)
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(restoring, "_keep_database", cut_off)
        for _ in range(3):
            with pytest.raises(KeyboardInterrupt):
                restore(tmp_path / "b.zip", file, None)
    restore(tmp_path / "b.zip", file, None)
    assert [each.name for each in file.parent.glob("*before-restore*")] == ["xueshi.db.before-restore"]


def test_a_backup_on_a_medium_that_is_only_read_can_be_restored(
    file: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(file).close()
    medium = tmp_path / "medium"
    medium.mkdir()
    write_backup(file, None, medium / "b.zip", now)
    unpack, places = archives._unpack, list[Path]()

    def unpacked(archive: Path, folder: Path) -> object:
        places.append(folder.parent)
        return unpack(archive, folder)

    monkeypatch.setattr(archives, "_unpack", unpacked)
    restore(medium / "b.zip", tmp_path / "new" / "x.db", None)
    assert places == [tmp_path / "new"]


def no_space(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "no space left")


def no_pages(*_: object, **__: object) -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute("CREATE TABLE t (x)")
        raw.execute("PRAGMA max_page_count = 2")
        raw.execute("INSERT INTO t VALUES (zeroblob(100000))")


@pytest.mark.parametrize(("step", "fails"), [("_pack", no_space), ("snapshot.take", no_pages)])
def test_a_disk_that_is_full_is_told_and_the_last_backup_stays(
    step: str,
    fails: Callable[..., None],
    file: Path,
    tmp_path: Path,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_database(file).close()
    archive = tmp_path / "b.zip"
    write_backup(file, None, archive, now)
    before = archive.read_bytes()
    monkeypatch.setattr(f"storage.backup.archive.{step}", fails)
    with pytest.raises(StorageProblem) as told:
        write_backup(file, None, archive, now)
    assert (told.value.code, told.value.where) == ("no_room", str(archive))
    assert archive.read_bytes() == before
    assert lying(tmp_path) == []


def test_a_disk_that_is_full_keeps_the_old_database_in_its_place(
    file: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_database(file).close()
    write_backup(file, None, tmp_path / "b.zip", now)
    before = file.read_bytes()
    monkeypatch.setattr(archives, "_unpack_one", no_space)
    with pytest.raises(StorageProblem) as told:
        restore(tmp_path / "b.zip", file, None)
    assert told.value.code == "no_room"
    assert file.read_bytes() == before
    assert sorted(each.name for each in file.parent.iterdir()) == ["xueshi.db"]


def test_the_files_of_a_database_in_memory_go_with_it(now: datetime) -> None:
    database = open_database()
    with database.turn(now) as turn:
        turn.proofs("甲").keep(b"%PDF-1.4", "pdf", "a.pdf")
    folder = database._vault.folder
    assert folder.is_dir()
    database.close()
    assert not folder.parent.exists()


def test_the_files_beside_a_database_stay(file: Path, now: datetime) -> None:
    database = open_database(file, file.with_suffix(".files"))
    with database.turn(now) as turn:
        turn.proofs("甲").keep(b"%PDF-1.4", "pdf", "a.pdf")
    database.close()
    assert len(list(file.with_suffix(".files").glob("??/*"))) == 1
