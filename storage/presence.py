"""Who else serves from a database, told by a lock that ends with its holder, however that ends.

Whoever comes and finds nobody may at once take up what is left of those before; anybody else waits until it is due.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

try:
    import fcntl
except ImportError:  # a system without such locks: nobody can be sure to be alone
    fcntl = None  # type: ignore[assignment]

KEY = 520_413_897  # of the server's locks, which are numbers


class FileLock:
    """Presence at a database file, by a lock on a file beside it."""

    def __init__(self, database: str) -> None:
        self.name = f"{database}.serving"
        self._file: int | None = None

    def enter(self) -> bool:
        """Be there from now on; whether nobody else was."""
        if fcntl is None:
            return False
        if self._file is None:
            self._file = os.open(self.name, os.O_RDWR | os.O_CREAT, 0o600)
        alone = True
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            alone = False
        fcntl.flock(self._file, fcntl.LOCK_SH)
        return alone

    def leave(self) -> None:
        """Be there no longer."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def served(database: str) -> bool:
    """Whether a process serves from that file now; where the system has no such locks, nobody can tell."""
    lock = FileLock(database)
    if fcntl is None or not Path(lock.name).exists():
        return False
    alone = lock.enter()
    lock.leave()
    return not alone


class ServerLock:
    """Presence at a database server, by a lock of a connection that is kept for it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def enter(self) -> bool:
        """Be there from now on; whether nobody else was."""
        if self._connection is None:
            self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        alone = bool(self._connection.scalar(select(func.pg_try_advisory_lock(KEY))))
        self._connection.execute(select(func.pg_advisory_lock_shared(KEY)))
        if alone:  # given back only now, so that two who come together are not both alone
            self._connection.execute(select(func.pg_advisory_unlock(KEY)))
        return alone

    def leave(self) -> None:
        """Be there no longer."""
        if self._connection is not None:
            with suppress(Exception):  # a server that is gone has forgotten us
                self._connection.invalidate()
                self._connection.close()
            self._connection = None


class Nobody:
    """Presence at a database in memory, which no other process can see."""

    def enter(self) -> bool:
        """Nobody else is ever there."""
        return True

    def leave(self) -> None:
        """There is nothing to leave."""
