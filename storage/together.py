"""Turns that share one commit, on a database that lets one write at a time (SQLite).

A commit that survives a power cut waits for the disk. Turns that come while another is at work go along in the same
transaction, each behind a savepoint of its own, and one commit is made for all of them; every one of them is over only
when that commit is. A turn that fails takes back its own part. Who comes alone is committed alone, at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, get_ident

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from storage.prepared import Plans, Prepared

MOST = 32  # turns of one commit, so that the first of them does not wait for ever
PATIENCE = 1.0  # seconds; longer than the turns of one commit take


class Busy(Exception):  # noqa: N818 - nothing went wrong
    """Somebody else is at work, here or in another process."""


class Together:
    """Hands the one connection to one turn after the other, and commits for as many as came meanwhile."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Prepared | None = None
        self._at_work = Lock()
        self._owner: int | None = None
        self._sharing: _Group | None = None  # whose turns the owner takes one after the other
        self._counting = Lock()
        self._waiting = 0
        self._group: _Group | None = None  # begun and not committed, for the next turn to join

    @contextmanager
    def turn(self) -> Iterator[Connection]:
        """One turn's part of a transaction. Once the block is left without an error the part is durable, or will be
        when the `sharing` around it is over."""
        if self._sharing is not None and self._owner == get_ident():
            with self._sharing.part() as connection:
                yield connection
            return
        with self._joined() as group, group.part() as connection:
            yield connection

    @contextmanager
    def sharing(self, *, wait: bool = True) -> Iterator[None]:
        """The turns that this thread takes in the block share one commit, which is made when it is left. Without `wait`
        raises Busy, with nothing begun, where somebody else is at work."""
        with self._joined(wait=wait) as group:
            self._sharing = group
            try:
                yield
            finally:
                self._sharing = None
        group.finish()

    def afterwards(self, action: Callable[[], None]) -> None:
        """Do this once the turn that this thread has just taken is durable."""
        if self._sharing is not None and self._owner == get_ident():
            self._sharing.actions.append(action)
        else:
            action()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody is at work and nothing is uncommitted."""
        with self._at_work:
            if self._group is not None:
                self._group.end()
                self._group = None
            yield

    def close(self) -> None:
        """Let go of the connection; another one is made if need be."""
        with self.alone():
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _joined(self, *, wait: bool = True) -> Iterator[_Group]:
        """The group to take part in. It is over when the block has been left."""
        group = self._enter(wait=wait)
        try:
            yield group
        finally:
            self._leave(group)
        while not group.over(PATIENCE):  # whoever was to end it may have been interrupted
            with self.alone():
                pass

    def _enter(self, *, wait: bool) -> _Group:
        """Wait until nobody else is at work; the group to join, or a new one. Raises Busy, as `sharing` does."""
        if self._owner == get_ident():
            raise RuntimeError("a turn within a turn would wait for itself")
        if wait:
            self._queue()
        elif not self._at_work.acquire(blocking=False):
            raise Busy
        try:
            group = self._group or self._begun(wait=wait)
        except BaseException:
            self._at_work.release()
            raise
        self._owner, self._group = get_ident(), None
        return group

    def _queue(self) -> None:
        """Wait until nobody else is at work; whoever is leaves their group open meanwhile."""
        with self._counting:
            self._waiting += 1
        try:
            self._at_work.acquire()
        finally:
            with self._counting:
                self._waiting -= 1

    def _begun(self, *, wait: bool) -> _Group:
        if self._connection is None:
            self._connection = Prepared(self._engine, Plans())
        if wait:
            return _Group(self._connection)
        with self._connection.impatient():
            try:
                return _Group(self._connection)
            except sqlite3.OperationalError as error:
                raise Busy from error

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
