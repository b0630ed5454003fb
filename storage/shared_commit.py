"""A transaction that several turns take part in, each behind a savepoint of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from storage.prepared import Prepared


class Group:
    """A transaction and the turns in it."""

    def __init__(self, connection: Prepared) -> None:
        connection.look()
        connection.raw.execute("BEGIN IMMEDIATE")
        self._connection = connection
        self._over = Event()
        self._failure: BaseException | None = None
        self._within = False
        self.size = 0
        self.actions: list[Callable[[], None]] = []

    @property
    def goes_on(self) -> bool:
        """Whether another turn may join."""
        return self._failure is None

    @contextmanager
    def part(self) -> Iterator[Connection]:
        """One turn's part; what it did is taken back if it raises."""
        if self._within:
            raise RuntimeError("a turn within a turn would be kept or not with it")
        if self._failure is not None:
            raise self._failure
        self._within = True
        self._connection.raw.execute("SAVEPOINT part")
        try:
            yield self._connection
            self._connection.raw.execute("RELEASE part")
        except BaseException as error:
            self._take_back(error)
            raise
        finally:
            self._within = False
        self.size += 1

    def _take_back(self, error: BaseException) -> None:
        """Back to before the part; where the database has given up all of the transaction, the others fail as well."""
        try:
            self._connection.raw.execute("ROLLBACK TO part")
            self._connection.raw.execute("RELEASE part")
        except sqlite3.Error as lost:  # the savepoint is gone with the whole transaction
            self._failure = error if isinstance(error, (DBAPIError, sqlite3.Error)) else lost

    def end(self) -> None:
        """Commit for all; those who wait are told. An error is told to them, each raises it for itself."""
        raw = self._connection.raw
        try:
            if self._failure is None:
                raw.execute("COMMIT")
        except BaseException as error:  # noqa: BLE001 - raised by every turn that waits
            self._failure = error
        finally:
            if raw.in_transaction:
                raw.rollback()  # SQLite leaves it open, for the commit to be tried again
            self._over.set()

    def over(self, seconds: float) -> bool:
        """Wait so long for the commit; whether it is durable now. Raises what kept it from being so."""
        ended = self._over.wait(seconds)
        if ended and self._failure is not None:
            raise self._failure
        return ended

    def finish(self) -> None:
        """What waited for the commit."""
        for action in self.actions:
            action()
