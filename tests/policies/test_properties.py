"""What holds for every ledger: caps, order, undoing, adding; and that questions end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from policies.appraise import appraise
from policies.assess import assess
from policies.caps import limit_of
from policies.facts import Fact
from policies.library import load_library
from policies.pack import Cap, Policy
from policies.person import Person
from policies.statement import Outcome, Question, Statement
from tests.policies.made_up import VOCABULARY, facts, ledgers, people, values_of

LIBRARY = load_library()
YEARS = range(2011, 2030)
MANY = settings(deadline=None, max_examples=120)


def total(statement: Statement) -> Decimal:
    return statement.balance.credited.total or Decimal(0)


@MANY
@given(ledgers(), people(), st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(ledger: tuple[Fact, ...], person: Person, random: object) -> None:
    shuffled = list(ledger)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for year in {fact.year for fact in ledger}:
        assert assess(ledger, person, year, LIBRARY) == assess(shuffled, person, year, LIBRARY)


@MANY
@given(ledgers(), people())
def test_no_cap_is_ever_exceeded(ledger: tuple[Fact, ...], person: Person) -> None:
    for year in {fact.year for fact in ledger}:
        for (policy, cap), credited in let_through(assess(ledger, person, year, LIBRARY)).items():
            assert credited <= limit_of(cap, policy, year)


def let_through(statement: Statement) -> dict[tuple[Policy, Cap], Decimal]:
    """What each cap of the documents at work let through."""
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for credit in statement.credits:
        if credit.appraisal.rule is not None and credit.appraisal.citation is not None:
            sums[credit.appraisal.citation.policy, credit.appraisal.rule] += credit.credited
    found = {}
    for policy in LIBRARY.policies.values():
        for rule in policy.rules:
            for cap in rule.yearly_caps:
                found[id(cap)] = (policy, cap, sum((sums[policy.id, name] for name in cap.rules), Decimal(0)))
    return {Key(policy, cap): credited for policy, cap, credited in found.values()}


class Key(tuple):  # type: ignore[type-arg]
    """A document and one of its caps; told apart by identity."""

    __slots__ = ()

    def __new__(cls, policy: Policy, cap: Cap) -> Key:
        return super().__new__(cls, (policy, cap))

    def __hash__(self) -> int:
        return hash((self[0].id, self[1].id))


@MANY
@given(ledgers(titled=False), facts(99, titled=False), people())
def test_adding_a_fact_never_lowers_a_year(ledger: tuple[Fact, ...], more: Fact, person: Person) -> None:
    for year in {fact.year for fact in (*ledger, more)}:
        before, after = assess(ledger, person, year, LIBRARY), assess((*ledger, more), person, year, LIBRARY)
        assert total(after) >= total(before)
        assert (after.balance.short.total or 0) <= (before.balance.short.total or 0)


@MANY
@given(ledgers(), facts(99), people())
def test_adding_a_work_told_before_never_lowers_all_years_together(
    ledger: tuple[Fact, ...], more: Fact, person: Person
) -> None:
    before = sum(total(assess(ledger, person, year, LIBRARY)) for year in YEARS)
    after = sum(total(assess((*ledger, more), person, year, LIBRARY)) for year in YEARS)
    assert after >= before


@MANY
@given(ledgers(), facts(99), people())
def test_taking_a_fact_back_restores_the_statement(ledger: tuple[Fact, ...], more: Fact, person: Person) -> None:
    year = more.year
    before = assess(ledger, person, year, LIBRARY)
    assess((*ledger, more), person, year, LIBRARY)
    assert assess(ledger, person, year, LIBRARY) == before


@MANY
@given(ledgers(), people())
def test_every_hour_is_accounted_for(ledger: tuple[Fact, ...], person: Person) -> None:
    for year in {fact.year for fact in ledger}:
        statement = assess(ledger, person, year, LIBRARY)
        assert total(statement) == sum(credit.credited for credit in statement.credits)
        for credit in statement.credits:
            assert 0 <= credit.credited <= credit.hours
            assert credit.hours - credit.credited == sum(cut.hours for cut in credit.cuts)


@MANY
@given(ledgers(), people())
def test_rejected_facts_count_nothing(ledger: tuple[Fact, ...], person: Person) -> None:
    rejected = tuple(replace(fact, rejected=True) for fact in ledger)
    for year in {fact.year for fact in ledger}:
        statement = assess(rejected, person, year, LIBRARY)
        assert not total(statement)
        assert not statement.balance.deemed


@MANY
@given(facts(), people(), st.data())
def test_questions_come_to_an_end(fact: Fact, person: Person, data: st.DataObject) -> None:
    """Answering what is asked leads to an outcome; nothing is asked twice, and nothing that cannot be said."""
    asked: set[str] = set()
    appraisal = appraise(fact, person, LIBRARY)
    while appraisal.outcome is Outcome.INCOMPLETE:
        question = appraisal.questions[0]
        assert question.attribute in VOCABULARY.activities[fact.activity].attributes
        assert question.attribute not in asked or question.attribute == "rank"
        asked.add(question.attribute)
        assert len(asked) < 8
        fact = answered(fact, question, data)
        appraisal = appraise(fact, person, LIBRARY)


def answered(fact: Fact, question: Question, data: st.DataObject) -> Fact:
    """The fact with one of the answers offered, or with some figure."""
    if question.choices:
        sets = data.draw(st.sampled_from(question.choices)).sets
    else:
        attribute = VOCABULARY.attributes[question.attribute]
        sets = {question.attribute: data.draw(values_of(fact.activity, attribute))}
    return replace(fact, attributes={**fact.attributes, **sets})
