"""What is looked up for many is what is searched for one: the same effort, and the year complete with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from policies.assess import assess
from policies.facts import Fact, Period, Value
from policies.library import Library
from policies.person import Person, Stay
from policies.plan import Asker, cost, plan
from policies.quickest import Gap, Quickest

TODAY, DEADLINE = date(2026, 11, 1), date(2026, 12, 31)
MAY = Period(date(2026, 5, 4), date(2026, 5, 8))
DEEDS: tuple[tuple[str, dict[str, Value]], ...] = (
    ("public_course", {"passed": True, "count": Decimal(1), "hours": Decimal(10), "days": Decimal(2)}),
    ("training", {"organizer": "own_unit", "days": Decimal(3)}),
    ("training", {"organizer": "authority", "days": Decimal(5), "mode": "full_time"}),
    ("online_course", {"organizer": "base", "passed": True, "hours": Decimal(40)}),
    ("paper", {"cn": True, "core": False, "sole": True, "rank": Decimal(1)}),
)


@settings(max_examples=25)
@given(
    place=st.sampled_from(["常州", "苏州", "南通", "南昌", "常德"]),
    deeds=st.lists(st.sampled_from(DEEDS), max_size=4),
)
def test_the_steps_looked_up_are_as_cheap_as_those_searched_for(
    library: Library, place: str, deeds: list[tuple[str, dict[str, Value]]]
) -> None:
    person = Person((Stay(place),))
    facts = tuple(Fact(number, activity, MAY, sets) for number, (activity, sets) in enumerate(deeds, 1))
    balance = assess(facts, person, 2026, library).balance
    steps = Quickest(library).steps(Gap(facts, person, balance, TODAY, DEADLINE))
    searched = plan(Asker(facts, person, library, 2026, TODAY), DEADLINE).plans
    assert bool(steps) == bool(searched)
    if searched:
        assert cost(steps) <= cost(searched[0].steps)
        assert not assess((*facts, *(step.fact for step in steps)), person, 2026, library).balance.short.total
