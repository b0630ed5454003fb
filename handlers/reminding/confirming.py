"""What was understood of a reminder, shown to be checked: when it is due next, and how to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.message import LONGEST_DATA, Button
from handlers.reminding.deciding import MORNING, NIGHT
from handlers.reminding.fixing import SHOWN, comings
from handlers.reminding.occurring import local
from handlers.reminding.workdays import announced
from handlers.say import Rows, Say
from handlers.scene import Scene
from handlers.wording import reminders as say
from handlers.wording import schedules
from nlu.reading import Intent
from nlu.reminding.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Kept:
    """A reminder of that number, with its next due times as local times."""

    number: int
    schedule: Schedule
    times: list[datetime]


def next_times(scene: Scene, schedule: Schedule) -> list[datetime]:
    """The next due times of a schedule, as this person's local times."""
    return comings(schedule, scene.message.now, scene.timezone, scene.profile.effects.deadline)


def confirmed(scene: Scene, text: str, kept: Sequence[Kept]) -> Say:
    """`text` and what there is to know of these reminders; of what recurs the next due times."""
    notes = [text, *_coming(scene, kept), *_notes(kept)]
    return Say("\n".join(notes), cancel_rows(kept, local(scene.message.now, scene.timezone)), intent=Intent.REMIND)


def _coming(scene: Scene, kept: Sequence[Kept]) -> list[str]:
    recurring = [one for one in kept if one.schedule.recurs or one.schedule.before]
    if not recurring:
        return []
    here = local(scene.message.now, scene.timezone)
    times = sorted(moment for one in kept for moment in one.times)[:SHOWN]
    return [say.NEXT.format(times="、".join(schedules.moment(each, here) for each in times))]


def _notes(kept: Sequence[Kept]) -> list[str]:
    """That an hour of the night is kept, and that working days of a year that is not announced are a guess."""
    hours = [hour for one in kept for hour in one.schedule.times]
    guessed = [each.year for one in kept if by_workdays(one.schedule) for each in one.times if not announced(each.year)]
    night = [] if all(MORNING <= hour < NIGHT for hour in hours) else [say.NIGHT]
    return night + ([say.NO_WORKDAYS.format(year=guessed[0])] if guessed else [])


def by_workdays(schedule: Schedule) -> bool:
    """Whether its days depend on which days are worked."""
    in_month = schedule.ordinal is not None and not schedule.weekdays
    return schedule.every == "workday" or schedule.no_holidays or schedule.workdays is not None or in_month


def when_text(schedule: Schedule, times: list[datetime], here: datetime) -> str:
    """Once: that moment; else the rule."""
    if (schedule.recurs and len(times) > 1) or schedule.before:
        return schedules.schedule_text(schedule)
    return "、".join(schedules.moment(each, here) for each in times)


def listed(kept: Sequence[Kept], here: datetime) -> str:
    """The times of several reminders, a line each."""
    return "\n".join(f"{place}. {when_text(one.schedule, one.times, here)}" for place, one in enumerate(kept, 1))


def cancel_rows(kept: Sequence[Kept], here: datetime) -> Rows:
    """A button for each of a few of them, and one for all, where it can hold their numbers."""
    numbers = [one.number for one in kept]
    if len(kept) == 1:
        return ((Button(say.CANCEL, f"r:{numbers[0]}:stop"),),)
    rows = tuple(
        (Button(say.CANCEL_ONE.format(when=_short(one, here)), f"r:{one.number}:stop"),) for one in kept[: say.BUTTONS]
    )
    everyone = f"r:{','.join(map(str, numbers))}:stop"
    return (*rows, (Button(say.CANCEL_ALL, everyone),)) if len(everyone) <= LONGEST_DATA else rows


def _short(one: Kept, here: datetime) -> str:
    if one.schedule.recurs:
        return when_text(one.schedule, one.times, here)
    return schedules.moment(one.times[0], here)
