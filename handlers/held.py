"""A change that waited for its entry to be chosen, or for a second word."""

from __future__ import annotations

from handlers.amend import amended, what
from handlers.figures_meant import shifted
from handlers.say import Say
from handlers.scene import Scene
from handlers.undo import remove
from handlers.wording import records as say
from nlu.reading import Intent, Parse


def entry_chosen(scene: Scene, value: str) -> Say:
    """The entry is known now: do to it what was meant."""
    held, fact = scene.state.held, scene.fact(int(value))
    scene.remember(asked=None, held=None)
    if held is None or fact is None:
        return Say(say.STALE)
    if held.withdraw:
        return remove(scene, [fact])
    sets = shifted(fact, held.attributes, held.shift)
    return what(scene, fact) if sets is None else amended(scene, fact, sets, held.when, part=held.part)


def undo_all_chosen(scene: Scene, *, yes: bool) -> Say:
    scene.remember(asked=None, held=None)
    return remove(scene, list(scene.facts())) if yes else Say(say.DROPPED, intent=Intent.UNDO)


def held_answer(scene: Scene, parse: Parse) -> Say | None:
    """A typed answer to "which one?" or to "all of them?"; None where it is none."""
    asked = scene.state.asked
    if asked is None or scene.state.held is None:
        return None
    if parse.reply.cancel:
        scene.remember(asked=None, held=None)
        return Say(say.DROPPED, intent=Intent.AMEND)
    if asked.about == "undo_all" and parse.reply.yes is not None:
        return undo_all_chosen(scene, yes=parse.reply.yes)
    if asked.about == "term_from" and (fact := scene.fact(scene.state.target or 0)) and parse.reply.attributes:
        scene.remember(asked=None)
        return amended(scene, fact, parse.reply.attributes, None)
    if asked.about == "entry" and (number := number_said(parse)) and number <= len(asked.options):
        return entry_chosen(scene, asked.options[number - 1].value)
    return None


def number_said(parse: Parse) -> int | None:
    """Which of those listed is meant by "2" or "第二条"."""
    if parse.change and parse.change.target.number:
        return parse.change.target.number
    text = parse.text.strip("第条个。 ")
    if text.isdecimal():
        return int(text)
    return "零一二三四五六".find(text) if len(text) == 1 and text in "一二三四五六" else None
