"""The buttons under a reminder that was sent: done, another day, no more."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.reminding.adding import add
from handlers.reminding.choosing import ended
from handlers.reminding.moving import snooze_until
from handlers.reminding.occurring import instant, local
from handlers.reminding.ordering import stop
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import reminders as say
from nlu.reading import Intent
from nlu.reminding.schedule import USUAL, Order, Schedule

LONGEST = 10  # digits of a number that a database can hold


def pressed(scene: Scene, data: str) -> Say:
    """A reminder's buttons, `r:NUMBER:WHAT`, or several's, `r:NUMBER,NUMBER:stop`; number 0 is the plan."""
    number, _, act = data.partition(":")[2].partition(":")
    if "," in number and act == "stop":
        return all_ended(scene, number)
    reminder = scene.reminders.reminder(int(number)) if number.isdecimal() and len(number) < LONGEST else None
    if number != "0" and reminder is None:
        return Say(say.GONE, intent=Intent.REMIND)
    if act == "done":
        return Say(say.NOTED, intent=Intent.REMIND)
    if act == "stop":
        return ended(scene, [reminder]) if reminder else stop(scene)
    then = _in_the_morning(scene, 1 if act == "day" else 3)
    if reminder is None:
        return snooze_until(scene, then)
    act = "digest" if reminder.kind == "digest" else "add"
    return add(scene, Order(act, reminder.text, Schedule(start=then.date())))


def all_ended(scene: Scene, numbers: str) -> Say:
    """Those of one order, by their numbers."""
    named = set(numbers.split(","))
    found = [each for each in scene.reminders.standing() if str(each.id) in named]
    return ended(scene, found) if found else Say(say.GONE, intent=Intent.REMIND)


def _in_the_morning(scene: Scene, days: int) -> datetime:
    """So many days on, at the usual hour, as a local time."""
    day = local(scene.message.now, scene.timezone).date() + timedelta(days=days)
    return local(instant(day, USUAL, scene.timezone), scene.timezone)
