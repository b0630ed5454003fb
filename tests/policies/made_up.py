"""Hypothesis strategies for facts and people: anything that the vocabulary can say."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from policies.facts import Fact, Period, Range, Value
from policies.person import Person, Stay
from policies.vocabulary import Attribute, read_vocabulary

VOCABULARY = read_vocabulary()
PLACES = ("常州", "苏州", "南通", "南昌", "常德", "长沙")
TITLES = ("甲", "乙", "丙")
FIRST, LAST = date(2010, 1, 1), date(2027, 12, 31)


def values_of(activity: str, attribute: Attribute) -> st.SearchStrategy[Value]:
    """What an attribute of an activity may be."""
    if attribute.type == "flag":
        return st.booleans()
    if attribute.type == "choice":
        return st.sampled_from(VOCABULARY.values_of(activity, attribute.id))
    if attribute.type == "rank":
        return st.one_of(st.integers(1, 9).map(Decimal), st.sampled_from([Range(2), Range(1, 3), Range(2, 5)]))
    if attribute.type == "text":
        return st.sampled_from(TITLES)
    if attribute.id in {"term_from", "term_to"}:
        return st.integers(2010, 2027).map(Decimal)
    most = min(attribute.most or Decimal(40), Decimal(5 if attribute.id == "count" else 40000))
    halves = st.integers(int(2 * (attribute.least or 1)), int(2 * most)).map(lambda half: Decimal(half) / 2)
    return halves.map(lambda value: value.to_integral_value()) if attribute.whole else halves


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A day, some days, or a whole year."""
    start = draw(st.dates(FIRST, LAST))
    if draw(st.booleans()):
        return Period(date(start.year, 1, 1), date(start.year, 12, 31))
    return Period(start, start + timedelta(days=draw(st.sampled_from([0, 0, 2, 10, 400]))), exact=True)


@st.composite
def facts(draw: st.DrawFn, number: int = 1, *, titled: bool = True) -> Fact:
    """Any activity with any part of its attributes."""
    activity = draw(st.sampled_from(sorted(VOCABULARY.activities)))
    names = [name for name in VOCABULARY.activities[activity].attributes if titled or name != "title"]
    said = draw(st.lists(st.sampled_from(names), unique=True))
    attributes = {name: draw(values_of(activity, VOCABULARY.attributes[name])) for name in said}
    made_up_for = draw(st.sampled_from([None, None, None, 2024]))
    return Fact(number, activity, draw(periods()), attributes, made_up_for)


@st.composite
def ledgers(draw: st.DrawFn, *, titled: bool = True) -> tuple[Fact, ...]:
    """Some facts with numbers of their own."""
    return tuple(draw(facts(number, titled=titled)) for number in range(1, draw(st.integers(1, 8)) + 1))


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Somebody who works in one place, or moved to another."""
    first = Stay(draw(st.sampled_from(PLACES)))
    if draw(st.booleans()):
        return Person((first,))
    return Person((first, Stay(draw(st.sampled_from(PLACES)), draw(st.dates(FIRST, LAST)))))
