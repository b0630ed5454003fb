"""Whatever instant a process is killed at: what was acknowledged is there, once, and nothing else is."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.faults.scenarios import SCENARIOS

TRIALS = 20

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")


@pytest.mark.parametrize("name", SCENARIOS)
def test_killed_again_and_again_everything_is_as_in_an_undisturbed_run(name: str, tmp_path: Path) -> None:
    """A short piece of work may be done before its kill comes; then this was no trial, and there is another."""
    for seed in range(7, 7 + TRIALS):
        (folder := tmp_path / str(seed)).mkdir()
        outcome = SCENARIOS[name](folder, random.Random(seed))
        assert outcome.wrong == ()
        if outcome.kills:
            return
    pytest.fail(f"nobody was killed in {TRIALS} trials")
