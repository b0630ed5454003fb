"""张三的情况: a member's year, entry by entry."""

from __future__ import annotations

from handlers.employers.dossier import Dossier, opened
from handlers.employers.people import person
from handlers.say import Say
from handlers.scene import Scene
from handlers.views import balance_json
from handlers.wording import balances
from handlers.wording import reviews as say
from handlers.wording.facts import describe
from handlers.wording.figures import hours
from nlu.ordering import Order, Wanted
from nlu.reading import Intent
from policies.statement import Credit
from storage.employers import Employer, Member

MOST = 30


def shown(scene: Scene, order: Order, employer: Employer, chosen: Member | None = None) -> Say:
    """How a member stands, with every entry of the year and where it stands with the employer."""
    member = chosen or person(scene, order, employer, "张三的情况")
    if isinstance(member, Say):
        return member
    dossier = opened(scene, Wanted.PERSON, employer, member, "person")
    year = order.years[0] if order.years else scene.today.year
    statement = dossier.statement(year)
    lines = [head(dossier, year), *entries(scene, statement.credits, year), other_years(dossier, year, scene)]
    org = {
        "name": employer.name,
        "year": year,
        "people": [{"name": member.name, "short": balance_json(statement.balance)["short"]}],
    }
    return Say("\n".join(line for line in lines if line), intent=Intent.GROUP, org=org)


def head(dossier: Dossier, year: int) -> str:
    """Name, place in the employer, and the year's figures."""
    member, balance = dossier.member, dossier.statement(year).balance
    known = "，".join(part for part in (member.department, member.staff_number) if part)
    where = say.PERSON_WHERE.format(known=known) if known else ""
    if balance.citation is None:
        return say.PERSON_HEAD.format(name=member.name, where=where, standing=say.PERSON_NO_PLACE)
    first, *rest = balances.balance_text(balance).split("\n")
    rest = rest[:-1] if balance.short.total else rest  # the last line is advice to the person themselves
    return "\n".join([say.PERSON_HEAD.format(name=member.name, where=where, standing=first), *rest])


def entries(scene: Scene, credits: tuple[Credit, ...], year: int) -> list[str]:
    """One line an entry, with what counts and its status."""
    if not credits:
        return [say.PERSON_NONE.format(year=year)]
    lines = [say.PERSON_ENTRIES.format(year=year, count=len(credits))]
    for number, credit in enumerate(credits[:MOST], 1):
        fact = credit.appraisal.fact
        status = say.STATUS[fact.review or "reported"]
        entry = describe(fact, scene.vocabulary)
        lines.append(say.PERSON_LINE.format(number=number, entry=entry, hours=hours(credit.credited), status=status))
    return lines


def other_years(dossier: Dossier, year: int, scene: Scene) -> str:
    """How the person's other years stand, in a line."""
    years = [other for other in dossier.years(scene.today) if other != year]
    told = [balances.short_line(dossier.statement(other).balance) for other in years[:5]]
    return say.PERSON_OTHER_YEARS.format(years="；".join(told)) if told else ""
