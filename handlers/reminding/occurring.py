"""From a schedule to due times: local days first, then the hour, then the instant in the person's time zone."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain
from zoneinfo import ZoneInfo

from handlers.reminding.workdays import is_day_off, is_working_day, working_day, working_days_after
from nlu.reminding.feasts import days_of as days_of_feast
from nlu.reminding.schedule import Schedule

LOOKED_AHEAD = 366 * 5  # days; what does not come within five years never comes (31 February)
LAST_DAY = date(9999, 1, 1).toordinal()
ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=8192)
def instant(day: date, hour: time, timezone: str) -> datetime:
    """That local time as an instant. One that a clock change leaves out comes as much later, one that comes twice is
    the first."""
    return datetime.combine(day, hour, ZoneInfo(timezone)).astimezone(UTC)


def local(moment: datetime, timezone: str) -> datetime:
    return moment.astimezone(ZoneInfo(timezone))


def days_of(schedule: Schedule, since: date, deadlines: tuple[date, ...] = ()) -> Iterator[date]:
    """The days that a schedule names from `since` on, in order; `deadlines` are those that `before` counts from."""
    days: Iterator[date]
    if schedule.before:
        ahead = (
            working_days_after(deadline - timedelta(days=before), schedule.workdays or 0)
            for deadline in deadlines
            for before in schedule.before
        )
        days = iter(sorted(day for day in ahead if day >= since))
    elif schedule.every == "once":
        days = (day for day in _once(schedule) if day >= since)
    else:
        first = max(since, schedule.start) if schedule.start else since
        days = (day for day in _onwards(first) if _fits(schedule, day) and not _left_out(schedule, day))
    return (day for day in days if schedule.until is None or day <= schedule.until)


def falls_on(schedule: Schedule, day: date) -> bool:
    """Whether what comes again comes on that day."""
    return schedule.recurs and next(days_of(schedule, day), None) == day


def _once(schedule: Schedule) -> Iterator[date]:
    if schedule.start is not None:
        yield working_days_after(schedule.start, schedule.workdays) if schedule.workdays else schedule.start


def due_times(
    schedule: Schedule, after: datetime, timezone: str, deadlines: tuple[date, ...] = ()
) -> Iterator[datetime]:
    """The instants later than `after`, in order."""
    first = local(after, timezone).date() - ONE_DAY
    each = (
        sorted(instant(day, hour, timezone) for hour in schedule.hours) for day in days_of(schedule, first, deadlines)
    )
    return (moment for moment in chain.from_iterable(each) if moment > after)


def _onwards(first: date) -> Iterator[date]:
    last = min(first.toordinal() + LOOKED_AHEAD, LAST_DAY)
    return (date.fromordinal(day) for day in range(first.toordinal(), last))


def _fits(schedule: Schedule, day: date) -> bool:
    """Whether a recurring schedule names that day."""
    if schedule.feast:
        return day + timedelta(days=schedule.ahead) in days_of_feast(schedule.feast)
    if schedule.every == "day":
        return _in_step(schedule, (day - schedule.start).days if schedule.start else 0)
    if schedule.every == "workday":
        return is_working_day(day)
    if schedule.every == "week":
        weeks = (_monday(day) - _monday(schedule.start)).days // 7 if schedule.start else 0
        return day.isoweekday() in schedule.weekdays and _in_step(schedule, weeks)
    if schedule.every == "year" and not _in_step(schedule, day.year - (schedule.start or day).year):
        return False
    months = (day.year - schedule.start.year) * 12 + day.month - schedule.start.month if schedule.start else 0
    if schedule.every == "month" and not _in_step(schedule, months):
        return False
    return (not schedule.months or day.month in schedule.months) and _in_month(schedule, day)


def _left_out(schedule: Schedule, day: date) -> bool:
    return day in schedule.but or (schedule.no_holidays and is_day_off(day))


def _in_month(schedule: Schedule, day: date) -> bool:
    if schedule.ordinal is None:
        last = monthrange(day.year, day.month)[1]
        # the 31st of a shorter month is its last day
        return any(day.day == (min(each, last) if each > 0 else last + 1 + each) for each in schedule.days)
    if not schedule.weekdays:
        return day == working_day(day.year, day.month, schedule.ordinal)
    return day.isoweekday() in schedule.weekdays and schedule.ordinal in _place_in_month(day)


def _place_in_month(day: date) -> tuple[int, int]:
    """Its place among the same weekdays of the month, from the front and from the back."""
    last = monthrange(day.year, day.month)[1]
    return (day.day - 1) // 7 + 1, -((last - day.day) // 7) - 1


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _in_step(schedule: Schedule, units: int) -> bool:
    return units % schedule.step == 0
