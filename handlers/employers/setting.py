"""What an employer sets: region, document, deadline, names in its groups, days of reminders."""

from __future__ import annotations

from dataclasses import replace

from handlers.say import Say
from handlers.scene import Scene
from handlers.wording import employers as say
from nlu.ordering import Order
from nlu.reading import Intent
from policies.pack import Policy
from storage.employers import Employer, EmployerSettings


def place(scene: Scene, order: Order, employer: Employer) -> Say:
    """The region of members who named none."""
    if order.place is None:
        return put(scene, employer, "place", None, say.PLACE_GONE)
    found = scene.library.find_place(order.place)
    if found is None:
        return told(scene, say.PLACE_UNKNOWN.format(place=order.place))
    return put(scene, employer, "place", found.name, say.PLACE_SET.format(employer=employer.name, place=found.name))


def document(scene: Scene, order: Order, employer: Employer) -> Say:
    """The document for members who chose none."""
    year = order.years[0] if order.years else None
    if order.document is None:
        return put(scene, employer, "document", None, say.DOCUMENT_GONE)
    found = document_meant(scene, employer, order.document, year or scene.today.year)
    if found is None:
        return told(scene, no_such_document(scene, order.document))
    years = f"{year}年" if year else say.ALL_YEARS
    text = say.DOCUMENT_SET.format(employer=employer.name, years=years, document=found.document)
    return put(scene, employer, "document", found.id, text, year)


def document_meant(scene: Scene, employer: Employer, words: str, year: int) -> Policy | None:
    """The document that words name, or that holds in the place that they name."""
    library = scene.library
    found = library.by_name(words, scene.turn.employers.settings.of(employer.id).place or scene.place)
    place = None if found else library.find_place(words.partition("的")[0])
    return found or (library.in_place(place.name, year) if place else None)


def no_such_document(scene: Scene, words: str) -> str:
    """That no document is called so, and which there are."""
    documents = dict.fromkeys(policy.document for policy in scene.library.policies.values())
    return say.DOCUMENT_UNKNOWN.format(words=words, documents="、".join(documents))


def deadline(scene: Scene, order: Order, employer: Employer) -> Say:
    """The employer's own last day."""
    if order.day is None and order.on is False:
        return put(scene, employer, "deadline", None, say.DEADLINE_GONE)
    if order.day is None:
        return told(scene, say.DEADLINE_WHAT)
    month, day = order.day
    text = say.DEADLINE_SET.format(employer=employer.name, month=month, day=day)
    return put(scene, employer, "deadline", f"{month:02}-{day:02}", text)


def names(scene: Scene, order: Order, employer: Employer) -> Say:
    """Whether its groups may see names."""
    template = say.NAMES_ON if order.on else say.NAMES_OFF
    return put(scene, employer, "names", "yes" if order.on else "no", template)


def reminders(scene: Scene, order: Order, employer: Employer) -> Say:
    """On which days before the deadline its people are reminded."""
    if not order.on:
        return put(scene, employer, "reminders", "", say.REMINDERS_OFF)
    if not order.days:
        return put(scene, employer, "reminders", None, say.REMINDERS_USUAL)
    days = "、".join(map(str, order.days))
    text = say.REMINDERS_SET.format(employer=employer.name, days=days)
    return put(scene, employer, "reminders", " ".join(map(str, order.days)), text)


def put(scene: Scene, employer: Employer, field: str, value: str | None, text: str, year: int | None = None) -> Say:
    """Set it, put it down, and say so."""
    own, me = scene.turn.employers, scene.turn.account(scene.message.user)
    own.settings.set(employer.id, field, value, me, year)
    own.audit.append(employer.id, me, "set", field=field, value=value, year=year)
    return told(scene, text.format(employer=employer.name))


def shown(scene: Scene, _order: Order, employer: Employer) -> Say:
    """All that holds now."""
    own = scene.turn.employers
    set_up = own.settings.of(employer.id)
    groups = len(own.groups.of(employer.id))
    return told(scene, settings_text(scene, employer, set_up, groups))


def settings_text(scene: Scene, employer: Employer, set_up: EmployerSettings, groups: int) -> str:
    documents = "；".join(
        f"{f'{year}年' if year else say.ALL_YEARS}按{scene.library.policies[number].document}"
        for year, number in set_up.documents.items()
        if number in scene.library.policies
    )
    days = None if set_up.reminders is None else "、".join(map(str, set_up.reminders))
    return say.SETTINGS.format(
        employer=employer.name,
        place=set_up.place or say.UNSET["place"],
        documents=documents or say.UNSET["documents"],
        deadline=say.on_day(*set_up.deadline) if set_up.deadline else say.UNSET["deadline"],
        names=say.YES if set_up.names else say.NO,
        reminders=say.UNSET["reminders"] if days is None else (f"截止前{days}天" if days else say.NONE),
        groups=groups,
    )


def told(scene: Scene, text: str) -> Say:
    """A setting is no secret from the group where it was set."""
    said = Say(text, intent=Intent.GROUP)
    return replace(said, open_to_all=True) if scene.message.group is not None else said
