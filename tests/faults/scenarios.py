"""All scenarios by name: each is played in an empty folder with its own chance."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.faults import reminded, talking, upkeep, working
from tests.faults.outcome import Outcome
from tests.faults.playing import survived

Scenario = Callable[[Path, random.Random], Outcome]


def _talking(folder: Path, chance: random.Random) -> Outcome:
    return survived(folder, talking.dialogues(chance, folder / "sent"), chance)


def _working(folder: Path, chance: random.Random) -> Outcome:
    return survived(folder, working.year_of_employer(chance, folder / "sent"), chance)


def _reminded(folder: Path, chance: random.Random) -> Outcome:
    return survived(folder, reminded.year_of_ticks(chance), chance)


SCENARIOS: dict[str, Scenario] = {
    "talking": _talking,
    "employer": _working,
    "reminders": _reminded,
    "migration": upkeep.migration,
    "backup": upkeep.backing_up,
    "restore": upkeep.restoring,
    "sealing": upkeep.sealing,
}
