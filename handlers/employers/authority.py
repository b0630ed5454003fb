"""Who may do what with an employer's data. Every order, question and button of an employer passes through `refused`.

Three things decide: what somebody is to that very employer, which chat they write in, and for a group whether the
platform calls them its administrator. Display names, claims and what is said of roles never count.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from handlers.scene import Scene
from handlers.wording import employers as say
from nlu.ordering import Wanted
from storage.employers import Employer


class Role(IntEnum):
    """What somebody is to an employer; each may do what the ones before it may."""

    STRANGER = 0
    MEMBER = 1
    ADMINISTRATOR = 2


class Chat(StrEnum):
    """Where something may be asked."""

    PRIVATE = "private"
    GROUP = "group"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Rule:
    """The least that somebody must be, where they may ask, and whether the platform must call them the group's
    administrator too."""

    least: Role
    chat: Chat = Chat.ANY
    of_group: bool = False


_OPEN = Rule(Role.STRANGER, Chat.PRIVATE)
_MEMBER = Rule(Role.MEMBER)
_DESK = Rule(Role.ADMINISTRATOR, Chat.PRIVATE)
_BOTH = Rule(Role.ADMINISTRATOR)
RULES: dict[Wanted, Rule] = {
    Wanted.CREATE: _OPEN,
    Wanted.JOIN: _OPEN,
    Wanted.MINE: _OPEN,
    Wanted.LOOKS: _OPEN,
    Wanted.LEAVE: Rule(Role.MEMBER, Chat.PRIVATE),
    Wanted.SHORT: _MEMBER,
    Wanted.COUNT: _MEMBER,
    Wanted.AVERAGE: _MEMBER,
    Wanted.PICTURE: _MEMBER,
    Wanted.ADMINISTRATORS: _MEMBER,
    Wanted.SETTINGS: _MEMBER,
    Wanted.BIND: Rule(Role.ADMINISTRATOR, Chat.GROUP, of_group=True),
    Wanted.UNBIND: Rule(Role.ADMINISTRATOR, Chat.GROUP, of_group=True),
    Wanted.SET_PLACE: _BOTH,
    Wanted.SET_DOCUMENT: _BOTH,
    Wanted.SET_DEADLINE: _BOTH,
    Wanted.SET_NAMES: _BOTH,
    Wanted.SET_REMINDERS: _BOTH,
    Wanted.NUDGE: _BOTH,
    Wanted.BROADCAST: _BOTH,
    Wanted.DELIVERY: _DESK,
    Wanted.CODE: _DESK,
    Wanted.NEW_CODE: _DESK,
    Wanted.REVOKE_CODE: _DESK,
    Wanted.APPOINT: _DESK,
    Wanted.DISMISS: _DESK,
    Wanted.MEMBERS: _DESK,
    Wanted.PERSON: _DESK,
    Wanted.QUEUE: _DESK,
    Wanted.APPROVE: _DESK,
    Wanted.APPROVE_ALL: _DESK,
    Wanted.REJECT: _DESK,
    Wanted.RETURN: _DESK,
    Wanted.CLOSE_YEAR: _DESK,
    Wanted.REOPEN_YEAR: _DESK,
    Wanted.DEPART: _DESK,
    Wanted.SUPPOSE: _DESK,
    Wanted.WORKBOOK: _DESK,
    Wanted.STATEMENTS: _DESK,
    Wanted.IMPORT_SHEET: _DESK,
    Wanted.ROSTER: _DESK,
    Wanted.NOT_JOINED: _DESK,
    Wanted.AUDIT_LOG: _DESK,
}


def role(scene: Scene, employer: Employer) -> Role:
    """What the one who wrote is to that employer."""
    account, own = scene.turn.account(scene.message.user), scene.turn.employers
    if own.registry.administers(account, employer.id):
        return Role.ADMINISTRATOR
    return Role.MEMBER if own.members.membership(employer.id, account) else Role.STRANGER


def refused(scene: Scene, wanted: Wanted, employer: Employer | None) -> str | None:
    """Why the one who wrote may not do this with that employer, as a sentence; None where they may."""
    rule, group = RULES[wanted], scene.message.group
    if rule.chat is Chat.PRIVATE and group is not None:
        return say.ONLY_PRIVATE
    if rule.chat is Chat.GROUP and group is None:
        return say.ONLY_GROUP
    if rule.least is Role.STRANGER:
        return None
    if employer is None:
        return say.UNBOUND if group is not None else say.NOBODY[rule.least.name]
    if group is not None and wanted is not Wanted.BIND and scene.turn.employers.groups.bound(group) != employer:
        return say.OTHER_GROUP
    if role(scene, employer) < rule.least:
        return say.NOT_ALLOWED[rule.least.name]
    return say.NOT_GROUP_ADMIN if rule.of_group and not scene.message.group_admin else None


def sees_names(scene: Scene, employer: Employer) -> bool:
    """Whether the answer may show names: to an administrator in private, in a group only where the employer said so."""
    if scene.message.group is not None:
        return scene.turn.employers.settings.of(employer.id).names
    return role(scene, employer) is Role.ADMINISTRATOR
