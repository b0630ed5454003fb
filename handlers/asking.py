"""Putting a question: the words, the buttons, and the memory of what was asked."""

from __future__ import annotations

from handlers.drafts import Need, need_of
from handlers.message import Button
from handlers.say import Rows, Say
from handlers.scene import Scene
from handlers.state import Draft, Option
from handlers.wording import questions as ask
from handlers.wording.facts import name_of
from nlu.reading import Intent

SHORT_LABEL = 8
IN_A_ROW = 3


def option_rows(serial: int, options: tuple[Option, ...]) -> Rows:
    """Buttons for the answers offered: short ones three in a row, long ones one below the other."""
    buttons = [Button(option.label, f"c:{serial}:{index}") for index, option in enumerate(options)]
    width = IN_A_ROW if all(len(button.label) <= SHORT_LABEL for button in buttons) else 1
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def put_question(scene: Scene, need: Need, text: str, intent: Intent) -> Say:
    """Ask, and remember what was asked."""
    scene.state = scene.state.asking(need.about, need.slot, need.options, need.also)
    return Say(text, option_rows(scene.state.serial, need.options), intent=intent, asks=(need.slot,))


def ask_region(scene: Scene, intent: Intent, *, resume: bool = False) -> Say:
    """Ask where the person works; `resume`: what was just said is taken up again once that is known."""
    if resume:
        scene.remember(resume=scene.message.text)
    return put_question(scene, region_need(scene), ask.REGION, intent)


def region_need(scene: Scene) -> Need:
    """The question for the region, with those that have a document on file to choose from."""
    return Need("region", "region", ask.REGION, tuple(Option(name, value=name) for name in scene.regions))


def remind(scene: Scene, said: Say) -> Say:
    """What was said, and once after a change of topic the question that is still open."""
    asked, drafts = scene.state.asked, scene.state.drafts
    busy = said.asks or said.posted or said.statement is not None
    if asked is None or not drafts or busy or scene.state.reminded:
        return said
    need = need_of(scene, drafts[0])
    if need is None or need.about != asked.about:
        return said
    scene.remember(reminded=True)
    text = ask.STILL.format(question=ask.about(named(scene, drafts[0]), need.text))
    return said.then(Say(text, option_rows(asked.serial, asked.options), asks=(asked.slot,)))


def named(scene: Scene, draft: Draft) -> str:
    """The draft's name, to say what a question is about."""
    return name_of(draft.activity, draft.attributes, scene.vocabulary) if draft.activity else ""


def ask_need(scene: Scene, draft: Draft, need: Need, *, name: bool) -> Say:
    """Ask what a draft lacks; `name`: say first which one it is about."""
    scene.remember(last_activity=draft.activity or scene.state.last_activity)
    text = ask.about(named(scene, draft), need.text) if name else need.text
    return put_question(scene, need, text, Intent.RECORD)
