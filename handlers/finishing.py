"""A turn's outcome as an `Answer`: who is told what, where."""

from __future__ import annotations

from handlers.message import Answer, Message, Reply
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import people as words
from nlu.reading import Intent


def finished(scene: Scene, said: Say) -> Answer:
    """The handlers' words as the turn's answer to the one who wrote."""
    intent = said.intent or Intent.UNKNOWN.value
    scene.remember(last_intent=intent)
    return Answer(
        replies=(replies_of(scene.message, said) if said.text else ()) + said.others,
        intent=intent,
        posted=said.posted,
        removed=said.removed,
        asks=tuple(dict.fromkeys(said.asks)),
        balance=said.balance,
        statement=said.statement,
        org=said.org,
    )


def replies_of(message: Message, said: Say) -> tuple[Reply, ...]:
    """To whom the words go: what concerns one person is told to them in private, and a group only that it was."""
    if message.group is None:
        return (Reply(said.text, to_user=message.user, buttons=said.buttons, files=said.files, below=said.below),)
    if said.open_to_all:
        return (Reply(said.text, to_group=message.group, buttons=said.buttons, files=said.files, below=said.below),)
    private = Reply(said.text, to_user=message.user, buttons=said.buttons, files=said.files)
    return (private, Reply(words.IN_PRIVATE, to_group=message.group))
