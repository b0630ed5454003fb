"""What somebody answers to a reminder that came: noted, done, or another time."""

from __future__ import annotations

from datetime import timedelta

from handlers.reminding.adding import add
from handlers.reminding.moving import snooze
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import reminders as say
from nlu.reading import Intent, Parse
from nlu.reminding.schedule import Order
from storage.reminders import Reminder

FRESH = timedelta(hours=24)  # so long a short answer is one to the reminder
FITS = frozenset({Intent.SMALLTALK, Intent.UNKNOWN, Intent.AMEND})


def replied(scene: Scene, parsed: Parse) -> Say | None:
    """The answer to a reminder of the last day; None where the message is none or there was no reminder."""
    from nlu.reminding.replies import reply_of  # noqa: PLC0415 - only where nothing else was understood

    if parsed.intent not in FITS or parsed.reports or scene.state.asked is not None or scene.message.group:
        return None
    order = reply_of(parsed.text, scene.today)
    told = scene.reminders.last_told(scene.message.now - FRESH) if order else ()
    if order is None or not told:
        return None
    own = only_own(scene, told)
    if order.act == "later":
        return later(scene, own, order)
    if order.act == "noted":
        return Say(say.NOTED, intent=Intent.REMIND)
    return Say(say.DONE_OWN.format(text=own.text) if own and own.text else say.DONE_WHAT, intent=Intent.REMIND)


def only_own(scene: Scene, told: tuple[str, ...]) -> Reminder | None:
    """The person's own reminder, where nothing else came with it."""
    numbers = {key.split("/")[1] for key in told if key.startswith("own/")}
    if len(numbers) != 1 or not all(key.startswith("own/") for key in told):
        return None
    return scene.reminders.reminder(int(numbers.pop()))


def later(scene: Scene, own: Reminder | None, order: Order) -> Say:
    """Their own once more at that time; else nothing of the plan until then."""
    if own is None:
        return snooze(scene, order)
    return add(
        scene, Order("digest" if own.kind == "digest" else "add", own.text, order.schedule, clock_only=order.clock_only)
    )
