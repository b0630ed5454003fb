"""`make fuzz`: everything, one after the other; or one of the parts.

python -m tests.fuzz                     all of it, FUZZ_MINUTES in all (3 where that is not set)
python -m tests.fuzz stateful 30         random lives of employers and reminders, for half an hour
python -m tests.fuzz parse 10            one of: parse packs channel sheets updates
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.fuzz.target import TARGETS

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".fuzz"  # inputs that reached something new, and finds; safe to delete
PARTS = ("stateful", *TARGETS)
SHARES = {"stateful": 3, "parse": 3, "packs": 2, "channel": 2, "sheets": 1, "updates": 1}
USUAL_MINUTES = 3.0


class Outcome(NamedTuple):
    """What became of one part: inputs tried, branches reached, what was found."""

    part: str
    seconds: int
    inputs: str
    branches: str
    found: tuple[str, ...]

    def __str__(self) -> str:
        line = f"{self.part:<9} {self.seconds:>5} s {self.inputs:>9} inputs {self.branches:>6} branches"
        return "\n".join([f"{line}  {len(self.found)} found", *(f"  {each}" for each in self.found)])


def fuzzed(part: str, seconds: int) -> Outcome:
    """Fuzz one part in a process of its own, which a fault may bring down."""
    folder = KEPT / part
    folder.mkdir(parents=True, exist_ok=True)
    module = "tests.fuzz.lives" if part == "stateful" else "tests.fuzz.guided"
    arguments = [str(seconds)] if part == "stateful" else [part, str(seconds), str(folder)]
    log = folder / "log.txt"
    with log.open("wb") as out:
        done = subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, stdout=out, stderr=out, check=False)
    said = log.read_text(encoding="utf-8", errors="replace")
    found = [str(each.relative_to(ROOT)) for each in sorted([*folder.glob("found/*"), *folder.glob("stopped-*")])]
    found += [f"ended with {done.returncode}, see {log.relative_to(ROOT)}"] if done.returncode else []
    return Outcome(part, seconds, last(r"^Done (\d+) runs", said), last(r"cov: (\d+)", said), tuple(found))


def last(pattern: str, said: str) -> str:
    """The last figure of that kind."""
    return str((re.findall(pattern, said, re.MULTILINE) or ["–"])[-1])


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz; 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="inputs by the million")
    parser.add_argument("part", nargs="?", choices=("all", *PARTS), default="all")
    parser.add_argument("minutes", nargs="?", type=float, default=os.environ.get("FUZZ_MINUTES", USUAL_MINUTES))
    chosen = parser.parse_args(arguments)
    parts = PARTS if chosen.part == "all" else (chosen.part,)
    unit = float(chosen.minutes) * 60 / sum(SHARES[part] for part in parts)
    found = False
    for part in parts:
        outcome = fuzzed(part, max(1, round(unit * SHARES[part])))
        found = found or bool(outcome.found)
        print(outcome, flush=True)
    return int(found)


if __name__ == "__main__":
    sys.exit(main())
