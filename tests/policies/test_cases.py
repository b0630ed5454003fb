"""The worked cases beside the packs: what people did, and what their document makes of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from policies.appraise import appraise
from policies.assess import assess
from policies.facts import Fact
from policies.library import Library, load_library
from policies.person import Person
from policies.statement import Appraisal, Outcome, Tally
from tests.policies.cases_format import fact_of, person_of

CASES = Path(__file__).with_name("cases")


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case and the file that it stands in."""

    file: str
    raw: Mapping[str, Any]

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact_of(number, did) for number, did in enumerate(self.raw.get("did", ()), 1))

    @property
    def person(self) -> Person:
        return person_of(self.raw)


def cases() -> Iterator[Case]:
    """Every case of every table."""
    for path in sorted(CASES.glob("*.toml")):
        for raw in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal).get("case", []):
            yield Case(path.stem, raw)


@cache
def library() -> Library:
    return load_library()


def appraisals(case: Case) -> list[Appraisal]:
    return [appraise(fact, case.person, library()) for fact in case.facts]


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.file}: {case.raw['name']}")
def test_a_worked_case_comes_out_as_written(case: Case) -> None:
    found = differences(case)
    assert not found, "\n".join([f"{case.raw['name']}: {case.raw.get('did')}", *found])


def differences(case: Case) -> list[str]:
    """What came out otherwise than the case says."""
    found = [each for check in CHECKS if (each := check(case)) is not None]
    return found + statement_differences(case)


def wrong_hours(case: Case) -> str | None:
    if "hours" not in case.raw:
        return None
    want, got = list(map(Decimal, case.raw["hours"])), [each.hours for each in appraisals(case)]
    return None if want == got else f"hours: want {want}, got {got}"


def wrong_outcome(case: Case) -> str | None:
    if "outcome" not in case.raw:
        return None
    got = [each.outcome.value for each in appraisals(case)]
    return None if case.raw["outcome"] == got else f"outcome: want {case.raw['outcome']}, got {got}"


def wrong_subject(case: Case) -> str | None:
    if "subject" not in case.raw:
        return None
    got = {share.subject for each in appraisals(case) for share in each.shares}
    return None if got == {case.raw["subject"]} else f"subject: want {case.raw['subject']}, got {got}"


def wrong_question(case: Case) -> str | None:
    """The first question of the first fact that has one must be among `asks`; an empty list wants no question."""
    if "asks" not in case.raw:
        return None
    asked = [each.questions[0].slot for each in appraisals(case) if each.questions][:1]
    right = set(asked) <= set(case.raw["asks"]) and bool(asked) == bool(case.raw["asks"])
    return None if right else f"asks: want {case.raw['asks']}, got {asked}"


def wrong_citation(case: Case) -> str | None:
    """`cite` is the article of the first fact, or of the requirement where nothing was done."""
    if "cite" not in case.raw or not case.facts:
        return None
    got = [each.citation.article for each in appraisals(case) if each.citation]
    return None if case.raw["cite"] in got else f"cite: want {case.raw['cite']}, got {got}"


def wrong_document(case: Case) -> str | None:
    if "document" not in case.raw or not case.facts:
        return None
    got = {each.citation.document for each in appraisals(case) if each.citation}
    return None if case.raw["document"] in got else f"document: want {case.raw['document']}, got {got}"


def wrong_deeming(case: Case) -> str | None:
    """`deemed` lists the years that the statements show as made complete in the total or professional hours."""
    if "deemed" not in case.raw:
        return None
    facts, years = case.facts, range(2009, 2031)
    got = [year for year in years if assess(facts, case.person, year, library()).balance.deemed]
    return None if case.raw["deemed"] == got else f"deemed: want {case.raw['deemed']}, got {got}"


def wrong_shares(case: Case) -> str | None:
    """`shares`: the hours by year, where a figure lies in several."""
    if "shares" not in case.raw:
        return None
    want = [(year, Decimal(str(hours))) for year, hours in case.raw["shares"]]
    got = [(share.year, share.hours) for each in appraisals(case) for share in each.shares]
    return None if want == got else f"shares: want {want}, got {got}"


def wrong_minimum(case: Case) -> str | None:
    """`no_minimum` lists what the year's requirement sets no minimum for."""
    if "no_minimum" not in case.raw:
        return None
    year = case.raw["required"]["year"] if "required" in case.raw else case.facts[0].year
    required = assess(case.facts, case.person, year, library()).balance.required
    got = [name for name in ("total", "public", "professional") if getattr(required, name) is None]
    return None if case.raw["no_minimum"] == got else f"no_minimum: want {case.raw['no_minimum']}, got {got}"


CHECKS = (
    wrong_hours,
    wrong_outcome,
    wrong_subject,
    wrong_question,
    wrong_citation,
    wrong_document,
    wrong_deeming,
    wrong_shares,
    wrong_minimum,
)


def statement_differences(case: Case) -> list[str]:
    """Figures of the balance that differ: `required`, `credited`, `short`, each with its year."""
    found = []
    for part in ("required", "credited", "short"):
        for want in listed(case.raw.get(part)):
            balance = assess(case.facts, case.person, want["year"], library()).balance
            tally: Tally = getattr(balance, part)
            got = {name: getattr(tally, name, balance.other.get(name)) for name in want if name != "year"}
            wanted = {name: none_or(value) for name, value in want.items() if name != "year"}
            if got != wanted:
                found.append(f"{part} {want['year']}: want {wanted}, got {got}")
    return found


def listed(raw: object) -> list[dict[str, Any]]:
    """One table or several, as a list."""
    if raw is None:
        return []
    return raw if isinstance(raw, list) else [raw]  # type: ignore[list-item]


def none_or(value: object) -> Decimal | None:
    return None if value == "none" else Decimal(str(value))


def test_every_rule_is_cited_by_a_case() -> None:
    """Every rule decides at least one case; one taken over unchanged may do so for the document that it comes from."""
    used = {
        (each.rule, each.citation.document, each.citation.article)
        for case in cases()
        for each in appraisals(case)
        if each.citation and each.outcome is not Outcome.INCOMPLETE
    }
    uncovered = [
        f"{policy.id}: {rule.id} {rule.citation.article}"
        for policy in library().policies.values()
        for rule in policy.rules
        if (rule.id, rule.citation.document, rule.citation.article) not in used
    ]
    assert uncovered == []
