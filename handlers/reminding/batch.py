"""What a batch of claimed people is told: everything that is read for it is read for all of them at once."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.message import Reply
from handlers.reminding.calendars import Calendars
from handlers.reminding.composing import message_of, told
from handlers.reminding.deciding import Look, look
from handlers.reminding.dossier import Dossier
from handlers.reminding.illustrating import pictured
from handlers.reminding.occurrence import PLAN, Occurrence, Subject
from handlers.reminding.occurring import due_times
from handlers.reminding.stored import schedule_of
from handlers.reminding.worth import is_worth
from policies.facts import Fact
from policies.library import Library
from policies.quickest import Quickest
from storage import Profile, Turn
from storage.due import Due, Settled
from storage.reminders import Reminder

AFTER_FAILURE = timedelta(hours=1)
PICTURES = 10  # drawn in one transaction; it takes a tenth of a second each, and others wait meanwhile
logger = logging.getLogger(__name__)


class Batch:
    """Decides; what it works out for one person serves the others of the same tick."""

    def __init__(self, library: Library, timezone: str, now: datetime) -> None:
        self._library, self._timezone, self._now = library, timezone, now
        self._calendars, self._quickest = Calendars(library), Quickest(library)

    def decided(self, turn: Turn, claimed: Sequence[Due]) -> list[Reply]:
        """What the claimed people are told; their claims end with it. Those whose pictures would take too long stay
        claimed by nobody, and are due as before."""
        accounts = [one.account for one in claimed]
        subjects = dict(self._subjects(turn, claimed))
        before = turn.due.told(accounts)
        looks = {
            each: look(subjects[each], self._calendars, before.get(each, frozenset()), self._now) for each in accounts
        }
        claimed = within_reach(claimed, looks)
        facts = turn.dossiers.facts([one.account for one in claimed if looks[one.account].ripe])
        replies: list[Reply] = []
        settled: list[Settled] = []
        for one in claimed:
            reply, result = self._one(one, subjects[one.account], looks[one.account], facts.get(one.account, ()))
            if reply is not None and result.pictured:
                reply = replace(
                    reply, files=pictured(turn, one.user, self._library, self._now, subjects[one.account].timezone)
                )
            settled.append(result)
            replies += [reply] if reply else []
        turn.due.settle(settled)
        return replies

    def _subjects(self, turn: Turn, claimed: Sequence[Due]) -> Iterator[tuple[int, Subject]]:
        accounts = [one.account for one in claimed]
        profiles, reminders = turn.dossiers.profiles(accounts), turn.dossiers.reminders(accounts)
        for one in claimed:
            yield one.account, self._subject(one, profiles[one.account], reminders.get(one.account, ()))

    def _subject(self, one: Due, profile: Profile, reminders: tuple[Reminder, ...]) -> Subject:
        effects = profile.effects
        return Subject(
            person=profile.person(),
            timezone=profile.timezone or self._timezone,
            since=max(one.since, one.first_seen),
            deadline=effects.deadline,
            plan=PLAN if effects.reminders is None else effects.reminders,
            aims_senior=profile.ever_aimed_at("senior"),
            reminders=reminders,
            stopped=one.stopped,
            snoozed_until=one.snoozed_until,
        )

    def _one(self, one: Due, subject: Subject, found: Look, facts: tuple[Fact, ...]) -> tuple[Reply | None, Settled]:
        """The message for one person, if there is any point in one. What goes wrong with one is not the others' loss:
        they are looked at again later."""
        dossier = Dossier(one.user, subject, facts, self._library, self._quickest, self._now, one.first_seen)
        try:
            worth = tuple(each for each in found.ripe if is_worth(each, dossier))
            reply = message_of(dossier, worth) if worth else None
        except Exception:
            logger.exception("a reminder could not be decided")
            return None, Settled(one.account, one.since, self._now + AFTER_FAILURE)
        pictures = any(each.kind == "digest" for each in worth) and bool(subject.person.stays)
        over = tuple(sorted({each.reminder.id for each in found.ripe if self._is_over(each, subject)}))  # type: ignore[union-attr]
        return reply, Settled(one.account, found.until, found.next, told(worth), over, pictures)

    def _is_over(self, one: Occurrence, subject: Subject) -> bool:
        """Whether a reminder of one's own comes no more."""
        if one.reminder is None:
            return False
        schedule = schedule_of(one.reminder.schedule)
        return not schedule.before and next(due_times(schedule, self._now, subject.timezone), None) is None


def within_reach(claimed: Sequence[Due], looks: Mapping[int, Look]) -> Sequence[Due]:
    """As many of them as have pictures that can be drawn at a time."""
    pictures = 0
    for place, one in enumerate(claimed):
        pictures += any(each.kind == "digest" for each in looks[one.account].ripe)
        if pictures > PICTURES:
            return claimed[:place]
    return claimed
