"""`make faults`: the kills at full length.

python -m tests.faults [kills] [--only NAME ...] [--seed 1]     tell, by scenario, where anything was lost or doubled
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from tests.faults.outcome import Outcome
from tests.faults.scenarios import SCENARIOS
from tests.faults.warm import warm

KILLS = 10_000
MOST_SHOWN = 5  # differences of one round


def main(arguments: Sequence[str] | None = None) -> int:
    """Play the scenarios in turn until there were that many kills; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="kills in every write path")
    parser.add_argument("kills", type=int, nargs="?", default=KILLS)
    parser.add_argument("--only", nargs="+", choices=SCENARIOS, default=list(SCENARIOS))
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    began = time.monotonic()
    warm()
    outcomes = rounds(chosen.kills, chosen.only, chosen.seed)
    print(*lines(outcomes), f"{time.monotonic() - began:.0f} s", sep="\n")
    return 1 if any(each.wrong for each in outcomes.values()) else 0


def rounds(wanted: int, names: Sequence[str], first: int) -> dict[str, Outcome]:
    """All of them once with each seed, until it is enough."""
    outcomes = dict.fromkeys(names, Outcome())
    for seed in count(first):
        for name in names:
            found = played(name, seed)
            outcomes[name] = outcomes[name].plus(found)
            for each in found.wrong[:MOST_SHOWN]:
                print(f"{name}, seed {seed}: {each}")
        total = sum(each.kills for each in outcomes.values())
        print(f"seed {seed}: {total} kills so far", flush=True)
        if total >= wanted:
            break
    return outcomes


def played(name: str, seed: int) -> Outcome:
    """One scenario in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return SCENARIOS[name](Path(folder), random.Random(f"{name} {seed}"))


def lines(outcomes: dict[str, Outcome]) -> list[str]:
    """The table: kills, steps that were acknowledged, and what was wrong."""
    total = Outcome()
    for each in outcomes.values():
        total = total.plus(each)
    rows = {**outcomes, "in all": total}
    return [
        f"{name:10} {one.kills:6} kills {one.steps:6} acknowledged {len(one.wrong):3} wrong"
        for name, one in rows.items()
    ]


if __name__ == "__main__":
    sys.exit(main())
