"""A reminder that somebody asks for, put off, or moves: understood, shown with its next due times, kept."""

from __future__ import annotations

from datetime import datetime

from handlers.asking import put_question
from handlers.drafts import Need
from handlers.message import Button
from handlers.reminding.deadlines import deadline_in
from handlers.reminding.deciding import MORNING, NIGHT
from handlers.reminding.fixing import comings, fixed, moved
from handlers.reminding.occurring import local
from handlers.reminding.stored import schedule_of, schedule_text
from handlers.reminding.workdays import announced
from handlers.say import Rows, Say
from handlers.scene import Scene
from handlers.state import ToRemind
from handlers.wording import reminders as say
from handlers.wording import schedules
from handlers.wording.figures import month_day
from nlu.reading import Intent
from nlu.reminding.schedule import Order, Schedule
from storage.reminders import Reminder

ABOUT = "remind"  # the open question: when


def add(scene: Scene, order: Order) -> Say:
    """A new one; asks when no time was understood."""
    kind = "digest" if order.act == "digest" else "own"
    schedule = fixed(order, scene.message.now, scene.timezone)
    if schedule is None:
        return ask_when(scene, ToRemind(kind, order.text), say.when_question(order.odd, order.text))
    times = comings(schedule, scene.message.now, scene.timezone, scene.profile.effects.deadline)
    if not times:
        return ask_when(scene, ToRemind(kind, order.text), unreachable(scene, schedule))
    number = scene.reminders.add(kind, order.text, schedule_text(schedule))
    scene.remember(last_reminder=number, asked=None, to_remind=None)
    return confirmed(scene, number, say.added_text(kind, order.text, when_text(schedule, times)), schedule, times)


def move(scene: Scene, reminder: Reminder, order: Order) -> Say:
    """Other times for one of them; asks where none was understood."""
    new = fixed(order, scene.message.now, scene.timezone)
    waits = ToRemind(reminder.kind, reminder.text, reminder.id)
    if new is None:
        return ask_when(scene, waits, say.when_question(order.odd, reminder.text))
    schedule = moved(schedule_of(reminder.schedule), new, clock_only=order.clock_only)
    times = comings(schedule, scene.message.now, scene.timezone, scene.profile.effects.deadline)
    if not times and order.clock_only:
        schedule, times = new, comings(new, scene.message.now, scene.timezone, None)
    if not times:
        return ask_when(scene, waits, unreachable(scene, schedule))
    scene.reminders.move(reminder.id, schedule_text(schedule))
    scene.remember(last_reminder=reminder.id, asked=None, to_remind=None)
    text = say.MOVED.format(when=when_text(schedule, times), text=f"：{say.text_of(reminder.kind, reminder.text)}")
    return confirmed(scene, reminder.id, text, schedule, times)


def ask_when(scene: Scene, waits: ToRemind, question: str) -> Say:
    scene.remember(to_remind=waits)
    return put_question(scene, Need(ABOUT, "when", question), question, Intent.REMIND)


def unreachable(scene: Scene, schedule: Schedule) -> str:
    """Why a time never comes: it is past, or there is no such day."""
    if schedule.recurs or schedule.start is None:
        return say.NEVER
    then = datetime.combine(schedule.start, schedule.hours[-1])
    return say.PAST.format(when=schedules.moment(then, local(scene.message.now, scene.timezone)))


def confirmed(scene: Scene, number: int, text: str, schedule: Schedule, times: list[datetime]) -> Say:
    """What was understood; of what recurs the next due times, to be checked."""
    here = local(scene.message.now, scene.timezone)
    lines = [text]
    if schedule.recurs or schedule.before:
        lines.append(say.NEXT.format(times="、".join(schedules.moment(each, here) for each in times)))
    if schedule.times and not all(MORNING <= hour < NIGHT for hour in schedule.times):
        lines.append(say.NIGHT)
    guessed = [each.year for each in times if not announced(each.year)] if by_workdays(schedule) else []
    lines += [say.NO_WORKDAYS.format(year=guessed[0])] if guessed else []
    return Say("\n".join(lines), cancel_row(number), intent=Intent.REMIND)


def by_workdays(schedule: Schedule) -> bool:
    return schedule.every == "workday" or (schedule.ordinal is not None and not schedule.weekdays)


def when_text(schedule: Schedule, times: list[datetime]) -> str:
    """Once: that moment; else the rule."""
    if schedule.recurs and len(times) > 1:
        return schedules.schedule_text(schedule)
    if schedule.before:
        return schedules.schedule_text(schedule)
    return "、".join(schedules.moment(each, times[0]) for each in times)


def cancel_row(number: int) -> Rows:
    return ((Button(say.CANCEL, f"r:{number}:stop"),),)


def snooze(scene: Scene, order: Order) -> Say:
    """Nothing of the plan before then; with nothing to put off it is a reminder of the missing hours."""
    schedule = fixed(order, scene.message.now, scene.timezone)
    times = comings(schedule, scene.message.now, scene.timezone, None) if schedule else []
    if not times:
        return add(scene, order)
    return snooze_until(scene, times[0])


def snooze_until(scene: Scene, then: datetime) -> Say:
    """Put off until a local time."""
    scene.reminders.snooze(then)
    here = local(scene.message.now, scene.timezone)
    lines = [say.SNOOZED.format(when=schedules.moment(then, here))]
    deadline = deadline_in(here.year, scene.profile.effects.deadline)
    if scene.place is not None and scene.statement(here.year).balance.complete:
        lines.append(say.COMPLETE.format(year=here.year))
    elif then.date() > deadline:
        lines.append(say.SNOOZED_LATE.format(deadline=month_day(deadline)))
    return Say("\n".join(lines), intent=Intent.REMIND)
