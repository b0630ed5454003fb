"""绑定单位, 解绑单位: which employer a group chat belongs to."""

from __future__ import annotations

from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import employers as say
from nlu.ordering import Order
from nlu.reading import Intent
from storage.employers import Employer


def bind(scene: Scene, _order: Order, employer: Employer) -> Say:
    """The group belongs to the employer; one that is bound already is refused."""
    own, me, group = scene.turn.employers, scene.turn.account(scene.message.user), scene.message.group
    assert group is not None
    bound = own.groups.bound(group)
    if bound == employer:
        return open_say(say.BOUND_ALREADY.format(employer=employer.name))
    if bound is not None:
        return open_say(say.BOUND_OTHER)
    own.groups.bind(group, employer.id, me)
    own.audit.append(employer.id, me, "bind", group=group)
    names = say.NAMES_SHOWN if own.settings.of(employer.id).names else say.NAMES_HIDDEN
    return open_say(say.BOUND.format(employer=employer.name, names=names))


def unbind(scene: Scene, _order: Order, employer: Employer) -> Say:
    """The group belongs to no employer."""
    own, me, group = scene.turn.employers, scene.turn.account(scene.message.user), scene.message.group
    assert group is not None
    own.groups.unbind(group)
    own.audit.append(employer.id, me, "unbind", group=group)
    return open_say(say.UNBOUND_NOW.format(employer=employer.name))


def open_say(text: str) -> Say:
    return Say(text, intent=Intent.GROUP, open_to_all=True)
