"""From a wish to the file: which format, which years; what is unclear is asked by buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from handlers.asking import put_question
from handlers.drafts import Need
from handlers.exports.calendar import calendar, events_of
from handlers.exports.erasing import ask_to_erase
from handlers.exports.everything import everything
from handlers.exports.printed import Owner, printed
from handlers.exports.table import workbook
from handlers.exports.years import years_of, years_wanted
from handlers.imports.template import template_sent
from handlers.long_work import WorkWanted
from handlers.pictures.shown import progress_card, years_chart
from handlers.proofs.showing import lacking, listed, sent, taken_out
from handlers.say import Say
from handlers.scene import Scene
from handlers.state import LastQuery, Option
from handlers.wording import exports as say
from nlu.reading import ExportWish, Intent

ABOUT = "format"


def exported(scene: Scene, wish: ExportWish | None) -> Say:
    """Do what is wished, for the person who wrote and in private."""
    wish = wish or ExportWish("unclear")
    make = MAKERS.get(wish.what, ask_format)
    return make(scene, wish)


def ask_format(scene: Scene, wish: ExportWish) -> Say:
    """Ask for the format; the years are remembered."""
    options = tuple(Option(label, value=name) for name, label in say.FORMATS.items())
    years = years_wanted(scene, wish) if wish.years or wish.recent else ()
    scene.remember(query=LastQuery(Intent.EXPORT.value, years=years))
    return put_question(scene, Need(ABOUT, "kind", "", options), say.WHICH_FORMAT, Intent.EXPORT)


def format_chosen(scene: Scene, what: str) -> Say:
    """The answer to `ask_format`."""
    last = scene.state.query
    years = last.years if last and last.intent == Intent.EXPORT else ()
    scene.remember(asked=None)
    return exported(scene, ExportWish(what, years))


def table(scene: Scene, wish: ExportWish) -> Say:
    """The workbook of the years named, or of all."""
    years = years_of(scene, years_wanted(scene, wish))
    count = sum(len(year.items) for year in years)
    named = tuple(year.year for year in years) if wish.years or wish.recent else ()
    if not count:
        return nothing(named)
    name = say.TABLE_NAME.format(span=say.span(named))
    path = scene.proofs.make(name, workbook(years, scene.vocabulary, scene.today))
    return Say(say.TABLE.format(span=say.span(named), count=count), intent=Intent.EXPORT, files=(path,))


def nothing(years: tuple[int, ...]) -> Say:
    words = say.EMPTY_YEARS.format(span=say.span(years)) if years else say.NOTHING_YET
    return Say(words, intent=Intent.EXPORT)


def statement(scene: Scene, wish: ExportWish) -> Say:
    """The statement to print, of this year where none is named."""
    asked = wish if wish.years or wish.recent else replace(wish, years=(scene.today.year,))
    years = years_of(scene, years_wanted(scene, asked))
    span = say.span(tuple(year.year for year in years))
    if scene.worked is None:
        # setting type takes a second: nobody else is to wait for it
        owner, vocabulary = Owner(name_of(scene), scene.today), scene.vocabulary
        raise WorkWanted(lambda _database, _tell: printed(years, owner, vocabulary))
    made = scene.worked
    path = scene.proofs.make(say.STATEMENT_NAME.format(span=span), made)
    lines = [say.STATEMENT.format(span=span)]
    unknown = tuple(year.year for year in years if year.statement.balance.citation is None)
    lines += [say.NO_DOCUMENT_YEAR.format(span=say.span(unknown))] if unknown else []
    return Say("\n".join(lines), intent=Intent.EXPORT, files=(path,))


def name_of(scene: Scene) -> str:
    """The name that they gave, else the one that the platform shows."""
    return scene.profile.name or scene.message.name or ""


def dates(scene: Scene, wish: ExportWish) -> Say:
    """The calendar of this year, or of the years named."""
    events = events_of(scene, wish.years or (scene.today.year,))
    if not events:
        return Say(say.CALENDAR_NONE, intent=Intent.EXPORT)
    made = calendar(events, scene.message.user, scene.message.now)
    path = scene.proofs.make(say.CALENDAR_NAME, made)
    return Say(say.CALENDAR.format(count=len(events)), intent=Intent.EXPORT, files=(path,))


def all_data(scene: Scene, _wish: ExportWish) -> Say:
    """All that is kept of the person."""
    path = scene.proofs.make(say.EVERYTHING_NAME, everything(scene))
    text = say.EVERYTHING.format(count=len(scene.proofs.all()))
    return Say(text, intent=Intent.EXPORT, files=(path,))


def privacy(_scene: Scene, _wish: ExportWish) -> Say:
    return Say(say.PRIVACY, intent=Intent.HELP, open_to_all=True)


MAKERS: dict[str, Callable[[Scene, ExportWish], Say]] = {
    "table": table,
    "statement": statement,
    "calendar": dates,
    "everything": all_data,
    "template": template_sent,
    "picture": progress_card,
    "years": years_chart,
    "proofs": listed,
    "missing": lacking,
    "send": sent,
    "remove": taken_out,
    "privacy": privacy,
    "erase": lambda scene, _wish: ask_to_erase(scene),
}
