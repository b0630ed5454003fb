"""Which of their reminders somebody means: by place in the list, by words, by time."""

from __future__ import annotations

from handlers.reminding.occurring import falls_on
from handlers.reminding.shifting import hours_meant
from handlers.reminding.stored import schedule_of
from handlers.scene import Scene
from nlu.reminding.schedule import Order, Schedule
from storage.reminders import Reminder


def meant(scene: Scene, order: Order) -> list[Reminder]:
    """The reminders that an order means: by place, by words, by time; the last ones where nothing tells."""
    standing, spoken_of = list(scene.reminders.standing()), scene.state.last_reminders
    last = [each for each in standing if each.id in spoken_of]
    if order.numbers == (-1,):
        return last if spoken_of else standing[-1:]
    if order.numbers or order.digest or order.text or order.meant is not None:
        return among(standing, order)
    return standing if len(standing) <= 1 or (order.every and len(last) <= 1) else last or standing


def among(reminders: list[Reminder], order: Order) -> list[Reminder]:
    """Those of some reminders that an order names; none where it names nothing."""
    if order.numbers:
        return [reminders[number - 1] for number in order.numbers if 0 < number <= len(reminders)]
    if order.digest:
        return [each for each in reminders if each.kind == "digest"]
    found = _by_words(reminders, order.text) if order.text else reminders
    if order.meant is None:
        return found if order.text else []
    wanted = [each for each in found if _alike(schedule_of(each.schedule), order.meant)]
    return wanted or (found if order.text else [])


def _by_words(standing: list[Reminder], words: str) -> list[Reminder]:
    """Those whose text has the words, or shares most of their characters."""
    exact = [each for each in standing if words in each.text or (each.text and each.text in words)]
    if exact:
        return exact
    return [each for each in standing if len(set(words) & set(each.text)) * 2 > len(set(words))]


def _alike(schedule: Schedule, said: Schedule) -> bool:
    """Whether a reminder is the one of a time: the parts that were said are its own."""
    pairs = ((said.weekdays, schedule.weekdays), (said.days, schedule.days), (said.months, schedule.months))
    if said.times and not hours_meant(schedule, said):
        return False
    if schedule.recurs and not said.recurs:  # 周三那次: one day of what comes every week
        if said.start and not said.times and falls_on(schedule, said.start):
            return True
        return any(wanted and set(wanted) <= set(own) for wanted, own in pairs) or bool(said.times)
    if schedule.start and not (schedule.recurs or said.recurs) and (said.days or said.weekdays):
        return schedule.start.day in said.days or schedule.start.isoweekday() in said.weekdays
    once = said.recurs or said.start is None or said.start == schedule.start
    kind = not said.recurs or said.every == schedule.every
    return once and kind and all(not wanted or set(wanted) <= set(own) for wanted, own in pairs if said.recurs or own)


def by_number(scene: Scene, number: int | None) -> Reminder | None:
    """The standing reminder of that number in the database."""
    return next((each for each in scene.reminders.standing() if each.id == number), None)
