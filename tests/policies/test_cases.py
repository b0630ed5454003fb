"""The worked cases beside the packs: what people did, and what their document makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from policies.library import load_library
from policies.statement import Outcome
from tests.policies.worked import Case, cases_of, differences

LIBRARY = load_library()
CASES = cases_of(Path(__file__).with_name("cases"), LIBRARY)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_worked_case_comes_out_as_written(case: Case) -> None:
    found = differences(case)
    assert not found, "\n".join([f"{case.raw['name']}: {case.raw.get('did')}", *found])


def test_every_rule_is_cited_by_a_case() -> None:
    """Every rule decides at least one case; one taken over unchanged may do so for the document that it comes from."""
    used = {
        (each.rule, each.citation.document, each.citation.article)
        for case in CASES
        for each in case.appraisals
        if each.citation and each.outcome is not Outcome.INCOMPLETE
    }
    uncovered = [
        f"{policy.id}: {rule.id} {rule.citation.article}"
        for policy in LIBRARY.policies.values()
        for rule in policy.rules
        if (rule.id, rule.citation.document, rule.citation.article) not in used
    ]
    assert uncovered == []
