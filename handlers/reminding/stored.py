"""Schedules as JSON and back; pydantic does the work, as it does for a dialogue's memory."""

from __future__ import annotations

from functools import cache, lru_cache

from pydantic import TypeAdapter

from nlu.reminding.schedule import Schedule


@cache
def _adapter() -> TypeAdapter[Schedule]:
    return TypeAdapter(Schedule)


@lru_cache(maxsize=4096)
def schedule_of(text: str) -> Schedule:
    """The schedule that `schedule_text` wrote. Pure, and the same few are read tick after tick: hence the cache."""
    return _adapter().validate_json(text)


def schedule_text(schedule: Schedule) -> str:
    """A schedule as the text of one column, without what is as usual."""
    return _adapter().dump_json(schedule, exclude_defaults=True).decode()
