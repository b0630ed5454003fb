"""怎么补最快: the few steps that close the gap before the deadline."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from handlers.asking import ask_region
from handlers.balance import years_of
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import plans as say
from handlers.wording.balances import NO_DOCUMENT
from handlers.wording.figures import hours
from nlu.reading import Intent, Query
from policies.plan import Asker, Plans, plan


def plans_of(scene: Scene, year: int) -> Plans:
    """The plans for a year, to be carried out by its last day."""
    return plan(Asker(scene.facts(), scene.person, scene.library, year, scene.today), date(year, 12, 31))


def planned(scene: Scene, query: Query) -> Say:
    """Answer how to close the gap; nothing is posted."""
    if scene.place is None:
        return ask_region(scene, Intent.PLAN, resume=True)
    year = years_of(scene, query)[0]
    return Say(plan_words(scene, year), intent=Intent.PLAN)


def plan_words(scene: Scene, year: int) -> str:
    balance = scene.statement(year).balance
    if balance.citation is None:
        return NO_DOCUMENT.format(region=balance.region, year=year)
    if balance.complete:
        return say.NOTHING_SHORT.format(year=year)
    if year < scene.today.year:
        return say.PAST.format(year=year, short=hours(balance.short.total or Decimal(0), balance.unit))
    plans = plans_of(scene, year)
    if not plans.plans:
        return say.NO_WAY.format(days=plans.days_left, document=balance.citation.document)
    return say.plan_text(plans)
