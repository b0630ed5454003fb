"""What another document does to a ledger: each fact under both, the years side by side, whatever years they hold in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from policies.effect import Effect, effect
from policies.facts import Fact
from policies.library import Library, load_library
from policies.person import Person, Stay
from policies.statement import Outcome
from tests.policies.cases_format import fact_of

LIBRARY = load_library()
PERSON = Person((Stay("常州"),), {2020: "nantong-2011"})
PAPER = {"activity": "paper", "when": "2020", "cn": True, "rank": Decimal(2)}
TRAINING = {"activity": "training", "when": "2021", "days": Decimal(5), "mode": "full_time", "organizer": "authority"}
DEGREE = {"activity": "degree", "when": "2019", "attained": True}
SELF_STUDY = {"activity": "self_study", "when": "2021", "hours": Decimal(40), "days": Decimal(5), "organised": True}


def facts(*did: dict[str, object]) -> list[Fact]:
    return [fact_of(number, each) for number, each in enumerate(did, 1)]


def number(hours: Decimal | None) -> int | None:
    return None if hours is None else int(hours)


def told(found: list[Fact], one: str, other: str, library: Library = LIBRARY) -> Effect:
    return effect(found, PERSON, library.policies[one], library.policies[other], library)


def test_each_fact_has_its_hours_under_both() -> None:
    found = told(facts(PAPER, TRAINING), "changzhou-2011", "changzhou-2024")
    assert [(number(each.a.appraisal.hours), number(each.b.appraisal.hours)) for each in found.facts] == [
        (20, 10),
        (30, 40),
    ]


def test_the_years_stand_side_by_side() -> None:
    found = told(facts(PAPER, TRAINING), "changzhou-2011", "changzhou-2024")
    assert [each.year for each in found.years] == [2020, 2021]
    last = found.years[-1]
    assert (number(last.a.required.total), number(last.b.required.total)) == (72, 90)
    assert (number(last.a.short.total), number(last.b.short.total)) == (42, 50)


def test_what_reaches_into_another_year_shows_there() -> None:
    found = told(facts(DEGREE), "changzhou-2011", "changzhou-2024")
    assert [(each.year, number(each.a.credited.total), number(each.b.credited.total)) for each in found.years] == [
        (2019, 50, 0),
        (2020, 50, 0),
    ]


def test_caps_show_in_what_is_counted() -> None:
    (self_study,) = told(facts(SELF_STUDY), "nantong-2011", "changzhou-2024").facts
    assert (number(self_study.a.appraisal.hours), number(self_study.a.credited)) == (40, 24)  # a third of 72
    assert (number(self_study.b.appraisal.hours), number(self_study.b.credited)) == (40, 30)


def test_a_document_is_tried_beyond_its_own_years() -> None:
    exam = {"activity": "exam", "when": "2025", "passed": True, "count": Decimal(1)}
    (found,) = told(facts(exam), "nantong-2011", "nantong-2023").facts
    assert found.a.appraisal.outcome is Outcome.DEEMED
    assert [each.year for each in found.a.appraisal.deems] == [2025]
    assert found.b.appraisal.hours == 30


def test_documents_chosen_before_make_no_difference() -> None:
    chosen = [replace(fact, policy="jiangxi-2023") for fact in facts(PAPER, TRAINING)]
    plain = told(facts(PAPER, TRAINING), "changzhou-2011", "changzhou-2024")
    found = told(chosen, "changzhou-2011", "changzhou-2024")
    assert [each.a.credited for each in found.facts] == [each.a.credited for each in plain.facts]


def test_an_open_question_is_no_figure() -> None:
    (found,) = told(
        facts({"activity": "training", "when": "2021", "days": Decimal(2)}), "changzhou-2011", "changde-2024"
    ).facts
    assert found.a.appraisal.outcome is Outcome.INCOMPLETE
    assert (number(found.a.credited), number(found.b.credited)) == (0, 16)


def test_the_library_stays_as_it_was() -> None:
    told(facts(DEGREE), "nantong-2011", "changzhou-2024")
    assert LIBRARY.policies["nantong-2011"].until is not None


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(sorted(LIBRARY.policies)),
    st.lists(st.sampled_from([PAPER, TRAINING, DEGREE, SELF_STUDY]), max_size=4),
)
def test_a_document_against_itself_changes_nothing(name: str, did: list[dict[str, object]]) -> None:
    found = told(facts(*did), name, name)
    assert all(each.a == each.b for each in found.facts)
    assert all(each.a == each.b for each in found.years)
