"""One person's year of twenty entries: what the documents make of it, beside a function for the sums alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from policies.assess import assess
from policies.facts import Attributes, Fact, Period
from policies.library import load_library
from policies.person import Person, Stay
from policies.plan import Asker, plan
from tests.bench.figures import Figure, milliseconds

YEAR = 2025
PERSON = Person((Stay("常州"),))
TIMES = 300
REQUIRED, PUBLIC, PROFESSIONAL = Decimal(90), Decimal(30), Decimal(60)
FIRST_AUTHOR = Decimal(30)
RATES = {
    "public_course": (Decimal(30), "count"),
    "training": (Decimal(4), "days"),
    "online_course": (Decimal(1), "hours"),
    "paper": (Decimal(10), ""),
    "exam": (Decimal(30), "count"),
    "book": (Decimal(70), ""),
    "project": (Decimal(20), ""),
    "conference": (Decimal(8), "days"),
    "teaching": (Decimal(2), "hours"),
}
TOLD: tuple[tuple[str, Attributes], ...] = (
    ("public_course", {"count": Decimal(1), "passed": True}),
    ("training", {"days": Decimal(1), "organizer": "authority", "hours_printed": False}),
    ("training", {"days": Decimal(2), "organizer": "authority", "hours_printed": False}),
    ("training", {"days": Decimal(3), "organizer": "authority", "hours_printed": False}),
    ("training", {"days": Decimal(4), "organizer": "base", "hours_printed": False}),
    ("training", {"days": Decimal(1), "organizer": "own_unit", "hours_printed": False}),
    ("training", {"days": Decimal(2), "organizer": "own_unit", "hours_printed": False}),
    ("online_course", {"hours": Decimal(4)}),
    ("online_course", {"hours": Decimal(6)}),
    ("online_course", {"hours": Decimal(8)}),
    ("paper", {"cn": True, "rank": Decimal(1)}),
    ("paper", {"cn": True, "rank": Decimal(2)}),
    ("paper", {"cn": True, "rank": Decimal(3)}),
    ("exam", {"count": Decimal(1), "passed": True}),
    ("exam", {"count": Decimal(2), "passed": True}),
    ("exam", {"count": Decimal(3), "passed": True, "certificate": "二级建造师"}),
    ("book", {"sole": True, "rank": Decimal(1)}),
    ("project", {"level": "city", "rank": Decimal(2), "concluded": True}),
    ("conference", {"days": Decimal(1), "level": "provincial", "presented": False}),
    ("teaching", {"kind": "course", "hours": Decimal(4)}),
)
FACTS = tuple(
    Fact(number, activity, Period(date(YEAR, 1 + number % 12, 3), date(YEAR, 1 + number % 12, 3)), attributes)
    for number, (activity, attributes) in enumerate(TOLD, 1)
)


def figures(_: Path) -> Iterator[Figure]:
    """Microseconds for the year, and how many times the bare sums that is."""
    library = load_library()
    balance = assess(FACTS, PERSON, YEAR, library).balance
    sums = (balance.credited.public, balance.credited.professional, balance.short.total)
    assert sums == by_hand(FACTS), f"not the same figures: {sums}, {by_hand(FACTS)}"
    sheer = milliseconds(lambda: by_hand(FACTS), TIMES) * 1000
    full = milliseconds(lambda: assess(FACTS, PERSON, YEAR, library), TIMES) * 1000
    yield Figure("a year of 20 entries with every article cited", full, "us", sheer, "its sums by hand")
    asker = Asker(FACTS, PERSON, library, YEAR + 1, date(YEAR + 1, 11, 20))
    planned = milliseconds(lambda: plan(replace(asker), date(YEAR + 1, 12, 31)), 20)
    yield Figure("the quickest way through the next year, beside them", planned, "ms", full / 1000, "such a year")


def by_hand(facts: tuple[Fact, ...]) -> tuple[Decimal, Decimal, Decimal]:
    """Public, professional and missing hours of one year under one document, with its rates written into the code."""
    public = sum((hours_by_hand(fact) for fact in facts if fact.activity == "public_course"), Decimal(0))
    professional = sum((hours_by_hand(fact) for fact in facts if fact.activity != "public_course"), Decimal(0))
    short = max(
        max(PUBLIC - public, Decimal(0)) + max(PROFESSIONAL - professional, Decimal(0)),
        REQUIRED - public - professional,
    )
    return public, professional, max(short, Decimal(0))


def hours_by_hand(fact: Fact) -> Decimal:
    """The hours of one entry."""
    rate, by = RATES[fact.activity]
    if fact.activity == "paper" and fact.attributes["rank"] == 1:
        return FIRST_AUTHOR
    quantity = fact.attributes.get(by, 1)
    assert isinstance(quantity, Decimal | int)
    return rate * quantity
