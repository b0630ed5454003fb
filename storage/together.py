"""Turns that share one commit, on a database that lets one write at a time (SQLite).

A commit that survives a power cut waits for the disk. Turns that come while another is at work go along in the same
transaction, each behind a savepoint of its own, and one commit is made for all of them; every one of them is over only
when that commit is. A turn that fails takes back its own part. Who comes alone is committed alone, at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, get_ident

from sqlalchemy import Connection, Engine, RootTransaction
from sqlalchemy.exc import DBAPIError

from storage.prepared import Plans, Prepared

MOST = 32  # turns of one commit, so that the first of them does not wait for ever
PATIENCE = 1.0  # seconds; longer than the turns of one commit take


class Together:
    """Hands the one connection to one turn after the other, and commits for as many as came meanwhile."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._plans: Plans = Plans()
        self._at_work = Lock()
        self._owner: int | None = None
        self._counting = Lock()
        self._waiting = 0
        self._group: _Group | None = None  # begun and not committed, for the next turn to join

    @contextmanager
    def turn(self) -> Iterator[Connection]:
        """One turn's part of a transaction. Once the block is left without an error the part is durable."""
        group = self._enter()
        try:
            with group.part() as connection:
                yield connection
        finally:
            self._leave(group)
        while not group.over(PATIENCE):  # whoever was to end it may have been interrupted
            with self.alone():
                pass

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody is at work and nothing is uncommitted."""
        with self._at_work:
            if self._group is not None:
                self._group.end()
                self._group = None
            yield

    def _enter(self) -> _Group:
        """Wait until nobody else is at work; the group to join, or a new one."""
        if self._owner == get_ident():
            raise RuntimeError("a turn within a turn would wait for itself")
        with self._counting:
            self._waiting += 1
        try:
            self._at_work.acquire()
        finally:
            with self._counting:
                self._waiting -= 1
        try:
            group = self._group or _Group(self._engine, self._plans)
        except BaseException:
            self._at_work.release()
            raise
        self._owner, self._group = get_ident(), None
        return group

    def _leave(self, group: _Group) -> None:
        """Leave the group to the turn that waits, which then has to end it; else end it here."""
        try:
            if group.goes_on and group.size < MOST and self._waiting:
                self._group = group
            else:
                group.end()
        finally:
            self._owner = None
            self._at_work.release()


class _Group:
    """A transaction and the turns in it."""

    def __init__(self, engine: Engine, plans: Plans) -> None:
        self._connection: Connection = Prepared(engine, plans)
        try:
            self._transaction: RootTransaction = self._connection.begin()
        except BaseException:
            self._connection.close()
            raise
        self._over = Event()
        self._failure: BaseException | None = None
        self.size = 0

    @property
    def goes_on(self) -> bool:
        """Whether another turn may join."""
        return self.size > 0 and self._failure is None

    @contextmanager
    def part(self) -> Iterator[Connection]:
        """One turn's part; what it did is taken back if it raises. The first needs no savepoint: it is all there is."""
        savepoint = self._connection.begin_nested() if self.size else None
        try:
            yield self._connection
            if savepoint is not None:
                savepoint.commit()
        except BaseException as error:
            self._take_back(error)
            raise
        self.size += 1

    def _take_back(self, error: BaseException) -> None:
        """Back to before the part; where the database has given up all of the transaction, the others fail as well."""
        nested = self._connection.get_nested_transaction()
        try:
            if nested is not None:
                nested.rollback()
        except DBAPIError as lost:  # the savepoint is gone with the whole transaction
            self._failure = error if isinstance(error, DBAPIError) else lost

    def end(self) -> None:
        """Commit for all; those who wait are told. An error is told to them, each raises it for itself."""
        try:
            if self.goes_on:
                self._transaction.commit()
            else:
                self._transaction.rollback()
        except BaseException as error:  # noqa: BLE001 - raised by every turn that waits
            self._failure = error
            self._connection.connection.rollback()  # SQLite may leave it open, for the commit to be tried again
        finally:
            self._over.set()
            self._connection.close()

    def over(self, seconds: float) -> bool:
        """Wait so long for the commit; whether it is durable now. Raises what kept it from being so."""
        ended = self._over.wait(seconds)
        if ended and self._failure is not None:
            raise self._failure
        return ended
