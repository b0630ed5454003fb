"""Many people at once, written into the tables as their messages would have left them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from random import Random

from sqlalchemy import insert

from storage import Database
from storage.codec import attributes_text
from storage.tables import ACCOUNT, DUE, ENTRY, PROFILE

PLACES = ("常州", "苏州", "南通", "江西", "常德")
DEEDS: tuple[tuple[str, dict[str, object]], ...] = (
    ("public_course", {"passed": True, "count": 1, "hours": 30, "days": 4}),
    ("public_course", {"passed": True, "count": 1, "hours": 10, "days": 2}),
    ("training", {"organizer": "own_unit", "days": 2}),
    ("training", {"organizer": "authority", "days": 5}),
    ("online_course", {"organizer": "base", "passed": True, "hours": 12}),
    ("conference", {"level": "provincial", "presented": False, "days": 1}),
    ("paper", {"cn": True, "core": False, "sole": True, "rank": 1}),
)
AT_ONCE = 5000


def populate(
    database: Database, count: int, known: datetime, due: datetime, seed: int = 1, *, complete: bool = True
) -> None:
    """So many people of five regions with up to three deeds of that year each, all due at that instant; `complete`:
    a few have all their hours."""
    random = Random(seed)
    rows = list(people(count, known, due, random, 4 if complete else 2))
    with database._engine.begin() as connection:
        for table, key in ((ACCOUNT, 0), (DUE, 1), (PROFILE, 2), (ENTRY, 3)):
            some = [row for person in rows for row in person[key]]
            for start in range(0, len(some), AT_ONCE):
                connection.execute(insert(table), some[start : start + AT_ONCE])


def people(
    count: int, known: datetime, due: datetime, random: Random, most: int
) -> Iterator[tuple[list[dict[str, object]], ...]]:
    """The rows of each person: account, due time, profile, entries."""
    for number in range(1, count + 1):
        account = {"id": number, "user": f"u{number}", "first_seen": known}
        when = {
            "account_id": number,
            "next_due": due,
            "since": known,
            "held": False,
            "stopped": False,
            "snoozed_until": None,
        }
        place = {"account_id": number, "field": "place", "value": random.choice(PLACES), "recorded_at": known}
        deeds = [entry(number, known, *deed) for deed in random.sample(DEEDS, random.randrange(most))]
        yield [account], [when], [place], deeds


def entry(account: int, known: datetime, activity: str, attributes: dict[str, object]) -> dict[str, object]:
    return {
        "account_id": account,
        "activity": activity,
        "starts": date(known.year, 3, 1),
        "ends": date(known.year, 3, 9),
        "exact": False,
        "attributes": attributes_text(attributes),  # type: ignore[arg-type]
        "said": "",
        "made_up_for": None,
        "policy": None,
        "replaces": None,
        "recorded_at": known,
    }
