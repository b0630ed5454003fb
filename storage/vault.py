"""The files that people hand in, each under its SHA-256, and those that are made for them, each person's apart.

Nothing here is ever run or rendered. The folders are readable by this program's user alone; a file appears under its
name only when it is whole, and the same content is kept once, whoever sent it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import weakref
from datetime import datetime
from functools import cached_property
from pathlib import Path

from storage.sealing import Seal

KEPT = 40  # files made for one person; the oldest go first
_OWN = 0o700


class Vault:
    """`folder` None: a temporary one, made when it is first needed. With a `seal`, what is handed in is kept sealed;
    its name stays the digest of what it is."""

    def __init__(self, folder: Path | None = None, seal: Seal | None = None) -> None:
        self._folder = folder
        self._seal = seal
        self._removal: weakref.finalize[..., Vault] | None = None

    @cached_property
    def folder(self) -> Path:
        """Where what was handed in lies."""
        folder = self._folder or self._temporary() / "files"
        folder.mkdir(mode=_OWN, parents=True, exist_ok=True)
        return folder

    @property
    def outgoing(self) -> Path:
        """Where what was made lies: beside, since it can be made again and belongs in no backup."""
        return self.folder.with_name(self.folder.name + "-outgoing")

    def close(self) -> None:
        """Remove the temporary folder, if that is what it is; without this it goes when the program ends."""
        if self._removal:
            self._removal()

    def _temporary(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="xueshi-"))
        self._removal = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return folder

    def keep(self, content: bytes) -> str:
        """Keep a file; gives its digest. Raises OSError where the disk does not let us."""
        digest = hashlib.sha256(content).hexdigest()
        place = self.path(digest)
        if not place.exists():
            place.parent.mkdir(mode=_OWN, exist_ok=True)
            _write(place, self._seal.close_file(content) if self._seal else content)
        return digest

    def read(self, digest: str) -> bytes | None:
        """The file of that digest; None where it is lost. Raises WrongKey."""
        place = self.path(digest)
        if not place.exists():
            return None
        content = place.read_bytes()
        return self._seal.open_file(content) if self._seal else content

    def seal_anew(self) -> int:
        """Seal every file by the newest key; gives how many there were. Raises WrongKey."""
        files = list(self.folder.glob("??/*")) if self._seal else []
        for file in files:
            content = self.read(file.name)
            if self._seal and content is not None:
                _write(file, self._seal.close_file(content))
        return len(files)

    def path(self, digest: str) -> Path:
        """Where the file of that digest lies, or would."""
        return self.folder / digest[:2] / digest

    def drop(self, digest: str) -> None:
        """Remove a file; one that is gone already is no matter."""
        self.path(digest).unlink(missing_ok=True)

    def keep_only(self, digests: frozenset[str], before: datetime) -> None:
        """Remove the files older than `before` that no row names: what a crash left behind. A younger one may belong
        to a turn that is still under way."""
        if self._folder is None or not self._folder.exists():
            return
        for file in self.folder.glob("??/*"):
            if file.name not in digests and file.stat().st_mtime < before.timestamp():
                file.unlink(missing_ok=True)

    def put_out(self, owner: int, name: str, content: bytes, key: str | None = None) -> Path:
        """Write a file for a person, under a name that they see. `key`: what it was made of, to find it again."""
        place = self.place_out(owner, name, key or hashlib.sha256(content).hexdigest())
        place.parent.mkdir(mode=_OWN, parents=True, exist_ok=True)
        _write(place, content)
        self._thin_out(owner)
        return place

    def place_out(self, owner: int, name: str, key: str) -> Path:
        """Where the file of that person with that name, made of what `key` stands for, lies or would."""
        return self.outgoing / str(owner) / key[:16] / _plain(name)

    def forget(self, owner: int) -> None:
        """Remove all that was made for a person."""
        shutil.rmtree(self.outgoing / str(owner), ignore_errors=True)

    def _thin_out(self, owner: int) -> None:
        made = sorted((self.outgoing / str(owner)).iterdir(), key=lambda each: each.stat().st_mtime_ns)
        for old in made[:-KEPT]:
            shutil.rmtree(old, ignore_errors=True)


def _write(place: Path, content: bytes) -> None:
    """The whole file or none of it."""
    handle, unfinished = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as sink:
            sink.write(content)
            sink.flush()
            os.fsync(sink.fileno())
        Path(unfinished).replace(place)
    except OSError:
        Path(unfinished).unlink(missing_ok=True)
        raise


def _plain(name: str) -> str:
    """A name that no file system minds and that leads nowhere else."""
    kept = "".join(char for char in name if char.isprintable() and char not in '/\\:*?"<>|').strip(". ")
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[:60] or 'file'}{dot}{ending[:8]}" if dot else kept[:60] or "file"
