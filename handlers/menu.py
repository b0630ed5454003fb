"""The menu's commands and the welcome, for every channel that has them: most stand for a sentence and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from handlers.asking import put_question, region_need
from handlers.message import Button
from handlers.say import Rows, Say
from handlers.scene import Scene
from handlers.wording import menu as words
from nlu.reading import Intent

Respond = Callable[[Scene, str], Say]

SHOW = "s"  # buttons that say an example: s:NAME
JOIN = "join_"  # what a link to an employer starts with
_COMMAND = re.compile(r"/([a-z]+)(?:@\w+)?(?:\s+(.*))?", re.DOTALL | re.IGNORECASE)


def command(scene: Scene, text: str, respond: Respond) -> Say | None:
    """What a command of the menu does; None where the text is none."""
    found = _COMMAND.fullmatch(text.strip())
    if found is None or found[1].lower() not in words.MENU:
        return None
    name, rest = found[1].lower(), (found[2] or "").strip()
    if name == "start":
        return start(scene, rest, respond)
    if name == "privacy":
        return Say(words.PRIVACY, intent=Intent.HELP, open_to_all=True)
    if name == "region" and not rest:
        return region(scene)
    return said(scene, sentence(name, rest), respond)


def sentence(name: str, rest: str) -> str:
    """The sentence that a command stands for."""
    item = words.MENU[name]
    return item.with_rest.format(rest=rest) if rest else item.says


def example(scene: Scene, data: str, respond: Respond) -> Say | None:
    """What the button of an example does; None where it is another's. What shows the examples stays."""
    kind, _, name = data.partition(":")
    if kind != SHOW or name not in words.EXAMPLES:
        return None
    return replace(said(scene, words.EXAMPLES[name], respond), below=True)


def said(scene: Scene, text: str, respond: Respond) -> Say:
    """As if it had been typed."""
    scene.message = replace(scene.message, text=text, press=None)
    return respond(scene, text)


def start(scene: Scene, payload: str, respond: Respond) -> Say:
    """The welcome in three steps; a link's payload goes straight to what it is about."""
    if payload.startswith(JOIN):
        return said(scene, f"加入单位 {payload.removeprefix(JOIN)}", respond)
    if payload in words.MENU and words.MENU[payload].says:
        return said(scene, sentence(payload, ""), respond)
    if scene.place is None:
        return put_question(scene, region_need(scene), words.START_REGION, Intent.HELP)
    text = "\n".join([words.START_KNOWN.format(place=scene.place), words.START_SAY])
    return Say(text, intent=Intent.HELP).then(examples())


def region(scene: Scene) -> Say:
    """Where the person works, and where else it could be."""
    if scene.place is None:
        return put_question(scene, region_need(scene), words.START_REGION, Intent.SET_PROFILE)
    return put_question(scene, region_need(scene), words.REGION_NOW.format(place=scene.place), Intent.SET_PROFILE)


def examples() -> Say:
    """Examples to tap; none of them is recorded."""
    rows: Rows = tuple((Button(label, f"{SHOW}:{name}"),) for name, label in words.LABELS.items())
    return Say(words.START_TRY, rows)
