"""What is said right after a reminder was spoken of: 改到晚上八点, 不对，是周四, 周末不用, 周三那次不要了."""

from __future__ import annotations

from dataclasses import replace

from handlers.reminding.adding import add_like_last
from handlers.reminding.choosing import which
from handlers.reminding.meant import meant
from handlers.reminding.moving import change
from handlers.reminding.ordering import ACTS, cancel, moved
from handlers.reminding.shifting import again, without
from handlers.reminding.stored import schedule_of
from handlers.say import Say
from handlers.scene import Scene
from nlu.reading import Intent, Parse
from nlu.reminding.schedule import Order

WORDS_OF_CHANGE = frozenset({Intent.AMEND, Intent.UNDO, Intent.UNKNOWN, Intent.SMALLTALK})


def gone_on(scene: Scene, parsed: Parse) -> Say | None:
    """The answer; None where the message is about something else."""
    from nlu.reminding.corrections import correction_of  # noqa: PLC0415 - only who speaks of reminders needs it
    from nlu.reminding.orders import order_of  # noqa: PLC0415

    if scene.state.last_intent != Intent.REMIND:
        return None
    last = scene.state.last_reminders
    if last and (corrected := correction_of(parsed.text, scene.today)):
        return corrected_by(scene, corrected)
    if parsed.intent not in WORDS_OF_CHANGE or parsed.reports:
        return None
    order = order_of(parsed.text, scene.today)
    if not last and not any(number > 0 for number in order.numbers):  # 第一个改到八点 after the listing
        return None
    if order.every and len(last) == 1 < len(standing := list(scene.reminders.standing())) and order.act != "move":
        return which(scene, standing, "end")  # 全部取消
    if order.act == "stop" or (order.act == "cancel" and not order.text and order.meant is None):
        order = Order("cancel", numbers=order.numbers or (-1,))
    # what fits none of them is about something else, an entry perhaps
    return ACTS[order.act](scene, order) if order.act in {"move", "cancel"} and meant(scene, order) else None


def corrected_by(scene: Scene, order: Order) -> Say | None:
    """Another time, another one besides, or less of it; None where what was spoken of cannot be changed so."""
    if order.act == "cancel":
        found = meant(scene, order)
        apt = order.meant and len(found) == 1 and without(schedule_of(found[0].schedule), order.meant)
        return cancel(scene, order) if apt else None
    if order.act == "limit":
        return limited(scene, order)
    if order.act == "also":
        return add_like_last(scene, order)
    return moved(scene, order) if may_be_moved(scene, order) else None


def limited(scene: Scene, order: Order) -> Say | None:
    """From and until when it goes on."""
    found = meant(scene, order)
    if len(found) != 1 or order.schedule is None or not (old := schedule_of(found[0].schedule)).recurs:
        return None
    limits = order.schedule
    return change(scene, found[0], replace(old, start=limits.start or old.start, until=limits.until or old.until))


def may_be_moved(scene: Scene, order: Order) -> bool:
    """Whether a time alone can be another time for what was spoken of: one day is none for what comes every week."""
    found = meant(scene, order)
    if not found or order.sure or order.shift or order.clock_only or order.schedule is None or order.schedule.recurs:
        return bool(found)
    return not any((old := schedule_of(each.schedule)).recurs and not again(old, order.schedule) for each in found)
