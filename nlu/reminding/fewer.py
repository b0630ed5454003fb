"""What comes again, on fewer days."""

from __future__ import annotations

from dataclasses import replace

from nlu.reminding.schedule import Schedule

_EVERY_DAY = tuple(range(1, 8))
_WEEKEND = {6, 7}


def less(schedule: Schedule, left_out: Schedule) -> Schedule | None:
    """The schedule without the days of another; None where its days are no such ones."""
    gone = set(left_out.weekdays)
    if left_out.no_holidays and schedule.recurs and schedule.every != "workday":
        schedule = replace(schedule, no_holidays=True)
    if not gone or (schedule.every == "workday" and gone <= _WEEKEND):
        return schedule
    every_day = schedule.every == "day" and schedule.step == 1
    left = tuple(day for day in (_EVERY_DAY if every_day else schedule.weekdays) if day not in gone)
    if not left or not (every_day or schedule.every == "week"):
        return None
    return replace(schedule, every="week", weekdays=left)
