"""A reminder that somebody asks for: understood, kept, shown with its next due times; several of one order together."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers.asking import put_question
from handlers.drafts import Need
from handlers.reminding.confirming import Kept, confirmed, listed, next_times, when_text
from handlers.reminding.fixing import fixed
from handlers.reminding.meant import by_number
from handlers.reminding.occurring import local
from handlers.reminding.shifting import again, shifted
from handlers.reminding.stored import schedule_of, schedule_text
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import ToRemind
from handlers.wording import reminders as say
from handlers.wording import schedules
from nlu.reading import Intent
from nlu.reminding.schedule import Order, Schedule

ABOUT = "remind"  # the open question: when


def add(scene: Scene, order: Order) -> Say:
    """A new one, or one for each of the days that were named; asks when no time was understood."""
    kind = "digest" if order.act == "digest" else "own"
    wanted = fixed_apart(scene, order)
    if not wanted:
        return ask_when(scene, ToRemind(kind, order.text), say.when_question(order.odd, order.text))
    coming = [(schedule, times) for schedule in wanted if (times := next_times(scene, schedule))]
    if not coming:
        return ask_when(scene, ToRemind(kind, order.text), unreachable(scene, wanted[0]))
    standing = {(each.kind, each.text, each.schedule): each.id for each in scene.reminders.standing()}
    keys = [(kind, order.text, schedule_text(schedule)) for schedule, _ in coming]
    known = all(key in standing for key in keys)
    kept = [
        Kept(standing[key] if key in standing else scene.reminders.add(*key), schedule, times)
        for key, (schedule, times) in zip(keys, coming, strict=True)
    ]
    scene.remember(last_reminders=tuple(one.number for one in kept), asked=None, to_remind=None)
    past = [past_text(scene, schedule) for schedule in wanted if not next_times(scene, schedule)]
    said = say.KNOWN if known else ""
    return confirmed(scene, "\n".join([said + added_text(scene, order.text, kind, kept), *past]), kept)


def add_like_last(scene: Scene, order: Order) -> Say:
    """下周五也提醒我一次: of the same as the one that was spoken of last."""
    last = by_number(scene, scene.state.last_reminders[-1] if scene.state.last_reminders else None)
    if last is None:
        return add(scene, order)
    old = schedule_of(last.schedule)
    if order.shift:  # 提前三天也提醒一次
        order = replace(order, schedule=shifted(old, order.shift))
    if order.clock_only and order.schedule is not None and old.recurs:  # 晚上8点也提醒我: on the same days
        order = replace(order, schedule=replace(old, times=order.schedule.times), clock_only=False)
    if order.schedule is not None and (like := again(old, order.schedule)):  # 周四也要, of what comes every week
        order = replace(order, schedule=replace(like, times=like.times or old.times))
    return add(scene, replace(order, act="digest" if last.kind == "digest" else "add", text=last.text))


def fixed_apart(scene: Scene, order: Order) -> list[Schedule]:
    """The schedules of an order as they are kept, those that are the same once."""
    found = [fixed(each, scene.message.now, scene.timezone) for each in apart(order)]
    return list(dict.fromkeys(schedule for schedule in found if schedule))


def apart(order: Order) -> list[Order]:
    """An order for each of its days; hours without a day are each the next such one."""
    if order.schedule is None:
        return []
    if order.clock_only:
        return [replace(order, schedule=replace(order.schedule, times=(hour,))) for hour in order.schedule.times]
    return [replace(order, schedule=schedule, more=()) for schedule in (order.schedule, *order.more)]


def added_text(scene: Scene, text: str, kind: str, kept: list[Kept]) -> str:
    """What was kept: in the sentence, or as a list where there are several."""
    here = local(scene.message.now, scene.timezone)
    if len(kept) == 1:
        return say.added_text(kind, text, when_text(kept[0].schedule, kept[0].times, here))
    about = say.text_of(kind, text)
    return f"{say.ADDED_SEVERAL.format(count=len(kept), text=about)}\n{listed(kept, here)}"


def ask_when(scene: Scene, waits: ToRemind, question: str) -> Say:
    """Keep what waits for its time, and ask for that."""
    scene.remember(to_remind=waits)
    return put_question(scene, Need(ABOUT, "when", question), question, Intent.REMIND)


def unreachable(scene: Scene, schedule: Schedule) -> str:
    """Why a time never comes: it is past, or there is no such day."""
    if schedule.recurs or schedule.start is None:
        return say.NEVER
    return say.PAST.format(when=last_moment(scene, schedule))


def past_text(scene: Scene, schedule: Schedule) -> str:
    """That one of several was not kept."""
    return say.PAST_ONE.format(when=last_moment(scene, schedule)) if schedule.start else say.NEVER_ONE


def last_moment(scene: Scene, schedule: Schedule) -> str:
    """The last hour of what happens once."""
    here = local(scene.message.now, scene.timezone)
    return schedules.moment(datetime.combine(schedule.start or here.date(), schedule.hours[-1]), here)
