"""创建单位, and the codes by which people join."""

from __future__ import annotations

from handlers.employers.naming import LONGEST, SHORTEST, own_name, skeleton
from handlers.say import Say
from handlers.scene import Scene, local_date
from handlers.wording import employers as say
from handlers.wording.figures import day
from nlu.ordering import Order
from nlu.reading import Intent
from storage.employers import Employer, JoinCode

MOST_EMPLOYERS = 20  # that one person may found


def create(scene: Scene, order: Order) -> Say:
    """A new employer; whoever creates it administers it."""
    name, own, me = order.employer, scene.turn.employers, scene.turn.account(scene.message.user)
    if not name:
        return told(say.WHAT_NAME)
    if not SHORTEST <= len(name) <= LONGEST or not any(letter.isalpha() for letter in name):
        return told(say.BAD_NAME)
    if own.registry.looks_like(skeleton(name)):
        return told(say.NAME_TAKEN.format(name=name))
    if (count := own.registry.founded_by(me)) >= MOST_EMPLOYERS:
        return told(say.TOO_MANY.format(count=count))
    employer = own.registry.create(name, skeleton(name), me, own_name(scene))
    code = own.codes.renew(employer.id, me)
    own.audit.append(employer.id, me, "create")
    return told(code_text(scene, say.FOUNDED, employer, code))


def show_code(scene: Scene, _order: Order, employer: Employer) -> Say:
    """The join code that opens now."""
    code = scene.turn.employers.codes.current(employer.id)
    if code is None:
        return told(say.NO_CODE.format(name=employer.name))
    return told(code_text(scene, say.CODE, employer, code))


def renew_code(scene: Scene, _order: Order, employer: Employer) -> Say:
    """A new join code; the old one opens no longer."""
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    code = own.codes.renew(employer.id, me)
    own.audit.append(employer.id, me, "code")
    return told(code_text(scene, say.CODE_RENEWED, employer, code))


def revoke_code(scene: Scene, _order: Order, employer: Employer) -> Say:
    """No code opens any more."""
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    own.codes.revoke(employer.id)
    own.audit.append(employer.id, me, "code_revoked")
    return told(say.CODE_REVOKED.format(name=employer.name))


def code_text(scene: Scene, template: str, employer: Employer, code: JoinCode) -> str:
    until = local_date(code.expires_at, scene.timezone)
    return template.format(name=employer.name, code=code.code, until=day(until))


def told(text: str) -> Say:
    return Say(text, intent=Intent.GROUP)
