"""The hours of a decision table's row: quantity times rate, bonus, and the caps for a day and an occasion."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from policies.facts import Attributes
from policies.figure import NOTHING, ONE, Figure, Missing
from policies.pack import QUANTITIES, Row, Rule
from policies.ranks import bounds
from policies.statement import Outcome

CENT = Decimal("0.01")


def first(rows: Sequence[Row], known: Attributes) -> Row | frozenset[str] | None:
    """The first row that fits; what must be known to tell; or None."""
    for row in rows:
        fits = row.when.test(known)
        if fits is True:
            return row
        if fits is None:
            return row.when.blockers(known)
    return None


def amount(rule: Rule, row: Row, known: Attributes) -> Figure | Missing:
    """The hours of the row that fits, with bonus and caps."""
    quantity = quantity_of(row, known)
    if quantity is None:
        return Missing(frozenset({QUANTITIES[row.per] or "count"}), rule)
    subject = subject_of(rule, known)
    if subject is None:
        return Missing(frozenset({"subject"}), rule)
    if row.deems is not None or row.tallies is not None:
        outcome = Outcome.WAITING if row.deems is None else Outcome.DEEMED
        return Figure(outcome, rule, NOTHING, subject, row, None, quantity, known)
    return credit(rule, row, known, quantity, subject)


def credit(rule: Rule, row: Row, known: Attributes, quantity: Decimal, subject: str) -> Figure | Missing:
    """So many hours: quantity times rate, and what is added, within the caps."""
    rate = row.hours if row.plain else rate_of(row, known)
    if isinstance(rate, frozenset):
        return Missing(rate, rule)
    hours = quantity * rate
    bonus = first(rule.bonuses, known) if rule.bonuses else None
    if isinstance(bonus, frozenset):
        return Missing(bonus, rule)
    if bonus is not None:
        hours += bonus.hours * (quantity_of(bonus, known) or ONE)
    if not hours:
        return Figure(Outcome.NO_ITEM, rule, NOTHING, subject, row, None, quantity, known)
    figure = Figure(Outcome.CREDITED, rule, hours, subject, row, bonus, quantity, known, (), None, hours, rate)
    return figure if row.uncapped and not rule.caps and rule.round_to is None else capped(figure, rule, row, known)


def quantity_of(row: Row, known: Attributes) -> Decimal | None:
    """How many times the rate counts; None where it was not said and must be."""
    name = QUANTITIES[row.per]
    if name is None:
        return ONE
    value = known.get(name)
    if not isinstance(value, Decimal):
        return ONE if row.per == "item" else None
    if row.every == ONE and not row.whole:
        return value
    times = value / row.every
    return times.to_integral_value(ROUND_FLOOR) if row.whole else times


def rate_of(row: Row, known: Attributes) -> Decimal | frozenset[str]:
    """The row's figure for one, by rank and share where it has such; what is missing for it otherwise."""
    rate = row.hours
    if row.by_rank:
        rank = known.get("rank")
        low, high = (1, None) if rank is None else bounds(rank)
        rates = {by_rank(row.by_rank, place) for place in range(low, (high or len(row.by_rank) + low + 1) + 1)}
        if len(rates) > 1:
            return frozenset({"rank"})
        rate = rates.pop()
    if row.part is not None:
        rate *= row.part
    if row.among:
        authors = known.get("authors")
        if not isinstance(authors, Decimal):
            return frozenset({"authors"})
        sharing = authors - 1 if row.among == "others" else authors
        rate /= max(sharing, ONE)
    return rate


def by_rank(rates: Sequence[Decimal], place: int) -> Decimal:
    """The figure of a place in a rank list; beyond its end nothing."""
    return rates[place - 1] if place <= len(rates) else NOTHING


def subject_of(rule: Rule, known: Attributes) -> str | None:
    """The subject that the hours go to; None where it must be asked."""
    subject = rule.subject
    if subject.fixed is not None:
        return subject.fixed
    if subject.order:
        return subject.order[0]
    stated = known.get("subject", subject.unsaid)
    return stated if isinstance(stated, str) else None


def capped(figure: Figure, rule: Rule, row: Row, known: Attributes) -> Figure:
    """The figure within the caps of its row and rule for a day and an occasion, rounded as the rule says."""
    days, count = known.get("days"), known.get("count")
    occasions = count if isinstance(count, Decimal) and row.per != "unit" else ONE
    if row.most_a_day is not None and isinstance(days, Decimal):
        figure.hours = min(figure.hours, row.most_a_day * days)
    if row.most is not None:
        figure.hours = min(figure.hours, row.most * occasions)
    for cap in rule.caps:
        times = days if cap.per == "day" else occasions
        if cap.hours is not None and isinstance(times, Decimal) and figure.hours > cap.hours * times:
            figure.hours, figure.limit = cap.hours * times, cap
    if rule.round_to is not None or row.among:
        figure.hours = rounded(figure.hours, rule.round_to or CENT)
    return figure


def rounded(hours: Decimal, to: Decimal) -> Decimal:
    """Hours to the nearest multiple of `to`, halves up."""
    return (hours / to).to_integral_value(ROUND_HALF_UP) * to
