"""An archive put back in place of what is there, which is kept beside it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy.engine import URL

from storage import dialect, schema
from storage.backup import snapshot
from storage.backup.archive import DATABASE, FILES, Manifest, open_backup
from storage.backup.trouble import told
from storage.backup.workplace import workplace
from storage.presence import served
from storage.problem import StorageProblem

BEFORE = ".before-restore"


def restore(archive: Path, url_or_path: str | Path, files: Path | None) -> Manifest:
    """Put the archive's database at that address and its files into the folder `files`.

    An SQLite file or a folder of files that is there is kept under the same name with `.before-restore`; nobody may
    serve from it, since what they write would go into what is put aside. A server's database must be empty. Raises
    StorageProblem; then everything is as it was.
    """
    url = dialect.address(url_or_path)
    place = Path(str(url.database)) if dialect.is_sqlite(url) else None
    if place and served(str(place)):
        raise StorageProblem("in_use", dialect.place(url))
    with told(url, place or archive):
        room = _made(place.parent) if place else archive.parent
        with open_backup(archive, room) as (manifest, folder):
            _migrate(folder / DATABASE)
            if place:
                _put_file(folder / DATABASE, place)
            else:
                _fill(folder / DATABASE, url)
            if files is not None and (folder / FILES).is_dir():
                _put_folder(folder / FILES, files)
    return manifest


def _migrate(file: Path) -> None:
    """An archive of an older version is brought up to ours before it takes anything's place."""
    engine = snapshot.engine_of(file)
    try:
        with engine.begin() as connection:
            schema.prepare(connection, str(file))
    finally:
        engine.dispose()


def _put_file(new: Path, place: Path) -> None:
    """The new takes the place in one step; a database that is there stays in it until then."""
    _made_durable(new)
    if place.exists():
        _keep_database(place)
    new.replace(place)


def _put_folder(new: Path, place: Path) -> None:
    """The same with a folder, which may lie on another disk than the database."""
    with workplace(_made(place.parent)) as at_work:
        waiting = at_work / place.name
        shutil.copytree(new, waiting)
        if place.exists():
            place.replace(_free_name(place))
        waiting.replace(place)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _keep_database(place: Path) -> None:
    """What was there is kept with its last changes, which SQLite holds in a file beside it: were they left there, they
    would be taken for changes of the restored database."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(place)) as old:  # one that is damaged is kept as it is
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _forget_second_names(place)
    kept, log = _free_name(place), Path(f"{place}-wal")
    _twin(place, kept)
    if log.exists():
        _twin(log, Path(f"{kept}-wal"))
        log.unlink()
    Path(f"{place}-shm").unlink(missing_ok=True)


def _forget_second_names(place: Path) -> None:
    """Those that restores gave it which were killed before anything else took its place."""
    for name in place.parent.glob(f"{place.name}{BEFORE}*"):
        if name.samefile(place) and not Path(f"{name}-wal").exists():
            name.unlink()


def _twin(file: Path, name: Path) -> None:
    """The file under a second name, or a copy where the file system knows no second names."""
    try:
        name.hardlink_to(file)
    except OSError:
        shutil.copyfile(file, name)


def _made_durable(file: Path) -> None:
    with file.open("rb") as written:
        os.fsync(written.fileno())


def _free_name(place: Path) -> Path:
    """A name for what was there that overwrites nothing."""
    name, number = place.with_name(place.name + BEFORE), 1
    while name.exists():
        number += 1
        name = place.with_name(f"{place.name}{BEFORE}-{number}")
    return name


def _fill(file: Path, url: URL) -> None:
    source_engine, target_engine = snapshot.engine_of(file), dialect.connect(url)
    try:
        with source_engine.connect() as source, target_engine.begin() as target:
            schema.prepare(target, dialect.place(url))
            if any(snapshot.counted(target).values()):
                raise StorageProblem("not_empty", dialect.place(url))
            snapshot.copy(source, target)
    finally:
        source_engine.dispose()
        target_engine.dispose()
