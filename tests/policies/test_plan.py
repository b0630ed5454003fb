"""No cheaper plan closes the gap than the one that is given: all that cost less are tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import pytest

from policies.facts import Fact, Period
from policies.library import load_library
from policies.person import Person, Stay
from policies.plan import Asker, PlannedStep, Steps, cost, gains, main_subject, plan
from policies.ways import read_ways

LIBRARY = load_library()
DEADLINE = date(2026, 12, 31)
SPRING = Period(date(2026, 3, 1), date(2026, 3, 31))
LEDGERS = {
    "both are missing": (
        Fact(1, "training", SPRING, {"hours": Decimal(54), "organizer": "authority"}),
        Fact(2, "public_course", SPRING, {"hours": Decimal(24)}),
    ),
    "public alone is missing": (
        Fact(1, "training", SPRING, {"hours": Decimal(72), "organizer": "authority"}),
        Fact(2, "public_course", SPRING, {"hours": Decimal(6)}),
    ),
    "professional hours are missing": (
        Fact(1, "training", SPRING, {"hours": Decimal(56), "organizer": "authority"}),
        Fact(2, "public_course", SPRING, {"hours": Decimal(30)}),
    ),
}


def asker_in(place: str, facts: tuple[Fact, ...], today: date = date(2026, 11, 20)) -> Asker:
    """Somebody who has worked there for ever."""
    return Asker(facts, Person(stays=(Stay(place, None),)), LIBRARY, 2026, today)


def cheaper_than(options: Sequence[PlannedStep], limit: Decimal, chosen: Steps = ()) -> Iterator[Steps]:
    """Every choice of at most one amount of each way that costs less."""
    yield chosen
    for place, option in enumerate(options):
        further = (*chosen, option)
        if cost(further) < limit:
            rest = [other for other in options[place + 1 :] if other.way.id != option.way.id]
            yield from cheaper_than(rest, limit, further)


@pytest.mark.parametrize("place", ["常州", "常德", "江苏", "江西", "南通"])
@pytest.mark.parametrize("ledger", LEDGERS)
def test_nothing_cheaper_closes_the_gap(place: str, ledger: str) -> None:
    asker = asker_in(place, LEDGERS[ledger])
    found = plan(asker, DEADLINE)
    assert found.now.short.total
    best = found.plans[0]
    assert not asker.balance_with(step.fact for step in best.steps).short.total
    left = (DEADLINE - asker.today).days
    options = [step for way in read_ways() if way.lead <= left for step in gains(asker, way, found.now)]
    tried = 0
    for steps in cheaper_than(options, cost(best.steps)):
        tried += 1
        assert asker.balance_with(step.fact for step in steps).short.total, steps
    assert tried


def test_another_plan_is_of_another_kind_and_costs_no_less() -> None:
    found = plan(asker_in("江苏", LEDGERS["professional hours are missing"]), DEADLINE).plans
    assert len(found) == 3
    assert [cost(each.steps) for each in found] == sorted(cost(each.steps) for each in found)
    chosen = [{step.way.id for step in each.steps if step.subject == main_subject(each)} for each in found]
    assert not chosen[0] & chosen[1]
    assert not (chosen[0] | chosen[1]) & chosen[2]


def test_what_the_days_left_do_not_allow_is_named_and_not_planned() -> None:
    found = plan(asker_in("常州", LEDGERS["professional hours are missing"], date(2026, 12, 30)), DEADLINE)
    late = {way.id for way in found.too_late}
    assert late
    assert not late & {step.way.id for each in found.plans for step in each.steps}
