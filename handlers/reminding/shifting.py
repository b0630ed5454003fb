"""A schedule changed in part: so much later, or without one of its days or hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from handlers.reminding.occurring import falls_on
from nlu.reminding.fewer import less
from nlu.reminding.schedule import Schedule

DAY = 24 * 60  # minutes
NOON = 12
ANY_DAY = date(2000, 1, 1)


def shifted(schedule: Schedule, minutes: int) -> Schedule | None:
    """The schedule so many minutes later; None where that cannot be said of it (每月15号 two days later)."""
    days, rest = divmod(minutes, DAY)
    if schedule.before:
        return (
            None
            if rest or schedule.workdays
            else replace(schedule, before=tuple(max(each - days, 0) for each in schedule.before))
        )
    if not schedule.recurs:
        return _once_later(schedule, minutes)
    if not rest and schedule.every == "week":
        weekdays = (1 + (day - 1 + days) % 7 for day in schedule.weekdays)
        return replace(schedule, weekdays=tuple(sorted(weekdays)))
    if not rest and schedule.feast:
        return replace(schedule, ahead=schedule.ahead - days)
    later = [datetime.combine(ANY_DAY, hour) + timedelta(minutes=minutes) for hour in schedule.hours]
    same_day = all(each.date() == ANY_DAY for each in later)
    return replace(schedule, times=tuple(each.time() for each in later)) if same_day else None


def _once_later(schedule: Schedule, minutes: int) -> Schedule | None:
    if schedule.start is None:
        return None
    moments = [datetime.combine(schedule.start, hour) + timedelta(minutes=minutes) for hour in schedule.hours]
    if len({moment.date() for moment in moments}) > 1:
        return None
    named = schedule.times or minutes % DAY
    return replace(schedule, start=moments[0].date(), times=tuple(each.time() for each in moments) if named else ())


def again(old: Schedule, said: Schedule | None) -> Schedule | None:
    """每周三的改成周四: of what comes every week or month a weekday or day alone changes just that."""
    if said is None or said.recurs or old.ordinal or not (said.weekdays or said.days):
        return None
    if old.every == "week" and said.weekdays:
        return replace(old, weekdays=said.weekdays, times=said.times)
    return replace(old, days=said.days, times=said.times) if old.every == "month" and said.days else None


def instead(old: Schedule, gone: Schedule, said: Schedule) -> Schedule | None:
    """把周五换成周六: of several weekdays or days of a month the ones said are replaced; None where it is not so."""
    if old.every == "week" and gone.weekdays and set(gone.weekdays) < set(old.weekdays) and said.weekdays:
        weekdays = {*old.weekdays} - {*gone.weekdays} | {*said.weekdays}
        return replace(old, weekdays=tuple(sorted(weekdays)), times=said.times or old.times)
    if old.every == "month" and gone.days and set(gone.days) < set(old.days) and said.days:
        days = {*old.days} - {*gone.days} | {*said.days}
        return replace(old, days=tuple(sorted(days)), times=said.times or old.times)
    return None


def without(schedule: Schedule, said: Schedule) -> Schedule | None:
    """What is left of a schedule without the days or hours said; None where nothing or nothing less is left."""
    if said.start and not said.recurs and not said.times and falls_on(schedule, said.start):
        return replace(schedule, but=(*schedule.but, said.start))
    weekdays = tuple(day for day in schedule.weekdays if day not in said.weekdays)
    days = tuple(day for day in schedule.days if day not in said.days)
    gone = hours_meant(schedule, said)
    times = tuple(hour for hour in schedule.times if hour not in gone)
    if said.no_holidays or (schedule.every == "day" and said.weekdays):
        return less(schedule, said)
    if schedule.recurs and said.weekdays and 0 < len(weekdays) < len(schedule.weekdays):
        return replace(schedule, weekdays=weekdays)
    if schedule.recurs and said.days and 0 < len(days) < len(schedule.days):
        return replace(schedule, days=days)
    return replace(schedule, times=times) if 0 < len(times) < len(schedule.times) else None


def hours_meant(schedule: Schedule, said: Schedule) -> tuple[time, ...]:
    """Those of its hours that were said; 早上那个 is the only one of the morning."""
    if exact := tuple(hour for hour in schedule.hours if hour in said.times):
        return exact
    near = tuple(hour for hour in schedule.hours for other in said.times if (hour.hour < NOON) == (other.hour < NOON))
    return near if len(near) == 1 else ()
