"""Whether the worked cases are well formed: the vocabulary's words alone, a figure for each fact, names that differ."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from policies.statement import Outcome

CASES = Path(__file__).parent / "cases"
VOCABULARY = tomllib.loads((Path(__file__).parents[2] / "policies" / "vocabulary.toml").read_text(encoding="utf-8"))

KEYS = {
    "name",
    "place",
    "moves",
    "chosen",
    "cite",
    "document",
    "did",
    "hours",
    "subject",
    "outcome",
    "asks",
    "credited",
    "short",
    "required",
    "no_minimum",
    "deemed",
    "shares",
}
EXPECTATIONS = KEYS - {"name", "place", "moves", "chosen", "cite", "document", "did"}
OF_THE_FACT = {"activity", "when", "made_up_for", "policy", "rejected"}
WHEN = re.compile(r"\d{4}(-\d\d(-\d\d(/\d{4}-\d\d-\d\d)?)?)?")
RANK = re.compile(r"[1-9]\d?-(\d+)?")
SLOTS = {attribute.get("slot", name) for name, attribute in VOCABULARY["attribute"].items()} | {"when"}

files = pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)


def cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a file."""
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return found


def fits(name: str, value: object) -> bool:
    """Whether a value is of its attribute's type and, for a choice, one of the choices."""
    attribute = VOCABULARY["attribute"][name]
    if attribute["type"] == "choice":
        return value in attribute["values"]
    if attribute["type"] == "rank" and isinstance(value, str):
        return bool(RANK.fullmatch(value))
    expected = {"flag": bool, "number": int | float, "rank": int, "text": str}[attribute["type"]]
    return isinstance(value, expected) and (attribute["type"] == "flag" or not isinstance(value, bool))


@files
def test_names_differ(path: Path) -> None:
    names = [case["name"] for case in cases(path)]
    assert sorted(names) == sorted(set(names))


@files
def test_cases_use_the_keys_of_the_format(path: Path) -> None:
    for case in cases(path):
        assert set(case) <= KEYS, case["name"]
        assert ("place" in case) != ("moves" in case), case["name"]
        assert set(case) & EXPECTATIONS, case["name"]


@files
def test_facts_use_the_vocabulary(path: Path) -> None:
    for case in cases(path):
        for fact in case["did"]:
            attributes = VOCABULARY["activity"][fact["activity"]]["attributes"]
            assert set(fact) - OF_THE_FACT <= set(attributes), case["name"]
            assert all(fits(name, value) for name, value in fact.items() if name not in OF_THE_FACT), case["name"]
            assert WHEN.fullmatch(fact["when"]), case["name"]


@files
def test_expectations_match_the_facts(path: Path) -> None:
    for case in cases(path):
        assert len(case.get("hours", case["did"])) == len(case["did"]), case["name"]
        assert len(case.get("outcome", case["did"])) == len(case["did"]), case["name"]
        assert set(case.get("outcome", ())) <= set(Outcome), case["name"]
        assert set(case.get("asks", ())) <= SLOTS, case["name"]
        assert case.get("subject", "public") in {"public", "professional", "elective"}, case["name"]
        if "shares" in case and "hours" in case:
            assert sum(hours for _, hours in case["shares"]) == sum(case["hours"]), case["name"]
