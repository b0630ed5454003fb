"""Answers to employers' questions, typed or pressed: consent, which employer, which person, yes or no."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from handlers.employers import broadcast, broadcast_ordered, figures, joining, meant, people, roster
from handlers.employers.authority import refused
from handlers.employers.orders import no, obey
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Asked, Option
from handlers.wording import employers as say
from nlu import parse
from nlu.ordering import Wanted
from nlu.reading import Intent

STALE = Say(say.STALE, intent=Intent.GROUP)
_YES = re.compile(r"^(?:我?同意|确认|确定|是的?|对的?|发吧?|发送|再发(?:一次)?)[了吧。！!. ]*$")
_NO = re.compile(r"^(?:不(?:同意|确认|用了?|要了?|发了?|是)?|取消|算了|先不.{0,3}|别(?:发|办)?了?)[了吧。！!. ]*$")
_NUMBER = re.compile(r"^第?(?P<number>[1-9]|[一二三四五六七八九])(?:个|位|条|家)?$")
_DIGITS = "零一二三四五六七八九"


def resumed(scene: Scene, value: str) -> Say:
    """Take up the order that waited for an employer or a person."""
    scene.remember(asked=None)
    held = json.loads(value)
    order = parse(held["text"], scene.today).order
    own = scene.turn.employers
    employer = own.registry.employer(held["employer"])
    member = own.members.member(held["member"]) if "member" in held else None
    if order is None or employer is None or (member and not (member.stands and member.employer == employer.id)):
        return STALE
    return obey(scene, order, employer, member)


def roster_settled(scene: Scene, value: str) -> Say:
    """Which line of the roster a member is; whoever was asked may not be an administrator any more."""
    member = scene.turn.employers.members.member(int(value.partition(":")[0]))
    employer = scene.turn.employers.registry.employer(member.employer) if member else None
    why = refused(scene, Wanted.ROSTER, employer)
    return no(scene, why) if why else roster.settled(scene, value)


SETTLES: dict[str, Callable[[Scene, str], Say]] = {
    joining.ASKED: joining.consented,
    meant.ASKED: resumed,
    people.ASKED: resumed,
    broadcast.ASKED: broadcast_ordered.agreed,
    roster.ASKED: roster_settled,
}
YES_OR_NO = frozenset({broadcast.ASKED})
ABOUTS = frozenset(SETTLES)


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
    option = yes_or_no(asked, words) if asked.about in YES_OR_NO else one_of(asked, words)
    return chosen(scene, asked, option) if option else None


def yes_or_no(asked: Asked, words: str) -> Option | None:
    """The first option for a yes, the last for a no."""
    if _YES.match(words):
        return asked.options[0]
    return asked.options[-1] if _NO.match(words) else None


def one_of(asked: Asked, words: str) -> Option | None:
    """The option that is named, by its label, a part of it that no other has, or its number."""
    plain = words.strip("的。！!,，. ")
    exact = [option for option in asked.options if option.label == plain]
    if exact:
        return exact[0]
    if match := _NUMBER.match(plain):
        number = _DIGITS.find(match["number"]) if match["number"] in _DIGITS else int(match["number"])
        return asked.options[number - 1] if number <= len(asked.options) else None
    near = [option for option in asked.options if len(plain) > 1 and plain in option.label]
    return near[0] if len(near) == 1 else None


def pressed(scene: Scene, rest: str) -> Say:
    """A button of an employer's list. Whoever presses it is judged anew; a forged one is refused like any other."""
    verb, *parts = rest.split(":")
    if verb == "list" and len(parts) == 4:
        return page_pressed(scene, *parts)
    return STALE


def page_pressed(scene: Scene, number: str, year: str, page: str, part: str) -> Say:
    """Another page of those who are short."""
    employer = scene.turn.employers.registry.employer(int(number)) if number.isdecimal() else None
    why = refused(scene, Wanted.SHORT, employer)
    if why or employer is None:
        return no(scene, why or say.STALE)
    return figures.turned(scene, employer, year, page, part) or STALE
