"""What is counted by the day and runs over New Year belongs to two years, each day to its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from policies.facts import Fact, Period
from policies.figure import Figure
from policies.pack import Policy
from policies.statement import Outcome


def splits_by_day(fact: Fact, figure: Figure) -> bool:
    """Whether the hours are so many a day, without a cap for the occasion, and the very days are known."""
    row, rule = figure.row, figure.rule
    if fact.made_up_for is not None or not fact.when.exact or row is None or rule is None or row.per != "day":
        return False
    if (
        figure.outcome is not Outcome.CREDITED
        or row.most is not None
        or any(cap.per == "occasion" for cap in rule.caps)
    ):
        return False
    return fact.attributes.get("days") == days_between(fact.when.start, fact.when.end)


def days_between(start: date, end: date) -> Decimal:
    """How many days, both counted."""
    return Decimal((end - start).days + 1)


def by_year(fact: Fact, policy: Policy) -> tuple[Fact, ...]:
    """The fact's parts, one for each credit year that its days lie in."""
    pieces: list[Fact] = []
    start = day = fact.when.start
    while day <= fact.when.end:
        after = day + timedelta(days=1)
        if after > fact.when.end or policy.credit_year(after) != policy.credit_year(start):
            attributes = {**fact.attributes, "days": days_between(start, day)}
            pieces.append(replace(fact, when=Period(start, day, exact=True), attributes=attributes))
            start = after
        day = after
    return tuple(pieces)
