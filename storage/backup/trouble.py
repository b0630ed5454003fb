"""What a backup or a restore is stopped by, told as the problems that the rest of the storage knows."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from storage import dialect
from storage.problem import StorageProblem

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def told(url: URL, written: Path) -> Iterator[None]:
    """Whatever the database at `url` or the place of `written` refuses in this block is raised as StorageProblem."""
    try:
        yield
    except OSError as error:
        code = "no_room" if error.errno in _FULL else "not_writable"
        raise StorageProblem(code, str(written), str(error)) from error
    except (DBAPIError, sqlite3.Error) as error:
        problem = dialect.told(error, url)
        if problem.code == "disk_full":
            problem = StorageProblem("no_room", str(written), problem.why)
        raise problem from error
