"""Explanations of entries, and the questions of incomplete ones with their answers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from policies.appraise import appraise
from policies.assess import assess
from policies.explain import explain
from policies.facts import Attributes, Fact, Period, Range
from policies.library import load_library
from policies.person import Person, Stay
from policies.statement import Outcome

LIBRARY = load_library()


def fact(activity: str, attributes: Attributes, number: int = 1, year: int = 2025) -> Fact:
    return Fact(number, activity, Period(date(year, 1, 1), date(year, 12, 31)), attributes)


def person(place: str) -> Person:
    return Person((Stay(place),))


def test_a_figure_is_explained_by_rule_row_and_arithmetic() -> None:
    paper = fact("paper", {"cn": True, "rank": Decimal(2), "count": Decimal(3)})
    found = explain(appraise(paper, person("常州"), LIBRARY), LIBRARY)
    assert found is not None
    assert (found.rule.citation.document, found.rule.citation.article, found.row) == (
        "常人社职〔2024〕1号",
        "四（九）",
        2,
    )
    assert found.decided == {"cn": True, "rank": Decimal(2), "attained": True}
    assert found.presumed == {"attained": True}
    (step,) = found.steps
    assert (step.kind, step.quantity, step.rate, step.hours) == ("rate", Decimal(3), Decimal(10), Decimal(30))


def test_a_bonus_and_a_cap_are_steps_of_their_own() -> None:
    talk: Attributes = {"level": "national", "presented": True, "words": Decimal(2001)}
    kinds = [(step.kind, step.hours) for step in appraise(fact("conference", talk), person("苏州"), LIBRARY).steps]
    assert kinds == [("rate", Decimal(10)), ("bonus", Decimal(30))]
    visit: Attributes = {"days": Decimal(5), "abroad": True}
    kinds = [(step.kind, step.hours) for step in appraise(fact("training", visit), person("苏州"), LIBRARY).steps]
    assert kinds == [("rate", Decimal(40)), ("cap", Decimal(30))]


def test_what_a_year_cut_is_explained_with_its_article() -> None:
    ledger = [fact("paper", {"core": True, "count": Decimal(2)}, number) for number in (1, 2)]
    credit = assess(ledger, person("江西"), 2025, LIBRARY).credits[1]
    found = explain(credit, LIBRARY)
    assert found is not None
    (cut,) = found.cuts
    assert (cut.reason, cut.limit, cut.hours, cut.citation.article) == ("cap", Decimal(30), Decimal(10), "第九条（一）")


def test_the_same_work_points_at_the_entry_that_it_counts_with() -> None:
    ledger = [fact("paper", {"cn": True, "rank": Decimal(rank), "title": "甲"}, rank) for rank in (2, 1)]
    second = next(credit for credit in assess(ledger, person("常州"), 2025, LIBRARY).credits if not credit.credited)
    assert [(cut.reason, cut.with_fact, cut.hours) for cut in second.cuts] == [("once", 1, Decimal(10))]


def test_the_highest_of_one_content_is_kept_by_the_document_s_own_words() -> None:
    ledger = [
        fact("project", {"level": "city", "concluded": True, "title": "甲"}, 1),
        fact("award", {"level": "city", "kind": "science", "title": "甲"}, 2),
    ]
    credits = assess(ledger, person("江西"), 2025, LIBRARY).credits
    assert [(credit.credited, [cut.reason for cut in credit.cuts]) for credit in credits] == [
        (Decimal(0), ["best"]),
        (Decimal(20), []),
    ]


def test_nothing_is_explained_where_no_rule_applies() -> None:
    assert explain(appraise(fact("xuexi", {"points": Decimal(3000)}), person("常州"), LIBRARY), LIBRARY) is None
    assert explain(appraise(fact("paper", {}), person("长沙"), LIBRARY), LIBRARY) is None


QUESTIONS = [
    ("常州", "paper", {}, "venue", ["有CN号的刊物", "国外刊物", "没有CN号"]),
    ("常州", "paper", {"cn": True}, "author_position", ["第一作者", "其他作者"]),
    ("常州", "book", {}, "author_position", ["独著", "第一作者", "其他作者"]),
    ("江西", "book", {}, "author_position", ["独著", "合著或编著"]),
    ("江西", "paper", {"cn": True}, "venue", ["核心期刊", "其他刊物"]),
    ("常德", "book", {}, "author_position", ["第一作者", "其他作者"]),
    (
        "常德",
        "patent",
        {"kind": "invention", "attained": True},
        "rank",
        ["第一名", "第二至第三名", "第四名及以后"],
    ),
    ("常州", "project", {"level": "city", "concluded": True}, "role", ["主持", "主要完成人", "其他参与"]),
    ("常州", "project", {"level": "city", "concluded": True, "rank": Range(2)}, "role", ["主要完成人", "其他参与"]),
    ("常州", "conference", {}, "level", ["国际", "国家级", "部级", "省级", "其他"]),
    ("南通", "training", {}, "days", []),
    (
        "江西",
        "training",
        {"days": Decimal(2)},
        "organizer",
        ["人社或行业主管部门", "本单位", "继续教育基地", "经批准的其他机构", "其他机构"],
    ),
]


@pytest.mark.parametrize(("place", "activity", "attributes", "slot", "labels"), QUESTIONS)
def test_a_question_offers_what_the_document_tells_apart(
    place: str, activity: str, attributes: Attributes, slot: str, labels: list[str]
) -> None:
    appraisal = appraise(fact(activity, attributes), person(place), LIBRARY)
    assert appraisal.outcome is Outcome.INCOMPLETE
    first = appraisal.questions[0]
    assert (first.slot, [choice.label for choice in first.choices]) == (slot, labels)


def test_the_level_of_a_journal_is_asked_for_with_core_journals_among_the_highest() -> None:
    appraisal = appraise(fact("paper", {"cn": True}, year=2019), person("南通"), LIBRARY)
    labels = [choice.label for choice in appraisal.questions[0].choices]
    assert labels == ["省部级以上或核心期刊", "市级刊物", "县级刊物", "其他"]


def test_nothing_is_asked_where_there_will_be_no_hours_whatever_the_answer() -> None:
    outreach = fact("service", {"kind": "outreach", "days": Decimal(10)})
    assert appraise(outreach, person("常德"), LIBRARY).outcome is Outcome.NO_ITEM
    helper = fact("project", {"level": "county", "role": "participant"})
    assert appraise(helper, person("常州"), LIBRARY).outcome is Outcome.NO_ITEM


def test_three_first_places_are_one_answer_in_changzhou_2011() -> None:
    appraisal = appraise(fact("paper", {"cn": True}, year=2015), person("常州"), LIBRARY)
    choices = appraisal.questions[0].choices
    assert [choice.label for choice in choices] == ["前三名", "第四名及以后"]
    assert [choice.sets for choice in choices] == [{"rank": Range(1, 3)}, {"rank": Range(4)}]


def test_hours_do_as_well_as_days_where_the_document_takes_both() -> None:
    appraisal = appraise(fact("training", {}), person("常州"), LIBRARY)
    assert (appraisal.questions[0].attribute, appraisal.questions[0].alternatives) == ("days", ("hours",))


def test_a_degree_in_nantong_is_deemed_at_once_and_still_asks_for_the_term() -> None:
    appraisal = appraise(fact("degree", {"attained": True}, year=2019), person("南通"), LIBRARY)
    assert (appraisal.outcome, [each.year for each in appraisal.deems]) == (Outcome.DEEMED, [2019])
    assert [question.slot for question in appraisal.questions] == ["term"]
