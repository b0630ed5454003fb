"""关闭2026年度: after the audit a year is locked; changes need a reason then and are put down."""

from __future__ import annotations

import json

from handlers.asking import option_rows
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.wording import reviews as say
from nlu.ordering import Order
from nlu.reading import Intent
from storage.employers import Employer

ASKED = "close_year"


def close(scene: Scene, order: Order, employer: Employer) -> Say:
    """Close a year; what waits for review in it is told first."""
    own, year = scene.turn.employers, year_of(scene, order)
    if year > scene.today.year:
        return told(say.YEAR_FUTURE.format(year=year))
    if own.closing.closed(employer.id, year):
        return told(say.YEAR_CLOSED_ALREADY.format(employer=employer.name, year=year))
    waiting = [each for each in own.reviews.pending(employer.id) if each.fact.year == year]
    return ask(scene, employer, year, len(waiting)) if waiting else closed(scene, employer, year)


def ask(scene: Scene, employer: Employer, year: int, count: int) -> Say:
    value = json.dumps({"employer": employer.id, "year": year})
    options = (Option(say.CONFIRM, value=value), Option(say.CANCEL))
    scene.state = scene.state.asking(ASKED, "confirm", options)
    rows = option_rows(scene.state.serial, options)
    return Say(say.YEAR_ASK.format(year=year, count=count), rows, intent=Intent.GROUP, asks=("confirm",))


def closed(scene: Scene, employer: Employer, year: int) -> Say:
    """The year is closed from now on."""
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    scene.remember(asked=None)
    own.closing.set(employer.id, year, me, closed=True)
    own.audit.append(employer.id, me, "closed", year=year)
    return told(say.YEAR_CLOSED.format(employer=employer.name, year=year))


def reopen(scene: Scene, order: Order, employer: Employer) -> Say:
    """The year is open again."""
    own, me, year = scene.turn.employers, scene.turn.account(scene.message.user), year_of(scene, order)
    if not own.closing.closed(employer.id, year):
        return told(say.YEAR_OPEN_ALREADY.format(employer=employer.name, year=year))
    own.closing.set(employer.id, year, me, closed=False)
    own.audit.append(employer.id, me, "reopened", year=year)
    return told(say.YEAR_OPENED.format(employer=employer.name, year=year))


def year_of(scene: Scene, order: Order) -> int:
    return order.years[0] if order.years else scene.today.year


def told(text: str) -> Say:
    return Say(text, intent=Intent.GROUP)
