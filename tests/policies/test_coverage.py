"""Whether the coverage table is whole and agrees with the worked cases: every clause answered, no stray citation."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from policies.library import Library
from policies.pack import Policy
from policies.statement import Citation
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

# What these articles say bears on hours without giving a figure: no carry-over and the best figure once; staff training
# at its certificate's hours; hours brought along; a subject that is met.
WITHOUT_FIGURE = {
    "jiangxi-2023": {"第十一条"},
    "changde-2024": {"二（二）"},
    "nantong-2021": {"三", "四（一）"},
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


@by_document
def test_every_clause_that_gives_hours_has_a_case(document: Covered) -> None:
    files = [CASES / f"{name}.toml" for name, governing in GOVERNS.items() if document.id in governing]
    cases = [case for path in files for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
    assert giving_hours(document) <= {case["cite"] for case in cases if "cite" in case}


def giving_hours(document: Covered) -> set[str]:
    """The articles that some figure must come from."""
    clauses = [clause for clause in document.clauses if clause.kind in {"hours", "requirement"}]
    return {article for clause in clauses for article in clause.rule} - WITHOUT_FIGURE.get(document.id, set())


def citations(policy: Policy) -> set[Citation]:
    """Every citation that a pack can give for a figure."""
    rules = {rule.citation for rule in policy.rules}
    caps = {cap.citation for rule in policy.rules for cap in (*rule.caps, *rule.yearly_caps)}
    return rules | caps | {requirement.citation for requirement in policy.requirements}


@by_document
def test_packs_cite_only_articles_of_the_table(document: Covered, library: Library) -> None:
    cited = {
        citation.article
        for policy in library.policies.values()
        for citation in citations(policy)
        if citation.document in document.cited
    }
    assert cited <= document.articles


@by_document
def test_every_clause_that_gives_hours_stands_in_a_pack(document: Covered, library: Library) -> None:
    cited = {
        citation.article
        for policy in library.policies.values()
        for citation in citations(policy)
        if citation.document in document.cited
    }
    assert giving_hours(document) <= cited


def stated(extra: object) -> Iterator[str]:
    """Every article that a pack names for what it says beyond hours: registration, audits, title windows, calendars."""
    if isinstance(extra, Mapping):
        yield from ([extra["article"]] if "article" in extra else [])
        for each in extra.values():
            yield from stated(each)
    elif isinstance(extra, list | tuple):
        for each in extra:
            yield from stated(each)


def test_what_packs_say_beyond_hours_stands_in_the_table(library: Library) -> None:
    said = {article for policy in library.policies.values() for article in stated(policy.extras)}
    assert said <= {article for document in load() for clause in document.clauses for article in clause.rule}


@by_document
def test_every_clause_with_a_rule_is_said_by_a_pack(document: Covered, library: Library) -> None:
    said = {article for policy in library.policies.values() for article in stated(policy.extras)}
    cited = {citation.article for policy in library.policies.values() for citation in citations(policy)}
    assert {article for clause in document.clauses for article in clause.rule} <= said | cited


def test_every_file_of_cases_is_known() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == set(GOVERNS)


def test_the_page_shows_the_table() -> None:
    assert (DOCS / "coverage.md").read_text(encoding="utf-8").splitlines() == list(lines(load()))
