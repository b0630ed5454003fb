"""Worked cases: reading their tables, and what comes out otherwise than they say."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from policies.appraise import appraise
from policies.assess import assess, assess_trade
from policies.facts import Fact
from policies.library import Library
from policies.person import Person
from policies.statement import Appraisal, Balance, Tally
from tests.policies.cases_format import fact_of, person_of

YEARS = range(2009, 2031)


@dataclass(frozen=True)
class Case:
    """One worked case, the file that it stands in, and the documents by which it is worked."""

    file: str
    raw: Mapping[str, Any]
    library: Library

    @property
    def name(self) -> str:
        return f"{self.file}: {self.raw['name']}"

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact_of(number, did) for number, did in enumerate(self.raw.get("did", ()), 1))

    @cached_property
    def person(self) -> Person:
        return person_of(self.raw)

    @cached_property
    def appraisals(self) -> tuple[Appraisal, ...]:
        return tuple(appraise(fact, self.person, self.library) for fact in self.facts)

    def balance(self, year: int) -> Balance:
        return assess(self.facts, self.person, year, self.library).balance


def cases_of(folder: Path, library: Library) -> list[Case]:
    """Every case of every table of a folder."""
    return [
        Case(path.stem, raw, library)
        for path in sorted(folder.glob("*.toml"))
        for raw in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal).get("case", [])
    ]


def differences(case: Case) -> list[str]:
    """What came out otherwise than the case says."""
    found = [each for key, check in CHECKS.items() if key in case.raw and (each := check(case)) is not None]
    return found + [each for part in ("required", "credited", "short") for each in wrong_balance(case, part)]


def wrong(what: str, want: object, got: object) -> str | None:
    return None if want == got else f"{what}: want {want}, got {got}"


def wrong_hours(case: Case) -> str | None:
    """`hours`: the figure of each fact alone, over all its years."""
    return wrong("hours", [Decimal(each) for each in case.raw["hours"]], [each.hours for each in case.appraisals])


def wrong_outcome(case: Case) -> str | None:
    return wrong("outcome", case.raw["outcome"], [each.outcome.value for each in case.appraisals])


def wrong_subject(case: Case) -> str | None:
    return wrong("subject", {case.raw["subject"]}, {share.subject for each in case.appraisals for share in each.shares})


def wrong_question(case: Case) -> str | None:
    """The first question of the first fact that has one must be among `asks`; an empty list wants no question."""
    asked = [each.questions[0].slot for each in case.appraisals if each.questions][:1]
    right = set(asked) <= set(case.raw["asks"]) and bool(asked) == bool(case.raw["asks"])
    return None if right else f"asks: want {case.raw['asks']}, got {asked}"


def wrong_citation(case: Case) -> str | None:
    """`cite` is the article of one of the facts, or of the requirement where nothing was done."""
    got = {each.citation.article for each in case.appraisals if each.citation}
    return None if case.raw["cite"] in got or not case.facts else f"cite: want {case.raw['cite']}, got {got}"


def wrong_document(case: Case) -> str | None:
    got = {each.citation.document for each in case.appraisals if each.citation}
    return (
        None if case.raw["document"] in got or not case.facts else f"document: want {case.raw['document']}, got {got}"
    )


def wrong_deeming(case: Case) -> str | None:
    """`deemed`: the years that the statements show as made complete in something."""
    return wrong("deemed", case.raw["deemed"], [year for year in YEARS if case.balance(year).deemed])


def wrong_shares(case: Case) -> str | None:
    """`shares`: the hours by year, where a figure lies in several."""
    got = [[share.year, share.hours] for each in case.appraisals for share in each.shares]
    return wrong("shares", case.raw["shares"], got)


def wrong_minimum(case: Case) -> str | None:
    """`no_minimum`: what the year's requirement sets no minimum for."""
    year = case.raw["required"]["year"] if "required" in case.raw else case.facts[0].year
    required = case.balance(year).required
    got = [name for name in ("total", "public", "professional") if getattr(required, name) is None]
    return wrong("no_minimum", case.raw["no_minimum"], got)


def wrong_carry(case: Case) -> str | None:
    """`carried`: surplus of earlier years, by subject or in the total."""
    want = {key: Decimal(value) for key, value in case.raw["carried"].items() if key != "year"}
    return wrong("carried", want, dict(case.balance(case.raw["carried"]["year"]).carried))


def wrong_trade(case: Case) -> str | None:
    """`trade_credited`: the same facts under the own document of the person's trade."""
    want = case.raw["trade_credited"]
    statement = assess_trade(case.facts, case.person, want["year"], case.library)
    got = statement.balance.credited.total if statement else None
    return wrong("trade_credited", want["total"], got)


def wrong_unit(case: Case) -> str | None:
    return wrong("unit", case.raw["unit"], case.balance(case.facts[0].year).unit)


CHECKS = {
    "hours": wrong_hours,
    "outcome": wrong_outcome,
    "subject": wrong_subject,
    "asks": wrong_question,
    "cite": wrong_citation,
    "document": wrong_document,
    "deemed": wrong_deeming,
    "shares": wrong_shares,
    "no_minimum": wrong_minimum,
    "carried": wrong_carry,
    "trade_credited": wrong_trade,
    "unit": wrong_unit,
}


def wrong_balance(case: Case, part: str) -> list[str]:
    """Figures of `required`, `credited` or `short` that differ, in each of the years that stand there."""
    raw = case.raw.get(part, [])
    found = []
    for want in raw if isinstance(raw, list) else [raw]:
        tally: Tally = getattr(case.balance(want["year"]), part)
        other = case.balance(want["year"]).other
        got = {name: getattr(tally, name, other.get(name)) for name in want if name != "year"}
        wanted = {name: Decimal(value) for name, value in want.items() if name != "year"}
        if got != wanted:
            found.append(f"{part} {want['year']}: want {wanted}, got {got}")
    return found
