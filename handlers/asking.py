"""Putting a question: the words, the buttons, and the memory of what was asked."""

from __future__ import annotations

from handlers.drafts import Need
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
    return put_question(scene, Need("region", "region", ask.REGION), ask.REGION, intent)


def ask_need(scene: Scene, draft: Draft, need: Need, *, named: bool) -> Say:
    """Ask what a draft lacks; `named`: say first which one it is about."""
    scene.remember(last_activity=draft.activity or scene.state.last_activity)
    text = need.text
    if named and draft.activity:
        text = ask.about(name_of(draft.activity, draft.attributes, scene.vocabulary), text)
    return put_question(scene, need, text, Intent.RECORD)
