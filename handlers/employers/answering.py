"""Answers to employers' questions in words: consent, yes or no, one of several, a reason."""

from __future__ import annotations

from handlers.employers import closing_years, deciding, departing, joining
from handlers.employers.broadcast import sending
from handlers.employers.pressing import pressed
from handlers.employers.settling import CANCELLED, SETTLES
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Asked, Option
from nlu import parse
from nlu.ordering import replies
from nlu.reading import Intent, Parse

__all__ = ["ABOUTS", "chosen", "lapse", "pressed", "typed"]

YES_OR_NO = frozenset({sending.ASKED, departing.ASKED, closing_years.ASKED})
ABOUTS = frozenset(SETTLES)
LAPSING = ABOUTS - {joining.ASKED}  # 同意 can mean nothing but the joining that was asked about
IDLE = frozenset({Intent.UNKNOWN, Intent.SMALLTALK, Intent.HELP})


def chosen(scene: Scene, asked: Asked, option: Option) -> Say:
    """What follows from one of the answers offered."""
    return SETTLES[asked.about](scene, option.value)


def typed(scene: Scene, text: str) -> Say | None:
    """The answer to an employer's question in words; None where the message is none."""
    asked, words = scene.state.asked, text.strip()
    if asked is None or asked.about not in ABOUTS:
        return None
    if asked.about == joining.ASKED:
        return joining.consent_typed(scene, words, asked.options)
    if asked.about == deciding.REASON:
        return reason(scene, asked, words)
    option = yes_or_no(asked, words) if asked.about in YES_OR_NO else one_of(asked, words)
    return chosen(scene, asked, option) if option else None


def lapse(scene: Scene, parsed: Parse) -> None:
    """Once something else is ordered, asked or told, a later yes no longer answers the open question."""
    asked = scene.state.asked
    if asked is not None and asked.about in LAPSING and parsed.intent not in IDLE:
        scene.remember(asked=None)


def reason(scene: Scene, asked: Asked, words: str) -> Say | None:
    """Whatever is typed is the reason, unless it takes the decision back or is another order."""
    if replies.no(words):
        scene.remember(asked=None)
        return CANCELLED
    if parse(words, scene.today).order is not None:
        scene.remember(asked=None)
        return None
    option = one_of(asked, words)
    return chosen(scene, asked, option or deciding.with_reason(asked.options[-1], words))


def yes_or_no(asked: Asked, words: str) -> Option | None:
    """The first option for a yes, the last for a no."""
    if replies.yes(words):
        return asked.options[0]
    return asked.options[-1] if replies.no(words) else None


def one_of(asked: Asked, words: str) -> Option | None:
    """The option that is named, by its label, a part of it that no other has, or its number."""
    plain = words.strip("的。！!,，. ")
    exact = [option for option in asked.options if option.label == plain]
    if exact:
        return exact[0]
    if number := replies.which(plain):
        return asked.options[number - 1] if number <= len(asked.options) else None
    near = [option for option in asked.options if len(plain) > 1 and plain in option.label]
    return near[0] if len(near) == 1 else None
