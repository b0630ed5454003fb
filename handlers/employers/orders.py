"""Employers' orders: which employer is meant, whether it is allowed, and who does it."""

from __future__ import annotations

from collections.abc import Callable

from handlers.employers import (
    administering,
    audit_shown,
    closing_years,
    deciding,
    departing,
    figures,
    founding,
    grouping,
    joining,
    person_shown,
    pictured,
    reviewing,
    setting,
    supposing,
)
from handlers.employers.authority import RULES, Role, refused
from handlers.employers.broadcast import ordered as broadcast_ordered
from handlers.employers.broadcast import report as broadcast_report
from handlers.employers.meant import meant
from handlers.employers.roster import taking_in
from handlers.employers.workbook import ordered as workbook_ordered
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import employers as say
from nlu.ordering import Order, Wanted
from nlu.reading import Intent
from storage.employers import Employer, Member

Free = Callable[[Scene, Order], Say]
Handler = Callable[[Scene, Order, Employer], Say]
Personal = Callable[[Scene, Order, Employer, Member | None], Say]

OPEN: dict[Wanted, Free] = {
    Wanted.CREATE: founding.create,
    Wanted.JOIN: joining.join,
    Wanted.MINE: joining.mine,
    Wanted.LOOKS: lambda scene, _order: audit_shown.looks(scene),
}
HANDLERS: dict[Wanted, Handler] = {
    Wanted.LEAVE: joining.leave,
    Wanted.CODE: founding.show_code,
    Wanted.NEW_CODE: founding.renew_code,
    Wanted.REVOKE_CODE: founding.revoke_code,
    Wanted.ADMINISTRATORS: administering.administrators,
    Wanted.MEMBERS: administering.members,
    Wanted.BIND: grouping.bind,
    Wanted.UNBIND: grouping.unbind,
    Wanted.SET_PLACE: setting.place,
    Wanted.SET_DOCUMENT: setting.document,
    Wanted.SET_DEADLINE: setting.deadline,
    Wanted.SET_NAMES: setting.names,
    Wanted.SET_REMINDERS: setting.reminders,
    Wanted.SETTINGS: setting.shown,
    Wanted.SHORT: figures.figures,
    Wanted.COUNT: figures.figures,
    Wanted.AVERAGE: figures.figures,
    Wanted.PICTURE: pictured.picture,
    Wanted.QUEUE: reviewing.queue,
    Wanted.CLOSE_YEAR: closing_years.close,
    Wanted.REOPEN_YEAR: closing_years.reopen,
    Wanted.SUPPOSE: supposing.suppose,
    Wanted.NUDGE: broadcast_ordered.ordered,
    Wanted.BROADCAST: broadcast_ordered.ordered,
    Wanted.DELIVERY: lambda scene, _order, employer: broadcast_report.report(scene, employer),
    Wanted.WORKBOOK: workbook_ordered.files,
    Wanted.IMPORT_SHEET: workbook_ordered.files,
    Wanted.STATEMENTS: workbook_ordered.files,
    Wanted.ROSTER: lambda scene, _order, _employer: taking_in.how(scene),
    Wanted.NOT_JOINED: lambda scene, _order, employer: taking_in.not_joined(scene, employer),
    Wanted.AUDIT_LOG: lambda scene, _order, employer: audit_shown.audit_log(scene, employer),
}
PERSONAL: dict[Wanted, Personal] = {
    Wanted.APPOINT: administering.appoint,
    Wanted.DISMISS: administering.dismiss,
    Wanted.PERSON: person_shown.shown,
    Wanted.APPROVE: deciding.decide,
    Wanted.APPROVE_ALL: deciding.approve_all,
    Wanted.REJECT: deciding.decide,
    Wanted.RETURN: deciding.decide,
    Wanted.DEPART: departing.depart,
}


def obey(scene: Scene, order: Order, employer: Employer | None = None, member: Member | None = None) -> Say:
    """Do what is ordered, or say in a sentence why not. `employer` and `member` where they were chosen already."""
    if RULES[order.wanted].least is Role.STRANGER:
        why = refused(scene, order.wanted, None)
        return no(scene, why) if why else OPEN[order.wanted](scene, order)
    found = employer or meant(scene, order)
    if isinstance(found, Say):
        return found
    why = refused(scene, order.wanted, found)
    if why or found is None:
        return no(scene, why or say.ONLY_PRIVATE)
    if order.wanted in PERSONAL:
        return PERSONAL[order.wanted](scene, order, found, member)
    return HANDLERS[order.wanted](scene, order, found)


def no(scene: Scene, why: str) -> Say:
    """A refusal, told where it was asked."""
    return Say(why, intent=Intent.GROUP, open_to_all=scene.message.group is not None)
