"""Opening the database, and the transaction that each message runs in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from storage import dialect, resealing, schema
from storage.placed import Placed
from storage.prepared import BY_HAND
from storage.problem import StorageProblem
from storage.proofs import digests
from storage.sealing import Seal
from storage.together import Busy, Together
from storage.turn import Turn
from storage.vault import Vault

__all__ = ["Busy", "Database", "Turn", "open_database"]


def open_database(
    url_or_path: str | Path = "sqlite://", files: Path | None = None, seal: Seal | None = None
) -> Database:
    """The database at a SQLAlchemy URL or a file's path, its tables made or brought up to date; "sqlite://" is empty
    and in memory. `files` is the folder for what people hand in, None a temporary one; with a `seal`, what people
    wrote and handed in is kept sealed. Raises StorageProblem where it cannot be used."""
    url = dialect.address(url_or_path)
    engine = dialect.connect(url)
    setattr(engine.dialect, "seal", seal)  # noqa: B010 - where SealedText looks for it
    try:
        with engine.connect() as reading:  # other processes write meanwhile
            schema.check(reading.execution_options(**BY_HAND), dialect.place(url))
        with engine.begin() as connection:
            schema.bring_up(connection, dialect.place(url))
            resealing.check(connection, dialect.place(url))
        dialect.settle(engine)
    except DBAPIError as error:
        engine.dispose()
        raise dialect.told(error, url) from error
    except StorageProblem:
        engine.dispose()
        raise
    return Database(engine, url, Vault(files, seal))


class Database:
    """An opened database. `turn` may be called from any thread."""

    def __init__(self, engine: Engine, url: URL, vault: Vault) -> None:
        self._engine = engine
        self._vault = vault
        self._url = url
        self._together = Together(engine) if dialect.is_sqlite(url) else None
        self._presence = dialect.presence(engine, url)
        self._placed = Placed(url)

    @property
    def one_writer(self) -> bool:
        """Whether only one turn can be at work at a time, so that several gain nothing from threads of their own."""
        return self._together is not None

    @property
    def place(self) -> str:
        """Where the data lies, for people."""
        return dialect.place(self._url)

    @contextmanager
    def turn(self, now: datetime) -> Iterator[Turn]:
        """One message's transaction: kept as a whole when the block ends, gone as a whole when it raises.

        `now` is the instant that rows are dated with. When the block has ended the turn is durable, perhaps by a
        commit that it shares with the turns of other threads; within `sharing` it is when that has ended. Raises
        StorageProblem where the database does not let us.
        """
        try:
            with self._together.turn() if self._together else self._engine.begin() as connection:
                turn = Turn(connection, now, self._vault)
                yield turn
                self._placed.check()
            if self._together:
                self._together.afterwards(turn.committed)
            else:
                turn.committed()
        except (DBAPIError, sqlite3.Error) as error:
            raise dialect.told(error, self._url) from error

    @contextmanager
    def sharing(self, *, wait: bool = True) -> Iterator[None]:
        """The turns that this thread takes in the block are kept or not each by itself, but are durable only when it
        ends: where the database lets one write at a time they share a commit. Raises StorageProblem, and then none of
        them is kept. Without `wait` raises Busy, with nothing begun, where one would have to wait for others."""
        try:
            with self._together.sharing(wait=wait) if self._together else nullcontext():
                yield
        except (DBAPIError, sqlite3.Error) as error:
            raise dialect.told(error, self._url) from error

    def tidy(self, now: datetime) -> None:
        """Remove files that a crash left without a row, unless they are so young that a turn may be at work on them."""
        with self._alone(), self._engine.begin() as connection:
            self._vault.keep_only(digests(connection), now - timedelta(hours=1))

    def seal_anew(self) -> tuple[int, int]:
        """Seal all texts and files by the newest key; gives how many of each. Raises StorageProblem, WrongKey."""
        with self._alone(), self._engine.begin() as connection:
            texts = resealing.seal_anew(connection)
        return texts, self._vault.seal_anew()

    def serves_alone(self) -> bool:
        """Whether no other process serves from here; from now on others know that we do."""
        return self._presence.enter()

    def close(self) -> None:
        """Let go of the file; what was in memory alone is gone, and the files that belonged to it."""
        self._presence.leave()
        if self._together:
            self._together.close()
        self._engine.dispose()
        self._vault.close()

    def _alone(self) -> AbstractContextManager[None]:
        return self._together.alone() if self._together else nullcontext()
