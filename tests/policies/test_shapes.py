"""Documents of every shape seen elsewhere, expressed as packs alone; their worked cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from policies.library import load_library
from tests.policies.worked import Case, cases_of, differences

HERE = Path(__file__).parent
LIBRARY = load_library([HERE / "packs"])


@pytest.mark.parametrize("case", cases_of(HERE / "shapes", LIBRARY), ids=lambda case: case.name)
def test_a_document_of_another_shape_is_worked_out(case: Case) -> None:
    found = differences(case)
    assert not found, "\n".join([f"{case.raw['name']}: {case.raw.get('did')}", *found])
