"""Whether the coverage table is whole and agrees with the worked cases: every clause answered, no stray citation."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.policies.coverage_table import DOCS, KINDS, Covered, lines, load

CASES = Path(__file__).parent / "cases"

# The documents that a file of cases may cite.
GOVERNS = {
    "changzhou-2024": {"changzhou-2024"},
    "jiangsu-2023": {"jiangsu-2023"},
    "changzhou-2022-2023": {"changzhou-2011", "jiangsu-2023"},
    "changzhou-2011": {"changzhou-2011"},
    "jiangxi-2023": {"jiangxi-2023"},
    "changde-2024": {"changde-2024"},
    "nantong-2011": {"nantong-2011"},
    "nantong-2021-2023": {"nantong-2021", "nantong-2011", "jiangsu-2023"},
    "across": {document.id for document in load()},
}

by_document = pytest.mark.parametrize("document", load(), ids=lambda document: document.id)


@by_document
def test_each_clause_has_either_a_rule_or_a_reason(document: Covered) -> None:
    assert not [clause.article for clause in document.clauses if bool(clause.rule) == bool(clause.reason)]


@by_document
def test_clauses_are_named_once_and_said_in_a_few_words(document: Covered) -> None:
    articles = [clause.article for clause in document.clauses]
    assert sorted(articles) == sorted(set(articles))
    assert all(clause.kind in KINDS and 0 < len(clause.summary) <= 60 for clause in document.clauses)


@by_document
def test_a_rule_cites_an_article_that_the_document_has(document: Covered) -> None:
    own = {clause.article for clause in document.clauses}
    assert not [
        article
        for clause in document.clauses
        for article in clause.rule
        if not any(one == article or one.startswith(f"{article} ") for one in own)
    ]


@pytest.mark.parametrize("name", sorted(GOVERNS))
def test_cases_cite_only_articles_of_the_table(name: str) -> None:
    cases = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    known = {article for document in load() if document.id in GOVERNS[name] for article in document.articles}
    assert {case["cite"] for case in cases if "cite" in case} <= known


def test_every_rule_for_hours_has_a_case() -> None:
    cited = {
        case["cite"]
        for path in CASES.glob("*.toml")
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        if "cite" in case
    }
    wanted = {
        article
        for document in load()
        for clause in document.clauses
        if clause.kind in {"hours", "requirement"}
        for article in clause.rule
    }
    assert wanted - cited <= UNCITED


# Articles that no figure cites: what they say shows in other ways, which other cases look at.
UNCITED = {"第十一条", "二（二）", "二", "三", "四（一）"}


def test_every_file_of_cases_is_known() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == set(GOVERNS)


def test_the_page_shows_the_table() -> None:
    assert (DOCS / "coverage.md").read_text(encoding="utf-8").splitlines() == list(lines(load()))
