"""`make faults`: the kills at full length. The number of kills may be given: `python -m tests.faults 10000`."""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from nlu import parse
from policies.library import load_library
from tests.faults.killing import assistant_over, play, play_under_fire
from tests.faults.scripts import START, dialogues
from tests.faults.state import contents

KILLS = 10_000


def main(wanted: int) -> int:
    """Kill until there were that many; tell where anything was lost or doubled."""
    make = assistant_over(load_library())
    parse("去年发表了一篇CN论闻，第二作者", START.date())
    kills = wrong = turns = seed = 0
    while kills < wanted:
        seed += 1
        with tempfile.TemporaryDirectory() as name:
            calm, fire = Path(name) / "calm.db", Path(name) / "fire.db"
            script = dialogues(random.Random(seed))
            play(calm, script, make)
            kills += play_under_fire(fire, script, make, random.Random(-seed))
            turns += len(script)
            if contents(fire) != contents(calm):
                wrong += 1
                print(f"seed {seed}: the ledgers differ")
        if seed % 50 == 0:
            print(f"{kills} kills, {turns} acknowledged turns, {wrong} scripts with a difference", flush=True)
    print(f"{kills} kills, {turns} acknowledged turns, {wrong} scripts with a difference")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS))
