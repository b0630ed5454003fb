"""What the pictures show, taken from the person's statements; drawn once and then found again by what they show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from typing import TypeVar

from handlers.asking import ask_region
from handlers.balance import balance
from handlers.exports.years import named_years
from handlers.pictures.progress import Line, Progress, Ring, draw_progress
from handlers.pictures.review import review_of
from handlers.pictures.years import draw_years
from handlers.proofs.standing import Evidence
from handlers.reminding.deadlines import deadline_in
from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import balances
from handlers.wording import pictures as say
from handlers.wording.facts import details, name_of
from handlers.wording.figures import plain
from nlu.reading import ExportWish, Intent, Query
from policies.statement import Balance, Credit

MOST_LINES = 6
NOTHING = Decimal(0)
Shown = TypeVar("Shown")


def progress_card(scene: Scene, wish: ExportWish) -> Say:
    """The year's standing in words and as a card."""
    if scene.place is None:
        return ask_region(scene, Intent.BALANCE, resume=True)
    year = wish.years[0] if wish.years else scene.today.year
    said = balance(scene, Query(years=(year,)))
    path = drawn(scene, say.CARD_NAME.format(year=year), progress_of(scene, year), draw_progress)
    return replace(said, files=(path,))


def years_chart(scene: Scene, wish: ExportWish) -> Say:
    """Several years in words and as a chart."""
    if scene.place is None:
        return ask_region(scene, Intent.BALANCE, resume=True)
    shown = review_of(scene, named_years(scene, wish))
    path = drawn(scene, say.YEARS_NAME, shown, draw_years)
    lines = [balances.short_line(scene.statement(int(year.label)).balance) for year in shown.years]
    return Say("\n".join([shown.headline + "。", *lines]), intent=Intent.BALANCE, files=(path,))


def drawn(scene: Scene, name: str, shown: Shown, draw: Callable[[Shown], bytes]) -> str:
    """The path of the picture of just this; it is drawn only where it is not there yet."""
    key = sha256(repr(shown).encode()).hexdigest()
    return scene.proofs.made(name, key) or scene.proofs.make(name, draw(shown), key)


def progress_of(scene: Scene, year: int) -> Progress:
    """The card's content."""
    statement = scene.statement(year)
    standing = statement.balance
    credits = sorted(statement.credits, key=lambda credit: (-credit.credited, not credit.deemed))
    left = (deadline_in(year, scene.profile.effects.deadline) - scene.today).days
    cite = standing.citation
    return Progress(
        title=say.TITLE.format(year=year),
        who=who(scene, standing.region),
        days=say.days_left(year, scene.today.year, left),
        headline=say.headline(standing),
        complete=standing.complete,
        rings=rings_of(standing),
        heading=say.HEADING,
        lines=tuple(line_of(scene, credit) for credit in credits[:MOST_LINES]),
        more=say.MORE.format(count=len(credits) - MOST_LINES) if len(credits) > MOST_LINES else "",
        nothing=say.NOTHING,
        source=say.SOURCE.format(document=cite.document, article=cite.article) if cite else say.NO_SOURCE,
        foot=foot(scene),
    )


def who(scene: Scene, region: str) -> str:
    name = scene.profile.name or scene.message.name
    return say.WHO.format(name=name, region=region) if name else region


def foot(scene: Scene) -> tuple[str, str]:
    today = scene.today
    return say.FOOT, say.BRAND.format(year=today.year, month=today.month, day=today.day)


def rings_of(standing: Balance) -> tuple[Ring, ...]:
    """A ring for the total, and for each subject that has a minimum or hours."""
    rings = (ring_of(standing, name) for name in ("total", "public", "professional"))
    return tuple(ring for ring in rings if ring.need or ring.met or ring.share or ring.subject == "total")


def ring_of(standing: Balance, name: str) -> Ring:
    have, need, short = balances.figures_of(standing, name)
    deemed, known = name in standing.deemed, standing.citation is not None
    silent = "" if need is not None or not known else say.NO_MINIMUM
    return Ring(
        name,
        say.LABELS[name],
        1.0 if deemed else share_of(have, need),
        plain(have),
        f"/{plain(need)}" if need is not None and not (deemed and not have) else "",
        say.DEEMED if deemed else silent,
        say.MISSING.format(short=plain(short)) if short else "",
        met=deemed or (need is not None and not short),
    )


def share_of(have: Decimal, need: Decimal | None) -> float:
    """How much of the ring is full; of a subject without a minimum all, once there is anything."""
    if not need:
        return 1.0 if have else 0.0
    return min(float(have / need), 1.0)


def line_of(scene: Scene, credit: Credit) -> Line:
    fact, cite = credit.appraisal.fact, credit.appraisal.citation
    more = "，".join(details(fact.activity, fact.attributes, scene.vocabulary))
    what = name_of(fact.activity, fact.attributes, scene.vocabulary) + (f"（{more}）" if more else "")
    proof = Evidence(scene).of(fact, credit.appraisal).words
    where = "·".join(word for word in (cite.article if cite else "", proof) if word)
    figure = balances.NAMES["total"] if credit.deemed else say.PLUS.format(hours=plain(credit.credited))
    return Line(what, where, say.DEEMED.strip("　") if credit.deemed else figure, credit.subject)
