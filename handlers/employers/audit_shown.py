"""The audit log shown: to a person, who looked at or decided on their records; to an administrator, all of it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import audits as say
from handlers.wording import figures
from nlu.reading import Intent
from storage.employers import AuditRecord, Employer

MOST = 20


def looks(scene: Scene) -> Say:
    """谁看过我的记录: what administrators did with this person's data, latest first."""
    own = scene.turn.employers
    records = own.audit.about(scene.turn.account(scene.message.user), MOST)
    if not records:
        return Say(say.NOBODY, intent=Intent.GROUP)
    lines = [say.HEAD.format(count=len(records))]
    for record in records:
        employer = own.registry.employer(record.employer)
        by = name_in(scene, record.employer, record.by, say.FORMER)
        what = say.WHAT.get(record.action, say.UNKNOWN)
        called = employer.name if employer else ""
        lines.append(say.LINE.format(at=moment(scene, record.at), employer=called, by=by, what=what))
    return Say("\n".join([*lines, say.FOOT]), intent=Intent.GROUP)


def audit_log(scene: Scene, employer: Employer) -> Say:
    """The last records of an employer's log, and whether the whole of it is as it was written."""
    audit = scene.turn.employers.audit
    records = list(audit.of(employer.id))
    if not records:
        return Say(say.LOG_EMPTY.format(employer=employer.name), intent=Intent.GROUP)
    shown = records[: -MOST - 1 : -1]
    head = say.LOG_HEAD.format(employer=employer.name, count=len(shown), all=len(records))
    broken = audit.broken_at(employer.id)
    foot = say.BROKEN.format(number=broken) if broken else say.WHOLE.format(digest=records[-1].digest[:16])
    return Say("\n".join([head, *(line(scene, each) for each in shown), foot]), intent=Intent.GROUP)


def line(scene: Scene, record: AuditRecord) -> str:
    """Who did what to whose data."""
    by = name_in(scene, record.employer, record.by, say.FORMER)
    whose = record.detail.get("subject") not in {None, record.detail.get("by")}
    of = say.LOG_OF.format(name=name_in(scene, record.employer, record.subject, say.FORMER_MEMBER)) if whose else ""
    what = say.DONE.get(record.action, say.UNKNOWN)
    return say.LOG_LINE.format(at=moment(scene, record.at), by=by, what=what, of=of)


def name_in(scene: Scene, employer: int, user: str | None, nobody: str) -> str:
    """What somebody is called at an employer, whether they are still there or not."""
    if user is None or not scene.turn.knows(user):
        return nobody
    return scene.turn.employers.audit.name_of(employer, scene.turn.account(user)) or nobody


def moment(scene: Scene, at: datetime) -> str:
    return figures.moment(at.astimezone(ZoneInfo(scene.timezone)))
