"""From what was said to what is kept: relative times get day and hour, a day that has passed the next such one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from handlers.reminding.deadlines import Deadline, deadline_in
from handlers.reminding.occurring import due_times, local
from nlu.reminding.months import next_of_months
from nlu.reminding.schedule import USUAL, Order, Schedule

SHOWN = 3  # due times of what recurs, for the person to check
MONDAY = (1,)  # of a week without a day
HALF_DAY = timedelta(hours=12)
YEARS_OF_DEADLINES = 3


def fixed(order: Order, now: datetime, timezone: str) -> Schedule | None:
    """The order's schedule as it is kept; None without one. What happens once may still turn out to be past."""
    schedule, here = order.schedule, local(now, timezone)
    if schedule is None:
        return None
    if order.clock_only:
        return _next_hour(schedule, here, loose=order.loose)
    return _recurring(schedule, now, timezone) if schedule.recurs else _once(schedule, here, now, timezone)


def _once(schedule: Schedule, here: datetime, now: datetime, timezone: str) -> Schedule:
    if schedule.minutes is not None:
        then = local(now + timedelta(minutes=schedule.minutes), timezone)
        return Schedule(start=then.date(), times=(then.time().replace(second=0, microsecond=0, tzinfo=None),))
    if schedule.workdays is not None and not schedule.before:
        return replace(schedule, start=schedule.start or here.date())
    if schedule.start is not None:
        return Schedule(start=_still_to_come(schedule, here), times=schedule.times)
    return schedule


def _recurring(schedule: Schedule, now: datetime, timezone: str) -> Schedule:
    if schedule.count:
        schedule = _counted_out(schedule, now, timezone)
    if schedule.every in {"week", "month"} and schedule.step > 1:
        first = next(due_times(replace(schedule, step=1, start=None), now, timezone), None)
        return replace(schedule, start=local(first, timezone).date()) if first else schedule
    return schedule


def _counted_out(schedule: Schedule, now: datetime, timezone: str) -> Schedule:
    """With the day on which it has come so many times."""
    days = dict.fromkeys(local(moment, timezone).date() for moment in _first(schedule, now, timezone))
    return replace(schedule, count=0, until=list(days)[-1] if days else schedule.until)


def _first(schedule: Schedule, now: datetime, timezone: str) -> Iterator[datetime]:
    return islice(due_times(schedule, now, timezone), schedule.count * len(schedule.hours))


def _next_hour(schedule: Schedule, here: datetime, *, loose: bool) -> Schedule:
    """The next such hour: this evening's where 8点 was said at ten, else tomorrow's."""
    start, hour = schedule.start or here.date(), schedule.hours[0]
    then = datetime.combine(start, hour)
    for moment in (then, *((then + HALF_DAY,) if loose else ()), then + timedelta(days=1)):
        if moment > here.replace(tzinfo=None):
            return Schedule(start=moment.date(), times=(moment.time(),))
    return Schedule(start=start, times=schedule.times)


def _still_to_come(schedule: Schedule, here: datetime) -> date:
    """The day, or the next such weekday or day of a month where its hour has passed today."""
    start = schedule.start
    assert start is not None
    if datetime.combine(start, schedule.hours[-1]) > here.replace(tzinfo=None):
        return start
    if schedule.weekdays:
        return start + timedelta(days=7)
    return (next_of_months(schedule.days[0], start + timedelta(days=1)) if schedule.days else None) or start


def comings(schedule: Schedule, now: datetime, timezone: str, deadline: Deadline | None) -> list[datetime]:
    """The next due times, as local times."""
    here = local(now, timezone)
    deadlines = tuple(deadline_in(here.year + ahead, deadline) for ahead in range(-1, YEARS_OF_DEADLINES))
    return [local(moment, timezone) for moment in islice(due_times(schedule, now, timezone, deadlines), SHOWN)]


def moved(old: Schedule, new: Schedule, *, clock_only: bool) -> Schedule:
    """Other times for a reminder: an hour alone leaves its days, a day alone its hour."""
    if clock_only:
        return replace(old, times=new.times)
    if old.every == new.every == "week" and new.weekdays == MONDAY and new.step != old.step:  # 改成两周一次
        new = replace(new, weekdays=old.weekdays)
    if new.times:
        return new
    kept: tuple[time, ...] = () if old.hours == (USUAL,) else old.times
    return replace(new, times=kept)
