"""Processes that tick and send are killed at random moments, two at a time; nothing may be lost, and at most one
message a kill comes twice: the one that was on the wire.

python -m tests.reminding.killing                    2,000 people, 40 kills, SQLite
python -m tests.reminding.killing 2000 40 URL        on the server at that address

A kill needs a hundred people or so, else everybody is told before there were so many.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import sleep

from storage import open_database
from tests.reminding.population import populate

KNOWN = datetime(2026, 11, 5, tzinfo=UTC)
DUE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
PROCESSES = 2
LONGEST = 1.5  # seconds until a kill


@dataclass(frozen=True)
class Outcome:
    """How often each person was told, and how many kills there were."""

    times: Counter[str]
    people: int
    kills: int

    @property
    def lost(self) -> int:
        return self.people - len(self.times)

    @property
    def doubled(self) -> int:
        return sum(times - 1 for times in self.times.values())


def killed(
    folder: Path, people: int, kills: int, address: str | None = None, seed: int = 1, *, longest: float = LONGEST
) -> Outcome:
    """Everybody is due at once, and nobody who tells them lives longer than `longest` seconds; after the kills (fewer
    where nobody is left to be told) one process does the rest."""
    random, wire = Random(seed), folder / "wire.txt"
    url = address or str(folder / "kill.db")
    database = open_database(url)
    populate(database, people, KNOWN, DUE, seed, complete=False)
    database.close()
    now, done = DUE, 0
    while done < kills:
        workers = [started(url, wire, now) for _ in range(PROCESSES)]
        for worker in workers:
            ready(worker)
        before = done
        for worker in workers[: kills - done]:
            sleep(random.random() * longest)
            done += worker.poll() is None
            worker.kill()
        finish(workers)
        if done == before:
            break  # everybody has been told: nobody was at work any more
        now += timedelta(minutes=5)
    finish([started(url, wire, now)])
    told = Counter(wire.read_text().split())
    return Outcome(told, people, done)


def started(url: str, wire: Path, now: datetime) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.reminding.worker", url, str(wire), now.isoformat()]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def ready(worker: subprocess.Popen[str]) -> None:
    assert worker.stdout is not None
    assert worker.stdout.readline() == "ready\n"


def finish(workers: Sequence[subprocess.Popen[str]]) -> None:
    for worker in workers:
        worker.communicate()


def main(arguments: list[str]) -> int:
    """Run it and say what came of it."""
    people, kills = (int(each) for each in (*arguments, *("2000", "40")[len(arguments) :])[:2])
    with TemporaryDirectory() as folder:
        outcome = killed(Path(folder), people, kills, arguments[2] if len(arguments) > 2 else None)
    print(f"{people} people, {outcome.kills} kills: {outcome.lost} lost, {outcome.doubled} doubled")
    return bool(outcome.lost) or outcome.doubled > outcome.kills


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
