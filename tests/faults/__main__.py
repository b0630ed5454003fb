"""`make faults`: the kills at full length.

python -m tests.faults [kills] [scenario]     tell, by scenario, where anything was lost or doubled
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.faults.outcome import Outcome
from tests.faults.scenarios import SCENARIOS
from tests.faults.warm import warm

KILLS = 10_000
ROUNDS_SHOWN = 20


def main(arguments: Sequence[str]) -> int:
    """Play all scenarios in turn until there were that many kills; 1 where anything was wrong."""
    wanted = int(arguments[0]) if arguments else KILLS
    names = arguments[1:] or tuple(SCENARIOS)
    outcomes = dict.fromkeys(names, Outcome())
    began, seed = time.monotonic(), 0
    warm()
    while sum(each.kills for each in outcomes.values()) < wanted:
        seed += 1
        for name in names:
            found = played(name, seed)
            outcomes[name] = outcomes[name].plus(found)
            print(
                "\n".join(f"{name}, seed {seed}: {each}" for each in found.wrong[:5]), end="\n" if found.wrong else ""
            )
        if seed % ROUNDS_SHOWN == 0:
            print(*lines(outcomes), sep="\n", flush=True)
    print(*lines(outcomes), f"{time.monotonic() - began:.0f} s", sep="\n")
    return 1 if any(each.wrong for each in outcomes.values()) else 0


def played(name: str, seed: int) -> Outcome:
    """One scenario in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return SCENARIOS[name](Path(folder), random.Random(f"{name} {seed}"))


def lines(outcomes: dict[str, Outcome]) -> list[str]:
    """The table so far."""
    total = Outcome()
    for each in outcomes.values():
        total = total.plus(each)
    rows = {**outcomes, "in all": total}
    return [
        f"{name:10} {one.kills:6} kills {one.steps:6} acknowledged {len(one.wrong):3} wrong"
        for name, one in rows.items()
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
