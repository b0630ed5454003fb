"""Members' years: those that are not kept are computed, the rest is counted where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from handlers.message import Json
from handlers.views import balance_json
from policies.assess import assess
from policies.library import Library
from policies.person import Person
from policies.statement import Balance
from storage.database import Turn

Gaps = tuple[int | None, int | None, int | None]
Kept = tuple[int, bool, Gaps, Json]  # account, complete, what is missing, balance

AHEAD = 1000  # people whose year one tick computes ahead of questions


def bring_up(turn: Turn, library: Library, employer: int, year: int) -> None:
    """Compute the members' years that are not kept."""
    keep(turn, library, turn.employers.standings.missing(employer, year, library.stamp), year)


def freshen(turn: Turn, library: Library, year: int, most: int = AHEAD) -> int:
    """Compute up to so many of all employers' members' years that are not kept, ahead of any question; how many."""
    accounts = turn.employers.standings.missing_anywhere(year, library.stamp, most)
    keep(turn, library, accounts, year)
    return len(accounts)


def keep(turn: Turn, library: Library, accounts: list[int], year: int) -> None:
    """Compute and keep these people's year."""
    turn.employers.standings.put(year, library.stamp, computed(turn, library, accounts, year))


def computed(turn: Turn, library: Library, accounts: list[int], year: int) -> Iterator[Kept]:
    """The people's year as the documents see it; who has no entries stands as others of the same place do."""
    alike: list[tuple[Person, Balance]] = []
    for account, person, facts in turn.employers.crowd.people(accounts):
        known = next((balance for other, balance in alike if other == person), None) if not facts else None
        balance = known or assess(facts, person, year, library).balance
        if not facts and known is None:
            alike.append((person, balance))
        yield account, balance.complete, gaps_of(balance), balance_json(balance)


def gaps_of(balance: Balance) -> Gaps:
    """What is missing in all, of public and of professional hours, in thousandths; None without a document."""
    if balance.citation is None:
        return None, None, None
    short = balance.short
    return thousandths(short.total), thousandths(short.public), thousandths(short.professional)


def thousandths(hours: Decimal | None) -> int:
    return int(((hours or Decimal(0)) * 1000).to_integral_value())
