"""What the chart of several years shows: those of a title review where a level is known, else the last five."""

from __future__ import annotations

from decimal import Decimal

from handlers.pictures.years import Year, Years
from handlers.scene import Scene
from handlers.wording import pictures as say
from handlers.wording.balances import figures_of
from handlers.wording.figures import plain
from handlers.wording.titles import LEVELS
from policies.statement import Balance, Citation
from policies.windows import YEARS_SHOWN, Window, window_for

NOTHING = Decimal(0)


def review_of(scene: Scene, named: tuple[int, ...]) -> Years:
    """The chart's content; `named` are the years asked for, if any were."""
    window = None if named else window_of(scene)
    this = scene.today.year
    years = named or (window.years(this) if window else tuple(range(this - YEARS_SHOWN + 1, this + 1)))
    balances = [scene.statement(year).balance for year in years]
    known = [each for each in balances if each.citation is not None]
    short = sum(not each.complete for each in known)
    return Years(
        title=title_of(window, len(years)),
        who=f"{scene.profile.name}·{balances[-1].region}" if scene.profile.name else balances[-1].region,
        note=say.APPLYING.format(year=this) if window else "",
        headline=headline(len(years), len(known), short),
        complete=bool(known) and not short and len(known) == len(years),
        legend=legend(balances),
        years=tuple(year_of(each, this) for each in balances),
        source=source_of(window.citation if window else balances[-1].citation),
        foot=(say.FOOT, say.BRAND.format(year=this, month=scene.today.month, day=scene.today.day)),
    )


def window_of(scene: Scene) -> Window | None:
    """The years that a review for the level aimed at looks at, where the document says so."""
    policy = scene.library.governing(scene.person, scene.today.year)
    level = scene.profile.title_level
    return window_for(policy, level) if policy and level else None


def title_of(window: Window | None, count: int) -> str:
    if window is None:
        return say.YEARS_TITLE.format(count=count)
    return say.TITLE_CHECK.format(level=LEVELS[window.title_level])


def headline(count: int, known: int, short: int) -> str:
    """The verdict."""
    if not known:
        return say.NONE_KNOWN
    return say.SOME_SHORT.format(count=count, short=short) if short else say.ALL_GOOD.format(count=known)


def legend(balances: list[Balance]) -> tuple[tuple[str, str], ...]:
    """The subjects that occur."""
    found = {name for each in balances for name, hours in parts_of(each) if hours}
    return tuple((name, label) for name, label in say.SUBJECTS.items() if name in found)


def parts_of(balance: Balance) -> tuple[tuple[str, float], ...]:
    public, professional = (balance.credited.public or NOTHING), (balance.credited.professional or NOTHING)
    other = max((balance.credited.total or NOTHING) - public - professional, NOTHING)
    return (("public", float(public)), ("professional", float(professional)), ("other", float(other)))


def year_of(balance: Balance, this_year: int) -> Year:
    have, need, short = figures_of(balance, "total")
    cite = balance.citation
    if cite is None:
        status, words = "unknown", say.UNKNOWN
    elif balance.complete:
        status, words = "good", ""
    else:
        status = "running" if balance.year >= this_year else "short"
        words = say.MISSING.format(short=plain(short))
    return Year(
        label=str(balance.year),
        parts=parts_of(balance),
        need=float(need or NOTHING),
        figure=plain(have),
        status=status,
        short=words,
        detail=detail(balance),
        source=f"{cite.document} {cite.article}" if cite else "",
    )


def detail(balance: Balance) -> str:
    """72/90  公需30/30  专业42/60; what a deeming covers says so."""
    have, need, _ = figures_of(balance, "total")
    if "total" in balance.deemed and not have:
        return say.DEEMED.strip("　")
    words = [say.of(have, need)]
    for name in ("public", "professional"):
        have, need, _ = figures_of(balance, name)
        if need or have:
            words.append(say.SUBJECTS[name] + say.of(have, need))
    return "  ".join(words)


def source_of(cite: Citation | None) -> str:
    return say.SOURCE.format(document=cite.document, article=cite.article) if cite else say.NO_SOURCE
