"""Who administers an employer, and who belongs to it."""

from __future__ import annotations

from handlers.employers.naming import own_name
from handlers.employers.people import ONESELF, person, told
from handlers.message import Reply
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import employers as say
from nlu.ordering import Order
from nlu.reading import Intent
from storage.employers import Administrator, Employer, Member

MOST_NAMES = 200


def appoint(scene: Scene, order: Order, employer: Employer, chosen: Member | None = None) -> Say:
    """A member administers the employer too; they are told."""
    member = chosen or person(scene, order, employer, "设张三为管理员")
    if isinstance(member, Say):
        return member
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    own.registry.lock(employer.id)
    if own.registry.administers(member.account, employer.id):
        return told(say.IS_ADMINISTRATOR.format(name=member.name))
    own.registry.appoint(employer.id, member.account, member.name, me)
    own.audit.append(employer.id, me, "appointed", member.account)
    notice = Reply(say.APPOINTED_YOU.format(employer=employer.name), to_user=member.user, kind="notice")
    return Say(say.APPOINTED.format(name=member.name, employer=employer.name), intent=Intent.GROUP, others=(notice,))


def dismiss(scene: Scene, order: Order, employer: Employer, chosen: Member | None = None) -> Say:
    """Somebody administers it no longer; the last one stays."""
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    own.registry.lock(employer.id)
    administrators = own.registry.administrators(employer.id)
    found = administrator(scene, order, administrators, chosen)
    if found is None:
        name = chosen.name if chosen else order.person or ""
        return told(say.IS_NONE.format(name=name, employer=employer.name))
    if len(administrators) == 1:
        return told(say.LAST_NOT_REMOVED.format(name=found.name, employer=employer.name))
    own.registry.dismiss(employer.id, found.account)
    own.audit.append(employer.id, me, "dismissed", found.account)
    text = say.DISMISSED.format(name=found.name, employer=employer.name)
    notice = Reply(say.DISMISSED_YOU.format(employer=employer.name), to_user=found.user, kind="notice")
    return Say(text, intent=Intent.GROUP, others=(notice,) if found.account != me else ())


def administrator(
    scene: Scene, order: Order, administrators: tuple[Administrator, ...], chosen: Member | None
) -> Administrator | None:
    """Which of the administrators is meant: oneself, the member chosen, or the one of that name."""
    me = scene.turn.account(scene.message.user)
    if order.person in ONESELF or order.person == own_name(scene):
        account = next((each.account for each in administrators if each.account == me), None)
    else:
        account = chosen.account if chosen else None
    if account is not None:
        return next((each for each in administrators if each.account == account), None)
    named = [each for each in administrators if each.name == order.person or each.name in order.text]
    return named[0] if len(named) == 1 else None


def administrators(scene: Scene, _order: Order, employer: Employer) -> Say:
    """Who administers the employer."""
    found = scene.turn.employers.registry.administrators(employer.id)
    names = "、".join(each.name for each in found)
    in_group = scene.message.group is not None
    return Say(
        say.ADMINISTRATORS.format(employer=employer.name, names=names), intent=Intent.GROUP, open_to_all=in_group
    )


def members(scene: Scene, _order: Order, employer: Employer) -> Say:
    """Who belongs to the employer."""
    own = scene.turn.employers
    names = own.members.names(employer.id)
    if not names:
        code = own.codes.current(employer.id)
        return told(say.MEMBERS_NONE.format(employer=employer.name, code=code.code if code else ""))
    own.audit.append(employer.id, scene.turn.account(scene.message.user), "members", count=len(names))
    shown = "、".join(names[:MOST_NAMES]) + ("……" if len(names) > MOST_NAMES else "")
    return told(f"{say.MEMBERS_HEAD.format(employer=employer.name, count=len(names))}\n{shown}")
