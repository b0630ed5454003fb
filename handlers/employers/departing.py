"""张三离职: what is still unreviewed is shown, and on 确认 a final statement is made and the membership ends."""

from __future__ import annotations

import json
from collections import Counter

from handlers.asking import option_rows
from handlers.employers.dossier import Dossier, opened
from handlers.employers.people import person
from handlers.message import Reply
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.views import statement_json
from handlers.wording import balances
from handlers.wording import reviews as say
from handlers.wording.facts import describe
from nlu.ordering import Order, Wanted
from nlu.reading import Intent
from storage.codec import json_text
from storage.employers import Employer, Member

ASKED = "depart"
MOST_LISTED = 20


def depart(scene: Scene, order: Order, employer: Employer, chosen: Member | None = None) -> Say:
    """Ask whether to end the membership, with what was not reviewed yet."""
    member = chosen or person(scene, order, employer, "张三离职")
    if isinstance(member, Say):
        return member
    dossier = opened(scene, Wanted.DEPART, employer, member, "depart")
    value = json.dumps({"employer": employer.id, "member": member.id})
    options = (Option(say.CONFIRM, value=value), Option(say.CANCEL))
    scene.state = scene.state.asking(ASKED, "confirm", options)
    text = say.DEPART_ASK.format(name=member.name, employer=employer.name, pending=pending_text(scene, dossier))
    return Say(text, option_rows(scene.state.serial, options), intent=Intent.GROUP, asks=("confirm",))


def pending_text(scene: Scene, dossier: Dossier) -> str:
    """The entries that nobody decided on yet."""
    found = scene.turn.employers.reviews.pending(dossier.member.employer, account=dossier.member.account)
    if not found:
        return say.DEPART_NONE_PENDING
    lines = [f"{number}. {describe(each.fact, scene.vocabulary)}" for number, each in enumerate(found[:MOST_LISTED], 1)]
    return say.DEPART_PENDING.format(count=len(found), lines="\n".join(lines))


def departed(scene: Scene, employer: Employer, member: Member) -> Say:
    """Confirmed: the final statement is kept and shown, the membership ends, the person is told."""
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    scene.remember(asked=None)
    own.registry.lock(employer.id)
    administers = own.registry.administers(member.account, employer.id)
    if administers and len(own.registry.administrators(employer.id)) == 1:
        return told(say.DEPART_LAST.format(name=member.name, employer=employer.name))
    dossier = opened(scene, Wanted.DEPART, employer, member, "departed")
    years = dossier.years(scene.today)
    kept = {str(year): statement_json(dossier.statement(year)) for year in years}
    own.members.keep_final(member, json_text(kept), me)
    if administers:
        own.registry.dismiss(employer.id, member.account)
    own.members.end(member, "departed")
    text = say.DEPARTED.format(name=member.name, lines="\n".join(year_line(dossier, year) for year in years))
    notice = Reply(say.DEPART_TOLD.format(employer=employer.name), to_user=member.user, kind="notice")
    return Say(text, intent=Intent.GROUP, others=(notice,))


def year_line(dossier: Dossier, year: int) -> str:
    """A year of the final statement in one line."""
    statement = dossier.statement(year)
    count = Counter(credit.appraisal.fact.status for credit in statement.credits)
    standing = balances.short_line(statement.balance).partition("：")[2]
    return say.DEPART_YEAR.format(
        year=year,
        standing=standing,
        count=len(statement.credits),
        **{status: count[status] for status in ("approved", "reported", "rejected")},
    )


def told(text: str) -> Say:
    return Say(text, intent=Intent.GROUP)
