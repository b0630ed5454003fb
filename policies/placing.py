"""In which years a figure's hours lie, and which years a deeming makes complete."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from policies.facts import Fact
from policies.figure import Figure
from policies.pack import COVERS, Policy
from policies.statement import Deeming, Share

YEAR_OF_MONTHS = 12


def year_of(fact: Fact, policy: Policy) -> int:
    """The credit year of a fact: the one that it makes up for, else that of its end."""
    return fact.made_up_for or policy.credit_year(fact.when.end)


def shares_of(fact: Fact, policy: Policy, figure: Figure) -> tuple[Share, ...]:
    """The hours by year. Most lie in one; some are spread over the next years too, or repeated each year."""
    rule, year = figure.rule, year_of(fact, policy)
    assert rule is not None
    if rule.spread:
        parts = enumerate(rule.spread)
        return tuple(Share(year + later, figure.subject, figure.hours * part) for later, part in parts)
    if rule.yearly and fact.made_up_for is None:
        return tuple(Share(each, figure.subject, figure.hours) for each in years_of(fact, policy, figure))
    return (Share(year, figure.subject, figure.hours),)


def years_of(fact: Fact, policy: Policy, figure: Figure) -> range:
    """The years that the fact lasted, as far as the document's own line goes back."""
    first, last = fact.when.start.year, fact.when.end.year
    months = (figure.known or {}).get("months")
    if first == last and isinstance(months, Decimal):
        first = last + 1 - int((months / YEAR_OF_MONTHS).to_integral_value(ROUND_CEILING))
    return range(max(first, policy.since), last + 1)


def deemings_of(fact: Fact, policy: Policy, figure: Figure) -> tuple[Deeming, ...]:
    """The years made complete, within the years in which the document's line holds."""
    assert figure.rule is not None
    covers = figure.rule.covers or COVERS
    years = deemed_years(fact, policy, figure)
    return tuple(
        Deeming(year, covers)
        for year in years
        if policy.since <= year and (policy.until is None or year <= policy.until)
    )


def deemed_years(fact: Fact, policy: Policy, figure: Figure) -> range:
    """The year itself, a certain year, the years of the term, or all years that the assignment touched."""
    year, known = year_of(fact, policy), figure.known or {}
    deems = figure.row.deems if figure.row is not None else None
    if isinstance(deems, int):
        return range(deems, deems + 1)
    if deems == "term":
        first, last = known.get("term_from"), known.get("term_to")
        if isinstance(first, Decimal) and isinstance(last, Decimal):
            return range(int(first), int(last) + 1)
    if deems == "span" and fact.made_up_for is None:
        return years_of(fact, policy, figure)
    return range(year, year + 1)
