"""A tick: whoever is due is claimed in batches, each batch one transaction that decides, tells and moves on.

A process that is killed leaves its batch as it was for the next one; what was committed is in the outbox or was given
back. Several processes may tick at once: on a server each passes over what another holds, SQLite lets one at a time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.message import Reply
from handlers.posting import Clock, lay_down_all
from handlers.reminding.calendars import Calendars
from handlers.reminding.composing import message_of, told
from handlers.reminding.deciding import Look, look
from handlers.reminding.dossier import Dossier
from handlers.reminding.occurrence import PLAN, Subject
from handlers.reminding.worth import is_worth
from policies.facts import Fact
from policies.library import Library
from policies.quickest import Quickest
from storage import Database, Profile, Turn
from storage.due import Due, Settled
from storage.reminders import Reminder

BATCH = 1000
Deliver = Callable[[Turn, Sequence[Reply]], None]
logger = logging.getLogger(__name__)


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
        batch = Batch(self, Calendars(self.library), Quickest(self.library), now)
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


@dataclass(frozen=True, slots=True)
class Batch:
    """How one tick decides."""

    ticker: Ticker
    calendars: Calendars
    quickest: Quickest
    now: datetime

    def decided(self, turn: Turn, claimed: Sequence[Due]) -> list[Reply]:
        """What the claimed people are told; their claims end with it."""
        accounts = [one.account for one in claimed]
        profiles, reminders = turn.dossiers.profiles(accounts), turn.dossiers.reminders(accounts)
        before = turn.due.told(accounts)
        subjects = {
            one.account: self._subject(one, profiles[one.account], reminders.get(one.account, ())) for one in claimed
        }
        looks = {
            account: look(subject, self.calendars, before.get(account, frozenset()), self.now)
            for account, subject in subjects.items()
        }
        facts = turn.dossiers.facts([account for account in accounts if looks[account].ripe])
        replies: list[Reply] = []
        settled: list[Settled] = []
        for one in claimed:
            found = looks[one.account]
            reply, result = self._one(one, subjects[one.account], found, facts.get(one.account, ()))
            settled.append(result)
            replies += [reply] if reply else []
        turn.due.settle(settled)
        return replies

    def _subject(self, one: Due, profile: Profile, reminders: tuple[Reminder, ...]) -> Subject:
        effects = profile.effects
        return Subject(
            person=profile.person(),
            timezone=profile.timezone or self.ticker.timezone,
            since=max(one.since, one.first_seen),
            deadline=effects.deadline,
            plan=PLAN if effects.reminders is None else effects.reminders,
            aims_senior=profile.ever_aimed_at("senior"),
            reminders=reminders,
            stopped=one.stopped,
            snoozed_until=one.snoozed_until,
        )

    def _one(self, one: Due, subject: Subject, found: Look, facts: tuple[Fact, ...]) -> tuple[Reply | None, Settled]:
        """The message for one person, if there is any point in one."""
        dossier = Dossier(one.user, subject, facts, self.ticker.library, self.quickest, self.now, one.first_seen)
        worth = tuple(each for each in found.ripe if is_worth(each, dossier))
        keys = told(worth)
        reply = message_of(dossier, worth) if worth else None
        return reply, Settled(one.account, found.until, found.next, keys)
