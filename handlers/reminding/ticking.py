"""A tick: whoever is due is claimed in batches, each batch one transaction that decides, tells and moves on.

A process that is killed leaves its batch as it was for the next one; what was committed is in the outbox or was given
back. Several processes may tick at once: on a server each passes over what another holds, SQLite lets one at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.message import Reply
from handlers.posting import Clock, lay_down_all
from handlers.reminding.batch import Batch
from policies.library import Library
from storage import Database, Turn

BATCH = 1000  # people that are claimed at a time
Deliver = Callable[[Turn, Sequence[Reply]], None]


@dataclass(frozen=True, slots=True)
class Ticker:
    """What ticks need: the database, the documents, the time zone of those who named none."""

    database: Database
    library: Library
    timezone: str

    def tick(self, now: datetime, deliver: Deliver | None = None) -> Iterator[Reply]:
        """All that is due. With `deliver` it is handed over in the transaction that decides it; else it is for whoever
        iterates to bring it to its people."""
        for replies in self.batches(now, deliver):
            yield from replies

    def batches(self, now: datetime, deliver: Deliver | None = None) -> Iterator[Sequence[Reply]]:
        """The same, batch by batch, each when it is committed."""
        batch = Batch(self.library, self.timezone, now)
        with self.database.turn(now) as turn:
            turn.due.heed_clock()
        while True:
            with self.database.turn(now) as turn:
                claimed = turn.due.claim(BATCH)
                replies = batch.decided(turn, claimed) if claimed else []
                if deliver is not None and replies:
                    deliver(turn, replies)
            if not claimed:
                return
            yield replies


def tick_into_outbox(ticker: Ticker, now: datetime, clock: Clock) -> int:
    """Lay all that is due into the outbox; how many reminders that were."""

    def deliver(turn: Turn, replies: Sequence[Reply]) -> None:
        lay_down_all(turn.outbox, replies, clock)

    return sum(len(replies) for replies in ticker.batches(now, deliver))
