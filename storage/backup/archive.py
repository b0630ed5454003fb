"""The archive: the database's snapshot, the files that people handed in, and a list of both with their digests."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from storage import dialect, schema
from storage.backup import snapshot
from storage.backup.trouble import told
from storage.backup.workplace import workplace
from storage.problem import StorageProblem

DATABASE = "xueshi.db"
MANIFEST = "manifest.json"
FILES = "files/"
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds: rows by table, and each file's SHA-256 under its name in the archive."""

    made_at: str
    version: str
    rows: dict[str, int]
    digests: dict[str, str]

    @property
    def entries(self) -> int:
        return self.rows.get("entry", 0)

    @property
    def people(self) -> int:
        return self.rows.get("account", 0)

    @property
    def files(self) -> int:
        """How many files that people handed in."""
        return sum(name.startswith(FILES) for name in self.digests)


def write_backup(url_or_path: str | Path, files: Path | None, archive: Path, now: datetime) -> Manifest:
    """Make an archive of the database and of the folder `files`, and read it back. It appears under its name only
    when it is whole. Raises StorageProblem."""
    url = dialect.address(url_or_path)
    if dialect.is_sqlite(url) and not (url.database and Path(url.database).is_file()):
        raise StorageProblem("missing", dialect.place(url))
    with told(url, archive), workplace(archive.parent) as folder:
        taken, unfinished = folder / DATABASE, folder / "unfinished.zip"
        snapshot.take(url, taken)
        _pack(unfinished, taken, files, now)
        taken.unlink()
        with open_backup(unfinished) as (manifest, _):
            pass
        unfinished.replace(archive)
    return manifest


@contextmanager
def open_backup(archive: Path, parent: Path | None = None) -> Iterator[tuple[Manifest, Path]]:
    """Unpack an archive into a folder in `parent`, or beside it, that is gone afterwards; every digest and the database
    are checked.

    Gives the manifest and the folder. Raises StorageProblem where anything is missing, changed or no archive of ours,
    OSError where there is no place to unpack it.
    """
    with workplace(parent or archive.parent) as folder:
        try:
            manifest = _unpack(archive, folder)
        except (zipfile.BadZipFile, KeyError, ValueError, TypeError, FileNotFoundError, EOFError) as error:
            raise StorageProblem("bad_backup", str(archive), str(error)) from error
        _examine(manifest, folder / DATABASE, archive)
        yield manifest, folder


def _pack(archive: Path, taken: Path, files: Path | None, now: datetime) -> None:
    inside = {DATABASE: taken}
    if files is not None and files.is_dir():
        inside |= {
            FILES + file.relative_to(files).as_posix(): file for file in sorted(files.rglob("*")) if file.is_file()
        }
    with zipfile.ZipFile(archive, "w") as packed:
        for name, file in inside.items():
            # pictures and PDFs are compressed already
            packed.write(file, name, zipfile.ZIP_DEFLATED if name == DATABASE else zipfile.ZIP_STORED)
        digests = {name: _digest(file) for name, file in inside.items()}
        manifest = Manifest(now.isoformat(), schema.HEAD, _rows(taken), digests)
        packed.writestr(MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1))
    with archive.open("rb") as written:
        os.fsync(written.fileno())


def _unpack(archive: Path, folder: Path) -> Manifest:
    with zipfile.ZipFile(archive) as packed:
        manifest = Manifest(**json.loads(packed.read(MANIFEST)))
        for name, digest in manifest.digests.items():
            target = (folder / name).resolve()
            if not target.is_relative_to(folder.resolve()):
                raise ValueError(f"{name} leads out of the archive")
            target.parent.mkdir(parents=True, exist_ok=True)
            _unpack_one(packed, name, target)
            if _digest(target) != digest:
                raise ValueError(f"{name} is not what was written")
    return manifest


def _unpack_one(packed: zipfile.ZipFile, name: str, target: Path) -> None:
    with packed.open(name) as source, target.open("wb") as sink:
        while chunk := source.read(CHUNK):
            sink.write(chunk)


def _examine(manifest: Manifest, file: Path, archive: Path) -> None:
    """The database must be sound and hold the rows that the manifest names."""
    engine = snapshot.engine_of(file)
    try:
        with engine.begin() as connection:
            broken = dialect.check(connection)
            rows = snapshot.counted(connection)
    except DBAPIError as error:
        raise StorageProblem("bad_backup", str(archive), str(error.orig)) from error
    finally:
        engine.dispose()
    if broken or rows != manifest.rows:
        raise StorageProblem("bad_backup", str(archive), broken or "rows are missing")


def _rows(file: Path) -> dict[str, int]:
    engine = snapshot.engine_of(file)
    try:
        with engine.begin() as connection:
            return snapshot.counted(connection)
    finally:
        engine.dispose()


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
