"""How the tables of worked cases write facts and people down."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from policies.facts import Fact, Period
from policies.person import Person, Stay
from policies.ranks import value_of

NOT_ATTRIBUTES = {"activity", "when", "made_up_for", "policy", "rejected"}


def fact_of(number: int, did: Mapping[str, Any]) -> Fact:
    """A fact from a table such as `{ activity = "paper", when = "2025-03", cn = true, rank = "2-" }`."""
    attributes = {name: value_of(value) for name, value in did.items() if name not in NOT_ATTRIBUTES}
    return Fact(
        number,
        did["activity"],
        period_of(str(did["when"])),
        attributes,
        did.get("made_up_for"),
        did.get("policy"),
        did.get("rejected", False),
    )


def period_of(text: str) -> Period:
    """A year, a month, a day, or two of these with a slash between."""
    first, _, last = text.partition("/")
    start, end = bounds(first)[0], bounds(last or first)[1]
    exact = len(first) == len("2025-03-05") and len(last or first) == len("2025-03-05")
    return Period(start, end, exact)


def bounds(text: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], 1), date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])
    return date(*parts), date(*parts)


def person_of(raw: Mapping[str, Any]) -> Person:
    """`place = "常州"`, or `moves = [["常州"], ["江西", "2026-03-10"]]`; the rest as in Person."""
    moves = raw.get("moves") or ([[raw["place"]]] if "place" in raw else [])
    stays = tuple(Stay(move[0], date.fromisoformat(str(move[1])) if len(move) > 1 else None) for move in moves)
    chosen = {None if year == "all" else int(year): policy for year, policy in raw.get("chosen", {}).items()}
    leave = {int(year): Decimal(months) for year, months in raw.get("leave", {}).items()}
    return Person(stays, chosen, raw.get("trade"), raw.get("title_level"), leave)
