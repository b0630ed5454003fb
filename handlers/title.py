"""评职称学时够不够: every year that the review looks at, complete or by how much short, and what can be repaired."""

from __future__ import annotations

from handlers.asking import ask_region, put_question
from handlers.drafts import Need
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import LastQuery, Option
from handlers.trades import trade_line
from handlers.wording import titles as say
from nlu.reading import Intent, Query
from policies.windows import YEARS_SHOWN, Window, window_for, windows_of


def title_check(scene: Scene, query: Query) -> Say:
    """Answer for the level said, or the one aimed at; asks where the window depends on it."""
    if scene.place is None:
        return ask_region(scene, Intent.TITLE_CHECK, resume=True)
    if query.title_level is not None:
        scene.profile.set_title_level(query.title_level)
    level = query.title_level or scene.profile.title_level
    applying = query.years[0] if query.years else scene.today.year
    policy = scene.library.governing(scene.person, applying)
    windows = windows_of(policy) if policy else ()
    if windows and level is None:
        return ask_level(scene, applying, windows)
    return checked(scene, applying, window_for(policy, level) if policy else None)


def ask_level(scene: Scene, applying: int, windows: tuple[Window, ...]) -> Say:
    options = tuple(Option(say.LEVELS[window.title_level], value=window.title_level) for window in windows)
    scene.remember(query=LastQuery(Intent.TITLE_CHECK.value, years=(applying,)))
    return put_question(scene, Need("title", "title", "", options), say.WHICH_LEVEL, Intent.TITLE_CHECK)


def level_chosen(scene: Scene, level: str) -> Say:
    """The answer to `ask_level`."""
    last = scene.state.query
    scene.remember(asked=None)
    return title_check(scene, Query(years=last.years if last else (), title_level=level))


def checked(scene: Scene, applying: int, window: Window | None) -> Say:
    """The years one by one, and what they come to."""
    years = window.years(applying) if window else tuple(range(applying - YEARS_SHOWN, applying))
    balances = [scene.statement(year).balance for year in years]
    if window:
        cite = window.citation
        level = say.LEVELS[window.title_level]
        head = say.HEAD.format(
            applying=applying, level=level, years=say.span(years), document=cite.document, article=cite.article
        )
    else:
        head = say.HEAD_SILENT.format(region=balances[-1].region, years=say.span(years))
    scene.remember(query=LastQuery(Intent.TITLE_CHECK.value, years=(applying,)), last_year=years[-1])
    this_year = scene.today.year
    lines = [head, *(say.year_line(one, this_year) for one in balances), say.verdict(balances, this_year)]
    lines.append(trade_line(scene, years[-1]))
    return Say("\n".join(line for line in lines if line), intent=Intent.TITLE_CHECK)
