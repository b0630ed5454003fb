"""Help, small talk, and what was not understood."""

from __future__ import annotations

from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import people as say
from nlu.reading import Intent, Parse
from nlu.shape import shape_of


def help_text(_scene: Scene) -> Say:
    return Say(say.HELP, intent=Intent.HELP, open_to_all=True)


def smalltalk(scene: Scene, parse: Parse) -> Say:
    """A short answer in kind."""
    if any(word in parse.text for word in ("谢", "辛苦")):
        return Say(say.THANKS, intent=Intent.SMALLTALK, open_to_all=True)
    if any(word in parse.text for word in ("好的", "嗯", "行", "ok", "OK", "👍", "收到")):
        return Say(say.FINE, intent=Intent.SMALLTALK, open_to_all=True)
    words = say.GREETING if scene.place else f"{say.WELCOME}\n{say.REGION_UNKNOWN.partition('。')[2]}"
    return Say(words, intent=Intent.SMALLTALK, open_to_all=True)


def unknown(scene: Scene) -> Say:
    """Say what can be said, with two examples that fit: of recording and of asking. The sentence's shape is counted."""
    if scene.message.text:
        scene.turn.shapes.count(shape_of(scene.message.text))
    one = say.EXAMPLES[scene.today.toordinal() % 2]
    return Say(say.UNKNOWN.format(one=one, two=say.EXAMPLES[2]), intent=Intent.UNKNOWN, open_to_all=True)
