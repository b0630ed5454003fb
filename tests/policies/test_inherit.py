"""A document that extends another: what it takes over, overrides, drops, and whom it cites."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from policies.library import load_library
from policies.pack import Policy
from tests.policies.checked import problems_of

HEAD = """
id = "suzhou-2027"
document = "苏人社示例〔2027〕1号"
title = "苏州市示例"
issued = 2027-01-01
regions = ["苏州"]
from = 2027
extends = "jiangsu-2023"
"""


@pytest.fixture
def suzhou(tmp_path: Path) -> Policy:
    (tmp_path / "suzhou.toml").write_text(
        HEAD
        + """
remove = ["skill", "degree"]

[[rule]]
id = "paper"
article = "三"
caps = [{ per = "year", hours = 60 }]

[[rule]]
id = "points"
article = "四"
activity = "xuexi"
subject = "public"
rates = [{ hours = 1, per = "point", every = 1000, whole = true }]
""",
        encoding="utf-8",
    )
    return load_library([tmp_path]).policies["suzhou-2027"]


def test_rules_keep_the_order_of_the_document_above_and_new_ones_follow(suzhou: Policy) -> None:
    above = [rule.id for rule in load_library().policies["jiangsu-2023"].rules]
    kept = [name for name in above if name not in {"skill", "degree"}]
    assert [rule.id for rule in suzhou.rules] == [*kept, "points"]


def test_an_overridden_rule_keeps_what_it_does_not_say_itself(suzhou: Policy) -> None:
    paper = suzhou.rules_by_id["paper"]
    assert [row.hours for row in paper.rows[:2]] == [30, 10]
    assert [cap.hours for cap in paper.yearly_caps] == [60]


def test_each_rule_cites_the_document_that_it_stands_in(suzhou: Policy) -> None:
    cited = {name: rule.citation.document for name, rule in suzhou.rules_by_id.items()}
    assert (cited["paper"], cited["points"], cited["book"]) == (
        "苏人社示例〔2027〕1号",
        "苏人社示例〔2027〕1号",
        "苏人社函〔2023〕308号",
    )


def test_a_requirement_taken_over_cites_the_document_above(suzhou: Policy) -> None:
    requirement = suzhou.requirement(2027)
    assert requirement is not None
    assert (requirement.total, requirement.citation.document) == (Decimal(90), "苏人社函〔2023〕308号")


def test_a_document_that_restates_the_one_above_cites_itself() -> None:
    changzhou = load_library().policies["changzhou-2024"]
    assert {rule.citation.document for rule in changzhou.rules} == {"常人社职〔2024〕1号"}


def test_years_of_a_line_of_documents_reach_over_its_members() -> None:
    policies = load_library().policies
    spans = {name: (policies[name].since, policies[name].until) for name in ("nantong-2011", "nantong-2021")}
    assert spans == {"nantong-2011": (2011, 2022), "nantong-2021": (2011, 2022)}
    assert (policies["nantong-2023"].since, policies["nantong-2023"].until) == (2023, None)


def test_a_rule_overridden_under_a_name_that_is_not_above_must_be_whole(tmp_path: Path) -> None:
    file = tmp_path / "suzhou.toml"
    file.write_text(HEAD + '[[rule]]\nid = "papers"\narticle = "三"\n', encoding="utf-8")
    assert [problem.key for problem in problems_of(file)] == ["activity", "subject", "rates"]
