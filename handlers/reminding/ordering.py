"""What people order about reminders: new ones, a list, changes, an end, some rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce

from handlers.reminding.adding import ABOUT, add, add_like_last
from handlers.reminding.choosing import WHICH, ended, time_text, which
from handlers.reminding.deadlines import deadline_in
from handlers.reminding.meant import by_number, meant
from handlers.reminding.moving import change, move, move_all, snooze
from handlers.reminding.occurrence import PLAN
from handlers.reminding.shifting import without
from handlers.reminding.stored import schedule_of
from handlers.reminding.wanting import order_in
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import reminders as say
from handlers.wording.figures import month_day
from nlu.reading import Intent, Parse
from nlu.reminding.schedule import Order
from storage.reminders import Reminder

OF_ONE = frozenset(
    {"add", "digest", "also", "move", "cancel"}
)  # after these 改到八点 and 不要了 mean the one they were about


def ordered(scene: Scene, parsed: Parse) -> Say:
    """Do what was ordered."""
    from nlu.reminding.messages import orders_apart  # noqa: PLC0415 - only who speaks of reminders needs it
    from nlu.reminding.orders import order_of  # noqa: PLC0415

    several = orders_apart(parsed.text, scene.today)
    if len(several) > 1:
        return reduce(Say.then, (obeyed(scene, order_of(text, scene.today)) for text in several))
    return obeyed(scene, order_in(scene.message.text, parsed, scene.today))


def obeyed(scene: Scene, order: Order) -> Say:
    """Do one thing that was ordered."""
    if scene.state.asked is not None and scene.state.asked.about == WHICH:
        scene.remember(asked=None)
    if order.act not in OF_ONE:
        scene.remember(last_reminders=())
    return ACTS[order.act](scene, order)


def time_given(scene: Scene, parsed: Parse) -> Say | None:
    """The answer to when; None where the message is none."""
    from nlu.reminding.orders import digest_of, reading_of_time  # noqa: PLC0415 - only who is asked needs it

    asked, waits = scene.state.asked, scene.state.to_remind
    if asked is None or asked.about != ABOUT or waits is None or parsed.intent is Intent.REMIND or parsed.reports:
        return None
    if parsed.reply.cancel or parsed.reply.yes is False:
        scene.remember(asked=None, to_remind=None)
        return Say(say.ENDED.format(text=""), intent=Intent.REMIND)
    order = reading_of_time(parsed.text, scene.today)
    if order is None:
        return None
    reminder = by_number(scene, waits.moves) if waits.moves is not None else None
    if reminder is not None:
        return move(scene, reminder, order)
    if waits.kind == "digest":
        return add(scene, replace(digest_of(order, ""), act="digest", text=""))
    return add(scene, replace(order, act="add", text=waits.text))


def listing(scene: Scene, _order: Order) -> Say:
    """All of them with their times, and the plan's."""
    lines = [line_of(scene, number, each) for number, each in enumerate(scene.reminders.standing(), 1)]
    head = [say.LIST_HEAD, *lines] if lines else [say.LIST_NONE]
    if scene.reminders.stopped:
        foot = [say.LIST_STOPPED]
    elif scene.place is not None:
        effects = scene.profile.effects
        deadline = month_day(deadline_in(scene.today.year, effects.deadline))
        days = "、".join(map(str, effects.reminders or PLAN))
        foot = [say.LIST_PLAN.format(deadline=deadline, days=days)]
    else:
        foot = []
    return Say("\n".join([*head, *foot, *([say.LIST_FOOT] if lines else [])]), intent=Intent.REMIND)


def line_of(scene: Scene, number: int, reminder: Reminder) -> str:
    text = say.text_of(reminder.kind, reminder.text) + (say.LIST_PAUSED if reminder.paused else "")
    return say.LIST_LINE.format(number=number, when=time_text(scene, reminder), text=text)


def cancel(scene: Scene, order: Order) -> Say:
    """End those that are meant, or take the day or hour that is meant out of one of them."""
    found = meant(scene, order)
    if not found and order.numbers == (-1,) and not scene.reminders.standing():
        return stop(scene)  # 那个别提醒了, and it is the plan's
    if not found:
        return Say(say.NO_SUCH, intent=Intent.REMIND).then(listing(scene, order))
    if len(found) == 1 and order.meant and (left := without(schedule_of(found[0].schedule), order.meant)):
        return change(scene, found[0], left)
    every = order.every or len(order.numbers) == len(found) or order.numbers == (-1,)
    return ended(scene, found) if len(found) == 1 or every else which(scene, found, "end")


def moved(scene: Scene, order: Order) -> Say:
    """Move the one that is meant."""
    found = meant(scene, order)
    if not found:
        return Say(say.NO_SUCH, intent=Intent.REMIND).then(listing(scene, order))
    if len(found) > 1:
        return move_all(scene, found, order) if order.every else which(scene, found, "move")
    return move(scene, found[0], order)


def stop(scene: Scene, _order: Order | None = None) -> Say:
    scene.reminders.stop()
    return Say(say.STOPPED, intent=Intent.REMIND)


def resume(scene: Scene, _order: Order) -> Say:
    scene.reminders.resume()
    return Say(say.RESUMED, intent=Intent.REMIND)


def quiet(_scene: Scene, _order: Order) -> Say:
    return Say(say.QUIET, intent=Intent.REMIND)


ACTS: dict[str, Callable[[Scene, Order], Say]] = {
    "add": add,
    "digest": add,
    "also": add_like_last,
    "snooze": snooze,
    "list": listing,
    "cancel": cancel,
    "move": moved,
    "stop": stop,
    "resume": resume,
    "quiet": quiet,
}
