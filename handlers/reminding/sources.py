"""Where due times come from: the plan before the deadline, the documents' calendars, January, one's own reminders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from handlers.reminding.calendars import Calendars
from handlers.reminding.deadlines import deadline_in
from handlers.reminding.occurrence import Occurrence, Subject
from handlers.reminding.occurring import due_times, instant, local
from handlers.reminding.stored import schedule_of
from nlu.reminding.schedule import USUAL
from storage.reminders import Reminder

SUMMARY = (1, 10)  # the day in January on which the year that ended is summed up
SUMMARY_UNTIL = (2, 28)


def occurrences(subject: Subject, calendars: Calendars, now: datetime) -> Iterator[Iterator[Occurrence]]:
    """Each source's due times later than `since`, in order, as far as they may be of interest now and next."""
    if subject.person.stays and not subject.stopped:
        years = range(local(subject.since, subject.timezone).year - 1, local(now, subject.timezone).year + 2)
        yield _later(subject, planned(subject, years))
        yield _later(subject, (each for year in years for each in calendars.of(subject, year)))
        yield _later(subject, (summary(year, subject.timezone) for year in years))
        if subject.snoozed_until is not None:
            yield _later(subject, iter((snoozed(subject, subject.snoozed_until, now),)))
    for reminder in subject.reminders:
        if not reminder.paused:
            yield asked_for(subject, reminder, range(subject.since.year, now.year + 3))


def _later(subject: Subject, found: Iterator[Occurrence]) -> Iterator[Occurrence]:
    return (each for each in found if each.due > subject.since)


def planned(subject: Subject, years: range) -> Iterator[Occurrence]:
    """The plan before each year's deadline."""
    for year in years:
        yield from _plan(deadline_in(year, subject.deadline), year, subject.plan, subject.timezone)


@lru_cache(maxsize=1024)
def _plan(deadline: date, year: int, plan: tuple[int, ...], timezone: str) -> tuple[Occurrence, ...]:
    return tuple(
        Occurrence(
            f"plan/{deadline}/{before}",
            instant(deadline - timedelta(days=before), USUAL, timezone),
            "plan",
            year,
            max(date(year, 12, 31), deadline),
            deadline=deadline,
        )
        for before in sorted(plan, reverse=True)
    )


@lru_cache(maxsize=256)
def summary(year: int, timezone: str) -> Occurrence:
    """The summing up of the year before."""
    day = date(year, *SUMMARY)
    return Occurrence(
        f"summary/{year - 1}", instant(day, USUAL, timezone), "summary", year - 1, date(year, *SUMMARY_UNTIL)
    )


def snoozed(subject: Subject, until: datetime, now: datetime) -> Occurrence:
    """What was put off."""
    year = local(now, subject.timezone).year
    return Occurrence(
        f"snooze/{until.isoformat()}", until, "snooze", year, deadline=deadline_in(year, subject.deadline)
    )


def asked_for(subject: Subject, reminder: Reminder, years: range) -> Iterator[Occurrence]:
    """One's own reminder."""
    schedule = schedule_of(reminder.schedule)
    deadlines = tuple(deadline_in(year, subject.deadline) for year in years) if schedule.before else ()
    since = max(subject.since, reminder.since)
    for due in due_times(schedule, since, subject.timezone, deadlines):
        here = local(due, subject.timezone)
        yield Occurrence(
            f"own/{reminder.id}/{here:%Y-%m-%dT%H:%M}",
            due,
            reminder.kind,
            here.year,
            named=bool(schedule.times),
            deadline=deadline_in(here.year, subject.deadline),
            reminder=reminder,
        )
