"""What should be told, worked out the slow way from the contract's own sentences.

It knows nothing of due times kept in a table, of batches or of keys: for each hour it goes through everybody and
through every rule. Only what a year lacks is asked of `policies.assess`, which has oracles of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import chinese_calendar
import holidays

from policies.assess import assess
from policies.facts import Fact
from policies.library import Library
from policies.person import Person

HOUR = timedelta(hours=1)
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
BEFORE = {90, 60, 30, 14, 7, 3, 1}


@dataclass
class Wish:
    """A reminder of one's own: on `weekday` (0 Monday) at `hour`, or once on `day`."""

    text: str
    hour: int
    weekday: int | None = None
    day: date | None = None
    since: datetime = ALWAYS
    ended: bool = False
    paused: bool = False


PersonOf = Callable[[], Person]  # read only at the hours that matter
FactsOf = Callable[[], tuple[Fact, ...]]
Rule = tuple[object, ...]  # the kind, and what makes one of it the same one


@dataclass
class Somebody:
    """A person as the contract sees them; `told` is what they were reminded of, `held` what waits for a snooze."""

    name: str
    known: datetime
    zone: str = "Asia/Shanghai"
    deadline: tuple[int, int] = (12, 31)
    stopped: bool = False
    snoozed: datetime | None = None
    senior: bool = False
    wishes: list[Wish] = field(default_factory=list)
    told: set[Rule] = field(default_factory=set)
    held: set[Rule] = field(default_factory=set)
    skipped: list[datetime] = field(default_factory=list)  # half hours that a journey left out

    def travel(self, zone: str, now: datetime) -> None:
        """Go where clocks show another time; what they leave out is still to be told."""
        before = now.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
        self.zone = zone
        after = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        half = before.replace(minute=before.minute // 30 * 30)
        while (half := half + HOUR / 2) <= after:
            self.skipped.append(half.replace(tzinfo=ZoneInfo(zone)))


@dataclass
class Oracle:
    """Goes through everybody, hour by hour."""

    library: Library

    def due(self, one: Somebody, person: PersonOf, facts: FactsOf, now: datetime) -> set[str]:
        """What the tick at `now` tells them of: plan, enrolment, recognition, summary, and the texts of wishes."""
        moments = self.moments(one, now)
        one.skipped = [each for each in one.skipped if each not in moments]
        found = {wish.text for wish in one.wishes if self.wished(one, wish, moments)}
        nines = {moment.date() for moment in moments if moment.time() == time(9)}
        waits = bool(one.held) or one.snoozed is not None
        if one.stopped or not (nines or waits):
            return found
        whom = person()
        if not whom.stays:
            one.held = set()
            one.snoozed = None if one.snoozed is not None and now >= one.snoozed else one.snoozed
            return found
        return found | self.of_the_plan(one, whom, facts(), now, nines)

    def wished(self, one: Somebody, wish: Wish, moments: list[datetime]) -> bool:
        """At its hour, once each time; at night too, since the hour was named."""
        if wish.ended or wish.paused:
            return False
        for moment in moments:
            if moment.hour != wish.hour or moment.minute:
                continue
            day = moment.date()
            fits = day == wish.day if wish.day else day.weekday() == wish.weekday
            key = ("wish", id(wish), day)
            if fits and moment > wish.since and key not in one.told:
                one.told.add(key)
                return True
        return False

    def moments(self, one: Somebody, now: datetime) -> list[datetime]:
        """The half hours that have passed since the tick before, as local times; those that a journey left out come
        with them, by day or within an hour."""
        here = now.astimezone(ZoneInfo(one.zone))
        late = [each for each in one.skipped if 8 <= here.hour < 22 or here - each < HOUR]
        return [*late, here - HOUR / 2, here]

    def of_the_plan(
        self, one: Somebody, person: Person, facts: tuple[Fact, ...], now: datetime, nines: set[date]
    ) -> set[str]:
        """What comes without being asked for; while snoozed and at night it is kept, and told afterwards."""
        today = now.astimezone(ZoneInfo(one.zone)).date()
        ripe = {rule for day in nines for rule in self.at_nine(one, person, day)}
        one.held |= ripe
        if one.snoozed is not None and now >= one.snoozed:
            one.held.add(("snooze", one.snoozed))
            one.snoozed = None
        if one.snoozed is not None or not 8 <= now.astimezone(ZoneInfo(one.zone)).hour < 22:
            return set()
        ripe, one.held = one.held, set()
        telling = {rule for rule in ripe if rule not in one.told and self.has_point(rule, person, facts, today)}
        one.told |= telling
        return {"plan" if rule[0] == "snooze" else str(rule[0]) for rule in telling}

    def at_nine(self, one: Somebody, person: Person, day: date) -> set[Rule]:
        """The rules that speak of nine o'clock of a day."""
        found: set[Rule] = set()
        deadline = date(day.year, *one.deadline)
        if (deadline - day).days in BEFORE:
            found.add(("plan", deadline, (deadline - day).days))
        if self.library.region_of(person.place_at_end_of(day.year), day.year) == "常德":
            if day == self.opens(day):
                found.add(("enrolment", day))
            if one.senior and (day.month, day.day) == (6, 1):
                found.add(("recognition", day))
        known = one.known.astimezone(ZoneInfo(one.zone)).year
        if (day.month, day.day) == (1, 10) and known < day.year:
            found.add(("summary", day))
        return found

    def has_point(self, rule: Rule, person: Person, facts: tuple[Fact, ...], today: date) -> bool:
        """Whether it is still of use to them today."""
        kind, day = rule[0], rule[1]
        if kind == "snooze":
            return self.short(person, facts, today.year, "total")
        assert isinstance(day, date)
        if kind == "plan":
            return today.year == day.year and self.short(person, facts, day.year, "total")
        if kind == "enrolment":
            return today <= day + timedelta(days=2) and self.short(person, facts, today.year, "public")
        if kind == "recognition":
            return today <= date(day.year, 7, 31)
        return today <= date(day.year, 2, 28) and self.short(person, facts, day.year - 1, "any")

    def opens(self, day: date) -> date:
        """The first day of the month on which enrolment is open: past statutory holidays and their days off."""
        first = day.replace(day=1)
        while self.closed(first):
            first += timedelta(days=1)
        return first

    def closed(self, day: date) -> bool:
        try:
            off, why = chinese_calendar.get_holiday_detail(day)
        except NotImplementedError:
            return day in holidays.country_holidays("CN", years=day.year)
        return bool(off and why)

    def short(self, person: Person, facts: tuple[Fact, ...], year: int, of: str) -> bool:
        balance = assess(facts, person, year, self.library).balance
        if of == "any":
            return balance.citation is not None
        return bool(balance.short.public if of == "public" else balance.short.total)
