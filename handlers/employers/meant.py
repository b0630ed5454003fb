"""Which employer is meant: the group's, the one that is named, the only one; else it is asked."""

from __future__ import annotations

import json
from collections.abc import Iterable

from handlers.asking import option_rows
from handlers.employers.authority import RULES, Role
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.wording import employers as say
from nlu.ordering import Order, Wanted
from nlu.reading import Intent
from storage.employers import Employer

ASKED = "org"
OF_ONE_PERSON = frozenset({Wanted.PERSON, Wanted.DEPART, Wanted.APPROVE, Wanted.REJECT, Wanted.RETURN, Wanted.DISMISS})
DEPARTMENT_ENDINGS = ("部", "部门", "科", "科室", "处", "室", "组", "班", "车间")
SHORTEST = 4  # characters of a part of a name that still names an employer


def meant(scene: Scene, order: Order) -> Employer | Say | None:
    """The employer, the question which, or None where there is none to choose from."""
    group = scene.message.group
    if group is not None and order.wanted is not Wanted.BIND:
        return of_group(scene, group, order)
    own = within_reach(scene, order.wanted)
    fitting = named(own, order)
    if not fitting and names_another(scene, own, order):
        text = say.NOT_YOURS.format(name=order.employer or order.scope)
        return Say(text, intent=Intent.GROUP, open_to_all=group is not None)
    fitting = with_person(scene, fitting or own, order)
    if len(fitting) > 1:
        return which(scene, order, fitting)
    return fitting[0] if fitting else None


def of_group(scene: Scene, group: str, order: Order) -> Employer | Say | None:
    """The employer that the group belongs to, unless another one is named."""
    bound = scene.turn.employers.groups.bound(group)
    if bound is not None and not named([bound], order) and names_another(scene, [bound], order):
        return Say(say.OTHER_GROUP, intent=Intent.GROUP, open_to_all=True)
    return bound


def within_reach(scene: Scene, wanted: Wanted) -> list[Employer]:
    """The employers that one may speak of: those that one administers, else, for what members may, one's own."""
    account, own = scene.turn.account(scene.message.user), scene.turn.employers
    administered = list(own.registry.administered_by(account))
    if RULES[wanted].least is Role.ADMINISTRATOR or (administered and wanted is not Wanted.LEAVE):
        return administered
    belongs = [Employer(*each) for each in own.members.employers_of(account)]
    return list(dict.fromkeys([*belongs, *administered]))


def named(own: Iterable[Employer], order: Order) -> list[Employer]:
    """Those whose name stands in the message, the longest names alone; else those that a part of a name fits."""
    found = [each for each in own if each.name in order.text]
    if found:
        return [
            each for each in found if not any(each.name != other.name and each.name in other.name for other in found)
        ]
    part = order.employer or order.scope or ""
    return [each for each in own if len(part) >= SHORTEST and part in each.name]


def names_another(scene: Scene, own: list[Employer], order: Order) -> bool:
    """Whether the words name an employer that is not among these; a department's name names none."""
    words = order.employer or order.scope
    if not words:
        return False
    members = scene.turn.employers.members
    return not any(words in members.departments(each.id) for each in own) and looks_like_employer(words)


def looks_like_employer(words: str) -> bool:
    """Whether words are an employer's name rather than a department's: longer, or with a company's ending."""
    return len(words) > SHORTEST + 1 and not words.endswith(DEPARTMENT_ENDINGS)


def with_person(scene: Scene, own: list[Employer], order: Order) -> list[Employer]:
    """Of several employers the one that the person who is spoken of belongs to, or the entry that was shown."""
    if len(own) < 2 or order.wanted not in OF_ONE_PERSON:
        return own
    members, reviews = scene.turn.employers.members, scene.turn.employers.reviews
    if order.number is not None and (shown := scene.state.queue[order.number - 1 : order.number]):
        return [each for each in own if reviews.standing(each.id, entry=shown[0])] or own
    with_them = [each for each in own if any(name in order.text for name in members.names(each.id))]
    return with_them if len(with_them) == 1 else own


def which(scene: Scene, order: Order, employers: list[Employer]) -> Say:
    """Ask which employer is meant; the order is taken up again with the answer."""
    options = tuple(
        Option(each.name, value=json.dumps({"employer": each.id, "text": order.text}, ensure_ascii=False))
        for each in employers
    )
    scene.state = scene.state.asking(ASKED, "org", options)
    rows = option_rows(scene.state.serial, options)
    return Say(say.WHICH, rows, intent=Intent.GROUP, asks=("org",), open_to_all=scene.message.group is not None)
