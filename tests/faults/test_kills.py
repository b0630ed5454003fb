"""Whatever instant a process is killed at: what was acknowledged is there, once, and nothing else is."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.faults.scenarios import SCENARIOS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")


@pytest.mark.parametrize("name", SCENARIOS)
def test_killed_again_and_again_everything_is_as_in_an_undisturbed_run(name: str, tmp_path: Path) -> None:
    outcome = SCENARIOS[name](tmp_path, random.Random(7))
    assert outcome.wrong == ()
    assert outcome.kills
