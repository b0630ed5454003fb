"""What becomes of a person's due times now: told, held until the night or a snooze is over, or still to come."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from handlers.reminding.calendars import Calendars
from handlers.reminding.occurrence import Occurrence, Subject
from handlers.reminding.occurring import instant, local
from handlers.reminding.sources import occurrences

MORNING, NIGHT = time(8), time(22)  # nothing goes out between them but at an hour that the person named
NEAR = timedelta(hours=1)  # a named hour of the night still counts so much later
INSTANT_BEFORE = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Look:
    """What is found when a person is looked at: what may be told now, what is decided up to, when to look again."""

    ripe: tuple[Occurrence, ...]
    until: datetime
    next: datetime | None


def look(subject: Subject, calendars: Calendars, told: Set[str], now: datetime) -> Look:
    """Sort a person's due times; those in `told` went out before."""
    due: list[Occurrence] = []
    coming: list[datetime] = []
    for source in occurrences(subject, calendars, now):
        for one in _not_told(source, told):
            if one.due > now:
                coming.append(one.due)
                break
            due.append(one)
    ripe = tuple(one for one in due if wait(one, subject, now) is None)
    held = [one for one in due if wait(one, subject, now) is not None]
    coming += [moment for one in held if (moment := wait(one, subject, now))]
    until = min((one.due - INSTANT_BEFORE for one in held), default=now)
    return Look(ripe, until, min(coming, default=None))


def _not_told(source: Iterator[Occurrence], told: Set[str]) -> Iterator[Occurrence]:
    return (one for one in source if one.key not in told)


def wait(one: Occurrence, subject: Subject, now: datetime) -> datetime | None:
    """Until when something due must wait; None where it may go out."""
    if not one.own and subject.snoozed_until is not None and now < subject.snoozed_until:
        return subject.snoozed_until
    here = local(now, subject.timezone)
    if MORNING <= here.time() < NIGHT or (one.named and now - one.due < NEAR):
        return None
    day = here.date() if here.time() < MORNING else here.date() + timedelta(days=1)
    return instant(day, MORNING, subject.timezone)
