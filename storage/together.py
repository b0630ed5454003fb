"""Turns that share one commit, on a database that lets one write at a time (SQLite).

A commit that survives a power cut waits for the disk. Turns that come while another is at work go along in the same
transaction, each behind a savepoint of its own, and one commit is made for all of them; every one of them is over only
when that commit is. A turn that fails takes back its own part. Who comes alone is committed alone, at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, get_ident

from sqlalchemy import Connection, Engine

from storage.prepared import Plans, Prepared
from storage.shared_commit import Group

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
        self._sharing: Group | None = None  # whose turns the owner takes one after the other
        self._counting = Lock()
        self._waiting = 0
        self._group: Group | None = None  # begun and not committed, for the next turn to join

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
    def _joined(self, *, wait: bool = True) -> Iterator[Group]:
        """The group to take part in. It is over when the block has been left."""
        group = self._enter(wait=wait)
        try:
            yield group
        finally:
            self._leave(group)
        while not group.over(PATIENCE):  # whoever was to end it may have been interrupted
            with self.alone():
                pass

    def _enter(self, *, wait: bool) -> Group:
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

    def _begun(self, *, wait: bool) -> Group:
        if self._connection is None:
            self._connection = Prepared(self._engine, Plans())
        if wait:
            return Group(self._connection)
        with self._connection.impatient():
            try:
                return Group(self._connection)
            except sqlite3.OperationalError as error:
                raise Busy from error

    def _leave(self, group: Group) -> None:
        """Leave the group to the turn that waits, which then has to end it; else end it here."""
        try:
            if group.goes_on and group.size < MOST and self._waiting:
                self._group = group
            else:
                group.end()
        finally:
            self._owner = None
            self._at_work.release()
