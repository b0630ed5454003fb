"""When to remind, as it was said: once or again and again, by the calendar, by working days, or before a deadline.

Nothing here knows holidays or deadlines; `handlers.reminding.occurring` turns a schedule into instants.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

USUAL = time(9)  # a date without an hour means 09:00


@dataclass(frozen=True, slots=True)
class Schedule:
    """`every`: once, day, week, month, year, or workday. `step`: every so many of them, counted from `start`.

    Which days: `weekdays` (1 Monday to 7), `months`, `days` of a month (−1 its last one, −3 two days before that),
    `ordinal` the how-manieth (−1 the last) working day of a month, or such a weekday where `weekdays` names one.
    `start` is the day of what happens once; its `weekdays` or `days` are then what was said of it, so that the next
    such day can be taken where it has passed. `until` the last day, `count` after how many days it is over.
    `feast` is one that falls on another day each year, `ahead` so many days before it (after it where negative);
    `no_holidays` leaves out the days that are off by law, `but` those days. `before` are days ahead of the deadline,
    0 the day itself. `times` are the hours that were named, none: USUAL. `minutes` from the moment of saying wins over
    all; `workdays` are so many working days (backwards where negative) from `start`, else from the deadline of
    `before`, else from the day of saying.
    """

    every: str = "once"
    step: int = 1
    weekdays: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    ordinal: int | None = None
    start: date | None = None
    until: date | None = None
    count: int = 0
    feast: str = ""
    ahead: int = 0
    no_holidays: bool = False
    but: tuple[date, ...] = ()
    before: tuple[int, ...] = ()
    times: tuple[time, ...] = ()
    minutes: int | None = None
    workdays: int | None = None

    @property
    def recurs(self) -> bool:
        return self.every != "once"

    @property
    def hours(self) -> tuple[time, ...]:
        """The times of day, in order."""
        return tuple(sorted(self.times)) or (USUAL,)


@dataclass(frozen=True, slots=True)
class Order:
    """What was said about reminders. `act`: add, digest, also, limit, list, cancel, move, snooze, stop, resume,
    quiet.

    `text` is what to remind of (empty: of the missing hours), or words of the reminder that is meant; `numbers` are
    places in the listing (−1 the last), `meant` its time, `digest` that it is the progress. `schedule` None where
    no time was understood, `odd` what stood there instead; `clock_only`: an hour without a day, the next such hour,
    of the morning or of the evening where it is `loose`. `more` are further times where several were said, `shift` so
    many minutes later (earlier where negative) than they are, `every`: all that fit, `sure`: said to
    be a correction.
    """

    act: str
    text: str = ""
    schedule: Schedule | None = None
    numbers: tuple[int, ...] = ()
    meant: Schedule | None = None
    digest: bool = False
    odd: str = ""
    clock_only: bool = False
    loose: bool = False
    more: tuple[Schedule, ...] = ()
    shift: int = 0
    every: bool = False
    sure: bool = False
