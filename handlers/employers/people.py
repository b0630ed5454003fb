"""Finding the member who is spoken of; of several of one name it is asked which."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

from handlers.asking import option_rows
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.wording import employers as say
from handlers.wording.figures import day
from nlu.ordering import Order
from nlu.reading import Intent
from storage.employers import Employer, Member

ASKED = "member"
ONESELF = frozenset({"我", "自己", "本人"})


def person(scene: Scene, order: Order, employer: Employer, example: str) -> Member | Say:
    """The member whom the order names, the question which of several, or why there is none."""
    if order.person in ONESELF:
        own = scene.turn.employers.members.membership(employer.id, scene.turn.account(scene.message.user))
        return own or told(say.NO_SUCH_PERSON.format(employer=employer.name, name=order.person))
    name = name_in(scene, order, employer)
    if name is None:
        asked = say.NO_SUCH_PERSON.format(employer=employer.name, name=order.person) if order.person else None
        return told(asked or say.WHOM.format(example=example))
    found = scene.turn.employers.members.named(employer.id, name)
    return found[0] if len(found) == 1 else which(scene, order, employer, found)


def name_in(scene: Scene, order: Order, employer: Employer) -> str | None:
    """The longest name of a member that stands in the message; else the one that was read as a name."""
    names = scene.turn.employers.members.names(employer.id)
    text = order.text.replace(employer.name, "")
    standing = [name for name in set(names) if name in text]
    if order.person in standing:
        standing = [name for name in standing if order.person in name]
    return max(standing, key=len) if standing else None


def which(scene: Scene, order: Order, employer: Employer, found: tuple[Member, ...]) -> Say:
    """Ask which of those who bear one name is meant."""
    options = tuple(
        Option(
            label_of(scene, member),
            value=json.dumps({"employer": employer.id, "text": order.text, "member": member.id}, ensure_ascii=False),
        )
        for member in found
    )
    scene.state = scene.state.asking(ASKED, "entry", options)
    text = say.NAMESAKES.format(count=len(found), name=found[0].name)
    lines = [f"{number}. {option.label}" for number, option in enumerate(options, 1)]
    rows = option_rows(scene.state.serial, options)
    return Say("\n".join([text, *lines]), rows, intent=Intent.GROUP, asks=("entry",))


def label_of(scene: Scene, member: Member) -> str:
    """What tells namesakes apart: department, number, moment of joining."""
    known = [part for part in (member.department, member.staff_number) if part]
    where = "，".join(known) + ("，" if known else "")
    joined = member.joined_at.astimezone(ZoneInfo(scene.timezone))
    return say.NAMESAKE.format(name=member.name, where=where, joined=f"{day(joined.date())}{joined:%H:%M}")


def told(text: str) -> Say:
    return Say(text, intent=Intent.GROUP)
