"""Whole runs: an hour-by-hour stretch against the oracle, and processes killed at work. The long ones are commands:
`python -m tests.reminding.simulation`, `python -m tests.reminding.killing`."""

from __future__ import annotations

from pathlib import Path

from policies.library import Library
from tests.reminding.killing import killed
from tests.reminding.simulation import Year


def test_everybody_is_told_what_the_oracle_says_and_nothing_else(library: Library) -> None:
    year = Year(people=10, days=110, seed=5, library=library)
    year.run()
    assert year.wrong == []
    assert {"plan", "wish", "enrolment"} <= set(year.told)


def test_killed_processes_lose_nothing_and_double_one_message_a_kill(tmp_path: Path) -> None:
    outcome = killed(tmp_path, people=200, kills=2, longest=0.3)  # they are killed while there is something to send
    assert outcome.lost == 0
    assert outcome.doubled <= outcome.kills
