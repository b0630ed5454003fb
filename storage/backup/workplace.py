"""A folder to work in that nobody has to clear away: whoever comes next does, if its maker was killed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # a system without such locks: nothing is proved to be abandoned, so nothing is cleared away
    fcntl = None  # type: ignore[assignment]

PREFIX = ".xueshi-at-work-"
HELD = "held"  # the file in it whose lock tells that its maker lives


@contextmanager
def workplace(parent: Path) -> Iterator[Path]:
    """An empty folder in `parent`, gone afterwards; those that killed processes left there go first. Raises OSError
    where nothing can be written.

    Its maker holds a lock on it, which ends with the process however that ends. The lock on `parent` keeps a folder
    that is just being made from being taken for an abandoned one.
    """
    with _locked(parent, wait=True):
        _clear_away(parent)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
        held = _lock(folder / HELD, wait=False)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _let_go(held)


def _clear_away(parent: Path) -> None:
    if fcntl is None:
        return
    for folder in parent.glob(f"{PREFIX}*"):
        with _locked(folder / HELD, wait=False) as abandoned:
            if abandoned:
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(place: Path, *, wait: bool) -> Iterator[bool]:
    """Whether the place is ours alone until the block ends."""
    held = _lock(place, wait=wait)
    try:
        yield held is not None
    finally:
        _let_go(held)


def _lock(place: Path, *, wait: bool) -> int | None:
    """What holds the lock of that folder or file; None where somebody else does, or the file system has no locks."""
    if fcntl is None:
        return None
    with suppress(OSError):
        handle = os.open(place, os.O_RDONLY if place.is_dir() else os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:
            os.close(handle)
        else:
            return handle
    return None


def _let_go(held: int | None) -> None:
    if held is not None:
        os.close(held)
