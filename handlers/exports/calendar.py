"""The days that matter as an .ics file: this year's deadline, and what the document sets days for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING

from handlers.reminding.deadlines import deadline_in
from handlers.scene import Scene
from handlers.wording import exports as say
from handlers.wording.figures import hours
from policies.calendar import Occasion, occasions_of

if TYPE_CHECKING:
    from icalendar import Component

WARNINGS = (timedelta(days=-30), timedelta(days=-7))  # before a deadline, the calendar reminds


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day, or several up to `last`; `monthly`: the same days of each month until the year ends."""

    key: str
    day: date
    last: date
    title: str
    words: str
    warned: bool = False


def events_of(scene: Scene, years: tuple[int, ...]) -> tuple[Day, ...]:
    """What is still to come of these years."""
    found = [event for year in years for event in (*_deadline(scene, year), *_occasions(scene, year))]
    return tuple(sorted((event for event in found if event.last >= scene.today), key=lambda event: event.day))


def _deadline(scene: Scene, year: int) -> Iterator[Day]:
    balance, day = scene.statement(year).balance, deadline_in(year, scene.profile.effects.deadline)
    cite, short = balance.citation, balance.short.total or Decimal(0)
    if cite is None:
        words = say.EVENT_PLAIN.format(year=year)
    elif short:
        words = say.EVENT_SHORT.format(short=hours(short), document=cite.document, article=cite.article)
    else:
        words = say.EVENT_COMPLETE
    yield Day(f"deadline-{year}", day, day, say.EVENT_DEADLINE.format(year=year), words, warned=True)


def _occasions(scene: Scene, year: int) -> Iterator[Day]:
    policy = scene.library.governing(scene.person, year)
    for occasion in occasions_of(policy) if policy else ():
        if occasion.concerns == "senior" and scene.profile.title_level != "senior":
            continue
        for month in occasion.months or range(1, 13):
            yield _occasion(occasion, year, month)


def _occasion(occasion: Occasion, year: int, month: int) -> Day:
    days = occasion.days or (1,)
    first, last = date(year, month, min(days)), date(year, month, max(days))
    if not occasion.days:
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    cite = occasion.citation
    key = f"{cite.policy}-{occasion.id}-{year}-{month}"
    return Day(key, first, last, cite.says, f"{cite.document} {cite.article}")


def calendar(events: tuple[Day, ...], owner: str, now: datetime) -> bytes:
    """The events as iCalendar. Keys of events stay the same, so that a later file renews them instead of adding."""
    from icalendar import Calendar  # noqa: PLC0415 - only who exports needs it

    made = Calendar()
    made.add("prodid", "-//xueshi//zh")
    made.add("version", "2.0")
    made.add("x-wr-calname", say.CALENDAR_TITLE)
    whose = sha256(owner.encode()).hexdigest()[:12]
    for event in events:
        made.add_component(_component(event, whose, now))
    return bytes(made.to_ical())


def _component(event: Day, whose: str, now: datetime) -> Component:
    from icalendar import Alarm, Event  # noqa: PLC0415

    component = Event()
    component.add("uid", f"{event.key}-{whose}@xueshi")
    component.add("dtstamp", now)
    component.add("dtstart", event.day)
    component.add("dtend", event.last + timedelta(days=1))
    component.add("summary", event.title)
    component.add("description", event.words)
    component.add("transp", "TRANSPARENT")
    for before in WARNINGS if event.warned else ():
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.title)
        alarm.add("trigger", before)
        component.add_component(alarm)
    return component
