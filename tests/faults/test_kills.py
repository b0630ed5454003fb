"""Whatever instant a process is killed at: what was acknowledged is there, once, and nothing else is."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from nlu import parse
from policies.library import load_library
from tests.faults.killing import assistant_over, play, play_under_fire
from tests.faults.scripts import START, dialogues
from tests.faults.state import contents


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_killed_again_and_again_the_ledger_is_that_of_an_undisturbed_run(tmp_path: Path) -> None:
    make = assistant_over(load_library())
    parse("去年发表了一篇CN论闻，第二作者", START.date())  # warm: the forked processes have it all in memory
    chance = random.Random(7)
    script = dialogues(chance)
    play(tmp_path / "calm.db", script, make)
    kills = play_under_fire(tmp_path / "fire.db", script, make, chance)
    assert kills > 10
    assert contents(tmp_path / "fire.db") == contents(tmp_path / "calm.db")
