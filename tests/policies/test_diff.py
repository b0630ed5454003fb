"""What changed between two documents: found where it did, not found where it did not, the same from either side."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from policies.diff import Comparison, ItemChange, compare
from policies.library import BUILT_IN, Library, load_library
from policies.pack import Row
from policies.rule_diff import Change, RuleChange

IDS = sorted(file.stem for file in BUILT_IN.glob("*.toml"))

PACK = """
id = "{id}"
document = "甲市〔{year}〕1号"
title = "甲市的通知"
issued = {year}-01-01
regions = ["石家庄"]
from = {year}
to = {year}
[[requirement]]
article = "一"
total = 90
{rules}
"""
RULE = """
[[rule]]
id = "{id}"
article = "一"
activity = "{activity}"
subject = "professional"
{more}
"""


def compared(library: Library, one: str, other: str) -> Comparison:
    return compare(library.policies[one], library.policies[other], library.vocabulary)


def item(found: Comparison, activity: str) -> ItemChange:
    return next(each for each in found.items if each.activity == activity)


def two(folder: Path, before: str, after: str) -> Comparison:
    """Two packs of one city, the rules of which are given."""
    for year, rules in ((2001, before), (2002, after)):
        text = PACK.format(id=f"jia-{year}", year=year, rules=rules)
        (folder / f"jia-{year}.toml").write_text(text, encoding="utf-8")
    return compared(load_library((folder,)), "jia-2001", "jia-2002")


@pytest.mark.parametrize("name", IDS)
def test_a_document_does_not_differ_from_itself(library: Library, name: str) -> None:
    found = compared(library, name, name)
    assert (found.items, found.requirement.changes) == ((), ())
    assert set(found.same) == {rule.activity for rule in library.policies[name].rules}


@pytest.mark.parametrize(("one", "other"), list(combinations(IDS, 2)))
def test_from_the_other_side_all_is_mirrored(library: Library, one: str, other: str) -> None:
    there, back = compared(library, one, other), compared(library, other, one)
    assert set(there.same) == set(back.same)
    assert {mirrored(change) for change in there.requirement.changes} == set(back.requirement.changes)
    for each in there.items:
        reverse = item(back, each.activity)
        assert (each.only_a, each.only_b) == (reverse.only_b, reverse.only_a)
        assert [parts(change) for change in each.both] == [parts(change) for change in by_rule(reverse, each)]
        assert each.asked == (reverse.asked[::-1] if reverse.asked else None)


def mirrored(change: Change) -> Change:
    return Change(change.part, change.b, change.a)


def by_rule(reverse: ItemChange, other: ItemChange) -> list[RuleChange]:
    """The changes of an item in the order of the other side's."""
    return [next(change for change in reverse.both if change.b.id == each.a.id) for each in other.both]


def parts(change: RuleChange) -> tuple[set[str], int]:
    return {each.part for each in change.changes}, len(change.rows)


def test_what_a_year_requires_is_compared_by_subject(library: Library) -> None:
    found = compared(library, "changzhou-2011", "changzhou-2024").requirement
    assert found.years == (2021, 2024)
    assert [(each.part, each.a, each.b) for each in found.changes] == [
        ("total", 72, 90),
        ("public", 24, 30),
        ("professional", 48, 60),
    ]


def test_a_minimum_that_is_new_is_a_change_from_none(library: Library) -> None:
    found = compared(library, "jiangsu-2023", "changzhou-2024").requirement
    assert found.changes == (Change("public", None, Decimal(30)),)


def test_items_that_only_one_document_has(library: Library) -> None:
    found = compared(library, "changzhou-2011", "changzhou-2024")
    assert [rule.id for rule in item(found, "patent").only_a] == ["patent"]
    assert [rule.id for rule in item(found, "skill").only_b] == ["skill"]
    training = item(found, "training")
    assert [rule.id for rule in training.only_a] == ["base-training", "in-house"]
    assert [rule.id for rule in training.only_b] == ["abroad"]


def test_another_figure_for_the_same_case(library: Library) -> None:
    (exam,) = item(compared(library, "changzhou-2011", "changzhou-2024"), "exam").both
    (row,) = exam.rows
    assert [row.a and (hours(row.a), row.a.per), row.b and (hours(row.b), row.b.per)] == [(20, "once"), (30, "unit")]


def test_other_questions_are_told(library: Library) -> None:
    found = item(compared(library, "changzhou-2011", "changzhou-2024"), "exam")
    assert found.asked == (("passed",), ("passed", "count"))


def test_what_is_taken_over_unchanged_is_alike(library: Library) -> None:
    found = compared(library, "changzhou-2011", "changzhou-2022")
    assert found.items == ()
    assert [each.part for each in found.requirement.changes] == ["total", "professional"]


def test_wording_and_proof_are_no_change(tmp_path: Path) -> None:
    rates = "rates = [{ hours = 8, per = 'day', note = '说明' }]"
    before = RULE.format(id="training", activity="training", more=f"{rates}\nsays = '甲'\nproof = ['通知']")
    after = RULE.format(id="training", activity="training", more=rates.replace("说明", "另一句"))
    assert two(tmp_path, before, after).items == ()


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ("", "if = { abroad = false }", "where"),
        ("", "also = [{ activity = 'visit' }]", "where"),
        ("", "needs = { passed = true }", "needs"),
        ("", "presume = [{ attribute = 'organizer', value = 'other' }]", "presumed"),
        ("", "implied = [{ if = { mode = 'full_time' }, sets = { passed = true } }]", "implied"),
        ("caps = [{ per = 'day', hours = 8 }]", "caps = [{ per = 'day', hours = 6 }]", "caps"),
        ("caps = [{ per = 'year', hours = 30 }]", "caps = [{ per = 'year', times = 2 }]", "yearly_caps"),
        ("", "once = 'works'", "once"),
        ("", "spread = [0.5, 0.5]", "spread"),
        ("", "yearly = true", "yearly"),
        ("", "round = 1", "round_to"),
    ],
)
def test_every_part_of_a_rule_is_looked_at(tmp_path: Path, before: str, after: str, part: str) -> None:
    rates = "rates = [{ hours = 8, per = 'day' }]\n"
    rules = [RULE.format(id="training", activity="training", more=rates + more) for more in (before, after)]
    (change,) = item(two(tmp_path, *rules), "training").both
    assert [each.part for each in change.changes] == [part]


def test_rules_of_other_names_are_one_item_where_there_is_only_one(tmp_path: Path) -> None:
    before = RULE.format(id="xuexi", activity="lecture", more="rates = [{ hours = 8, per = 'day' }]")
    after = RULE.format(id="lecture", activity="lecture", more="rates = [{ hours = 6, per = 'day' }]")
    (change,) = item(two(tmp_path, before, after), "lecture").both
    assert [(hours(row.a), hours(row.b)) for row in change.rows] == [(8, 6)]


def test_all_else_is_another_case_where_the_rows_before_it_differ(tmp_path: Path) -> None:
    rows = "rates = [{{ {first} }}, {{ hours = {rest} }}]"
    before = rows.format(first="if = { level = 'national' }, hours = 10", rest=6)
    after = rows.format(first="if = { level = 'provincial' }, hours = 10", rest=4)
    rules = [RULE.format(id="conference", activity="conference", more=more) for more in (before, after)]
    (change,) = item(two(tmp_path, *rules), "conference").both
    assert [bool(row.a and row.b) for row in change.rows] == [False] * 4

    after = rows.format(first="if = { level = 'national' }, hours = 10", rest=4)
    (change,) = item(two(tmp_path, rules[0], RULE.format(id="x", activity="conference", more=after)), "conference").both
    assert [(hours(row.a), hours(row.b)) for row in change.rows] == [(6, 4)]


def hours(row: Row | None) -> int | None:
    return int(row.hours) if row else None
