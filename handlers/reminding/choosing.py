"""Which of several reminders somebody means: asked, and the answer by button or in words."""

from __future__ import annotations

from handlers.asking import put_question
from handlers.drafts import Need
from handlers.reminding.confirming import next_times, when_text
from handlers.reminding.meant import among, by_number
from handlers.reminding.moving import move
from handlers.reminding.occurring import local
from handlers.reminding.stored import schedule_of
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.wording import reminders as say
from nlu.reading import Intent, Parse
from nlu.reminding.schedule import Order
from storage.reminders import Reminder

WHICH = "which_reminder"  # the open question


def time_text(scene: Scene, reminder: Reminder) -> str:
    """When it comes; empty where it comes no more."""
    schedule = schedule_of(reminder.schedule)
    times = next_times(scene, schedule)
    return when_text(schedule, times, local(scene.message.now, scene.timezone)) if times else ""


def ended(scene: Scene, reminders: list[Reminder]) -> Say:
    for each in reminders:
        scene.reminders.end(each.id)
    scene.remember(last_reminders=())
    names = "、".join(dict.fromkeys(say.text_of(each.kind, each.text) for each in reminders))
    return Say(say.ENDED.format(text=names), intent=Intent.REMIND)


def which(scene: Scene, found: list[Reminder], then: str) -> Say:
    """Ask which one; what to remind of tells them apart, else the time."""
    names = [say.text_of(each.kind, each.text) for each in found]
    if len(set(names)) < len(names):
        names = [f"{time_text(scene, each)} {name}" for each, name in zip(found, names, strict=True)]
    options = [Option(name, value=f"{then}:{each.id}") for each, name in zip(found, names, strict=True)]
    if then == "end":
        options.append(Option(say.ALL_OF_THEM, value=f"{then}:{','.join(str(each.id) for each in found)}"))
    return put_question(scene, Need(WHICH, "entry", "", tuple(options)), say.WHICH, Intent.REMIND)


def which_chosen(scene: Scene, value: str) -> Say:
    """The answer to `which`."""
    then, _, numbers = value.partition(":")
    scene.remember(asked=None)
    found = [each for number in numbers.split(",") if (each := by_number(scene, int(number)))]
    if not found:
        return Say(say.GONE, intent=Intent.REMIND)
    return ended(scene, found) if then == "end" else move(scene, found[0], Order("move"))


def which_told(scene: Scene, parsed: Parse) -> Say | None:
    """The answer in words: 第二个, 10号那个, 都是, 算了; None for any other message."""
    from nlu.reminding.endings import choice_of  # noqa: PLC0415 - only who is asked needs it

    asked = scene.state.asked
    if asked is None or asked.about != WHICH or parsed.intent is Intent.REMIND:
        return None
    if parsed.reply.cancel:
        scene.remember(asked=None)
        return Say(say.ALL_STAY, intent=Intent.REMIND)
    choice = choice_of(parsed.text, scene.today)
    offered = [each for option in asked.options if (each := by_number(scene, _number(option)))]
    found = offered if choice.every else among(offered, choice)
    then = asked.options[0].value.partition(":")[0]
    if not found or (len(found) > 1 and not (choice.every and then == "end")):
        return None
    return which_chosen(scene, f"{then}:{','.join(str(each.id) for each in found)}")


def _number(option: Option) -> int | None:
    number = option.value.partition(":")[2]
    return int(number) if number.isdecimal() else None
