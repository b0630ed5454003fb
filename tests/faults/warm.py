"""Everything that the forked processes need is loaded before the first fork: one short round of every scenario."""

from __future__ import annotations

import gc
import random
import tempfile
from pathlib import Path

from tests.faults import reminded, talking, working
from tests.faults.playing import work


def warm() -> None:
    """Play a script of each kind without kills. Forks are quick afterwards."""
    chance = random.Random(0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, script in enumerate(
            (
                talking.dialogues(chance, folder / "sent", length=100),
                working.year_of_employer(chance, folder / "sent", length=100),
                reminded.year_of_ticks(chance, ticks=20),
            )
        ):
            work(folder / f"{number}.db", script)(0, lambda: None)
    gc.collect()
    gc.freeze()  # or every fork would copy what the collector touches
