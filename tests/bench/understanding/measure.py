"""One reader in a process of its own: `python -m tests.bench.understanding.measure ours`, a line of JSON comes out.

`train FILE` learns and keeps a reader; `learned FILE` measures it. Memory is the process's largest, in megabytes.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.understanding.readers import Reader
    from tests.nlu.message_corpus import Example

BEGUN = perf_counter()
ROUNDS = 15
Figures = dict[str, float]


def main(arguments: list[str]) -> None:
    """Do what the first argument says, and print what came of it."""
    if arguments[0] == "train":
        print(json.dumps(trained(Path(arguments[1]))))
    else:
        print(json.dumps(measured(_reader(arguments))))


def trained(file: Path) -> Figures:
    """Learn from the project's corpus and keep what was learned."""
    from tests.bench.understanding import learned  # noqa: PLC0415
    from tests.nlu.message_corpus import examples  # noqa: PLC0415

    learned.save(learned.train(examples()), file)
    return {"seconds": perf_counter() - BEGUN, "phrasings": len(examples())}


def _reader(arguments: list[str]) -> Reader:
    """A reader; importing it is part of its start."""
    if arguments[0] == "ours":
        from tests.bench.understanding.readers import ours  # noqa: PLC0415

        return ours
    from tests.bench.understanding.learned import load  # noqa: PLC0415

    return load(Path(arguments[1])).read


def measured(read: Reader) -> Figures:
    """Start (ms), memory (MB), intents right, slots, and milliseconds a message."""
    from tests.bench.understanding.readers import unseen  # noqa: PLC0415

    messages = unseen()
    read(messages[0])
    start, memory = perf_counter() - BEGUN, _memory()
    return {"start": start * 1000, "memory": memory, **_right(read, messages), **_times(read, messages)}


def _memory() -> float:
    """The largest that this process was, in megabytes; what it was forked from does not count where Linux tells."""
    status = Path("/proc/self/status")
    told = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    largest = next((line.split()[1] for line in told if line.startswith("VmHWM:")), None)
    return (int(largest) if largest else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024


def _right(read: Reader, messages: list[Example]) -> Figures:
    from tests.bench.understanding.readers import opening, wanted  # noqa: PLC0415
    from tests.nlu.tally import Tally  # noqa: PLC0415

    slots, intents = Tally(), 0
    for message in messages:
        allowed, due = wanted(message)
        reading = read(message)
        intents += reading.intent in allowed
        slots.compare(due.elements(), reading.slots.elements())
    told = opening()
    openings = sum(read(each).intent in wanted(each)[0] for each in told)
    shares = {"intents": intents / len(messages), "openings": openings / max(len(told), 1), "told": len(told)}
    return {**shares, "messages": len(messages), "f1": slots.total.f1, "precision": slots.total.precision}


def _times(read: Reader, messages: list[Example]) -> Figures:
    """The median and the 99th percentile over messages, of each one's median."""
    taken = []
    for message in messages:
        rounds = []
        for _ in range(ROUNDS):
            before = perf_counter()
            read(message)
            rounds.append(perf_counter() - before)
        taken.append(median(rounds) * 1000)
    return {"p50": median(taken), "p99": quantiles(taken, n=100)[98]}


if __name__ == "__main__":
    main(sys.argv[1:])
