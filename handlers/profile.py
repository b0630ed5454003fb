"""我在哪里工作: regions with their history, time zone, name, aims, and the document that someone chose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handlers.asking import option_rows
from handlers.menu import examples
from handlers.say import NOTHING, Say
from handlers.scene import Scene
from handlers.state import Option
from handlers.trades import trade_line
from handlers.wording import people as say
from handlers.wording.figures import day, hours, plain
from handlers.wording.policies import REQUIREMENT_PARTS, REQUIREMENT_PROFESSIONAL, REQUIREMENT_PUBLIC
from nlu.reading import Intent, ProfileChange
from nlu.zones import spoken
from policies.statement import Tally

Resume = Callable[[Scene], Say]


def set_profile(scene: Scene, change: ProfileChange, resume: Resume) -> Say:
    """Take in what a person said of themselves; `resume` goes on with what waited for the region."""
    said = NOTHING
    if change.place is None and change.former and scene.place:  # 从南通调过来的
        change = replace(change, place=scene.place, moved=True)
    if change.place is not None:
        said = said.then(set_place(scene, change, resume))
    if change.timezone is not None:
        said = said.then(set_timezone(scene, change.timezone))
    if change.document is not None:
        said = said.then(set_document(scene, change.document, change.document_year))
    return said.then(set_rest(scene, change)).then(Say(intent=Intent.SET_PROFILE))


def set_place(scene: Scene, change: ProfileChange, resume: Resume) -> Say:
    """Where the person works: the first for all days, a move from its day on."""
    place = scene.library.find_place(change.place or "")
    if place is None:
        scene.state = scene.state.asking("region", "region")
        return Say(say.REGION_UNKNOWN, asks=("region",))
    if change.moved:
        since = change.since or scene.today
        known = was_in(scene, change.former) or bool(scene.person.stays)
        scene.profile.add_stay(place.name, since if known else None)
        head = say.REGION_MOVED.format(since=day(since), place=place.name)
    elif scene.place not in {None, place.name} and scene.facts() and not change.corrected:
        return ask_since(scene, place.name)
    else:
        scene.profile.add_stay(place.name, None)
        head = say.REGION_SET.format(place=place.name)
    return placed(scene, head, resume)


def was_in(scene: Scene, former: str | None) -> bool:
    """Take in where they worked before a move, unless that is known already; whether a place was said."""
    place = scene.library.find_place(former or "")
    if place is not None and all(stay.place != place.name for stay in scene.person.stays):
        scene.profile.add_stay(place.name, None)
    return place is not None


def region_chosen(scene: Scene, place: str, resume: Resume) -> Say:
    """A region that was offered; who is new gets examples to tap."""
    waiting = bool(scene.state.drafts or scene.state.resume)
    said = set_place(scene, ProfileChange(place=place), resume)
    return said if waiting or said.asks else said.then(examples())


def ask_since(scene: Scene, place: str) -> Say:
    """A second region without a word on moving, with entries in the ledger already: since when?"""
    options = (Option(say.FROM_TODAY, value=f"now:{place}"), Option(say.ALWAYS, value=f"always:{place}"))
    scene.state = scene.state.asking("since", "when", options)
    text = say.REGION_WHICH.format(old=scene.place, new=place)
    return Say(text, option_rows(scene.state.serial, options), intent=Intent.SET_PROFILE, asks=("when",))


def since_chosen(scene: Scene, value: str, resume: Resume) -> Say:
    """The answer to `ask_since`."""
    when, _, place = value.partition(":")
    scene.profile.add_stay(place, scene.today if when == "now" else None)
    template = say.REGION_MOVED if when == "now" else say.REGION_SET
    return placed(scene, template.format(since=day(scene.today), place=place), resume)


def placed(scene: Scene, head: str, resume: Resume) -> Say:
    """The region is known: say what it asks for, then go on with what waited for it."""
    scene.person = scene.profile.person()
    scene.forget()
    was_asked = scene.state.asked is not None and scene.state.asked.about == "region"
    scene.remember(asked=None)
    waiting = bool(scene.state.drafts or scene.state.resume)
    said = Say(
        "\n".join([head, document_line(scene)] + ([] if waiting else [say.REGION_FIRST_STEPS])),
        intent=Intent.SET_PROFILE,
    )
    if not waiting:
        return said
    went_on = resume(scene)
    intent = went_on.intent if was_asked else Intent.SET_PROFILE
    return Say(said.text, intent=intent or Intent.SET_PROFILE).then(went_on)


def document_line(scene: Scene) -> str:
    """What this year asks for there, or that no document is on file."""
    balance = scene.statement(scene.today.year).balance
    if balance.citation is None:
        return say.REGION_NO_DOCUMENT.format(place=scene.place, places="、".join(scene.regions))
    parts = parts_of(balance.required)
    total = hours(balance.required.total or Decimal(0), balance.unit)
    return say.REGION_DOCUMENT.format(
        year=scene.today.year, document=balance.citation.document, total=total, parts=parts
    )


def parts_of(required: Tally) -> str:
    """The subjects' minima in words."""
    if required.public is not None and required.professional is not None:
        return REQUIREMENT_PARTS.format(public=plain(required.public), professional=plain(required.professional))
    if required.public is not None:
        return REQUIREMENT_PUBLIC.format(public=plain(required.public))
    if required.professional is not None:
        return REQUIREMENT_PROFESSIONAL.format(professional=plain(required.professional))
    return ""


def set_timezone(scene: Scene, timezone: str) -> Say:
    try:
        ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError):
        return Say(say.TIMEZONE_UNKNOWN)
    scene.profile.set_timezone(timezone)
    here, there = (scene.message.now.astimezone(ZoneInfo(zone)).utcoffset() for zone in (scene.timezone, timezone))
    assert here is not None
    assert there is not None
    scene.reminders.travelled(there - here)
    scene.timezone = timezone
    return Say(say.TIMEZONE_SET.format(timezone=spoken(timezone)))


def set_document(scene: Scene, words: str, year: int | None) -> Say:
    """The document that shall govern a year or all years; empty words go back to the region's."""
    if not words:
        scene.profile.choose_document(year, None)
        scene.person = scene.profile.person()
        scene.forget()
        return Say(say.DOCUMENT_RESET)
    found = scene.library.by_name(words)
    if found is None:
        documents = "、".join(policy.document for policy in scene.library.policies.values())
        return Say(say.DOCUMENT_UNKNOWN.format(documents=documents))
    scene.profile.choose_document(year, found.id)
    scene.person = scene.profile.person()
    scene.forget()
    years = f"{year}年" if year else say.ALL_YEARS
    return Say(say.DOCUMENT_SET.format(years=years, document=found.document))


def set_rest(scene: Scene, change: ProfileChange) -> Say:
    """Name, trade and the title aimed at."""
    words: list[str] = []
    if change.name:
        scene.profile.set_name(change.name)
        words.append(say.NAME_SET.format(name=change.name))
    if change.trade:
        scene.profile.set_trade(change.trade)
        scene.person = scene.profile.person()
        scene.forget()
        words += [say.TRADE_SET, trade_line(scene, scene.today.year)]
    if change.title_level:
        scene.profile.set_title_level(change.title_level)
        words.append(say.AIM_SET.format(level=say.LEVELS.get(change.title_level, "")))
    return Say("\n".join(word for word in words if word))
