"""A reminder gets other times, comes a while later, or is put off."""

from __future__ import annotations

from datetime import datetime

from handlers.reminding.adding import add, ask_when, unreachable
from handlers.reminding.confirming import Kept, confirmed, listed, next_times, when_text
from handlers.reminding.deadlines import deadline_in
from handlers.reminding.fixing import comings, fixed, moved
from handlers.reminding.occurring import local
from handlers.reminding.shifting import again, instead, shifted
from handlers.reminding.stored import schedule_of, schedule_text
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import ToRemind
from handlers.wording import reminders as say
from handlers.wording import schedules
from handlers.wording.figures import month_day
from nlu.reading import Intent
from nlu.reminding.schedule import Order, Schedule
from storage.reminders import Reminder


def move(scene: Scene, reminder: Reminder, order: Order) -> Say:
    """Other times for one of them; asks where none was understood."""
    waits, schedule = ToRemind(reminder.kind, reminder.text, reminder.id), _moved(scene, reminder, order)
    if schedule is None:
        return ask_when(scene, waits, say.when_question(order.odd, reminder.text))
    if not next_times(scene, schedule):
        return ask_when(scene, waits, unreachable(scene, schedule))
    return change(scene, reminder, schedule)


def move_all(scene: Scene, reminders: list[Reminder], order: Order) -> Say:
    """The same change for several; asks where one of them cannot be changed so."""
    changed = [(each, _moved(scene, each, order)) for each in reminders]
    kept = [Kept(each.id, new, times) for each, new in changed if new and (times := next_times(scene, new))]
    if len(kept) < len(changed):
        return Say(say.WHEN.format(text=""), intent=Intent.REMIND)
    for one in kept:
        scene.reminders.move(one.number, schedule_text(one.schedule))
    scene.remember(last_reminders=tuple(one.number for one in kept), asked=None, to_remind=None)
    here = local(scene.message.now, scene.timezone)
    return confirmed(scene, f"{say.MOVED_SEVERAL.format(count=len(kept))}\n{listed(kept, here)}", kept)


def _moved(scene: Scene, reminder: Reminder, order: Order) -> Schedule | None:
    """Its new schedule; None where none was understood."""
    old = schedule_of(reminder.schedule)
    if order.shift:
        return shifted(old, order.shift)
    new = fixed(order, scene.message.now, scene.timezone)
    if new is None:
        return None
    like = order.meant and order.schedule and instead(old, order.meant, order.schedule)
    schedule = moved(old, like or again(old, order.schedule) or new, clock_only=order.clock_only)
    return schedule if next_times(scene, schedule) or not order.clock_only else new


def change(scene: Scene, reminder: Reminder, schedule: Schedule) -> Say:
    """Keep it with that schedule, which comes again."""
    old, times = schedule_of(reminder.schedule), next_times(scene, schedule)
    scene.reminders.move(reminder.id, schedule_text(schedule))
    scene.remember(last_reminders=(reminder.id,), asked=None, to_remind=None)
    when = when_text(schedule, times, local(scene.message.now, scene.timezone))
    text = say.MOVED.format(when=when, text=f"：{say.text_of(reminder.kind, reminder.text)}")
    if old.recurs and not schedule.recurs:
        text += "\n" + say.NO_MORE.format(when=schedules.schedule_text(old))
    return confirmed(scene, text, [Kept(reminder.id, schedule, times)])


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
