"""`make fuzz`: a hundred thousand messages that nobody would type. None may raise, none may take over 50 ms.

python -m tests.nlu.fuzz --number 5000 --seed 7
"""

from __future__ import annotations

import argparse
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice
from random import Random
from time import process_time
from types import FrameType
from typing import NamedTuple

from nlu import parse
from nlu.reading import Context, Intent
from tests.nlu.message_corpus import examples
from tests.nlu.mutation import messages

TODAY = date(2026, 11, 20)
LIMIT = 0.050  # seconds
ENDLESS = 10  # seconds
TRIES = 3  # a slow one is timed again: the machine may have been busy
WORST = 10
SHOWN = 60  # characters
CONTEXTS = (
    *(Context(),) * 3,
    Context(last_activity="paper", last_year=2025, last_intent=Intent.RECORD),
    Context("rank", "paper", "paper", 2025, Intent.RECORD),
    Context("days", "training", "training", 2026, Intent.RECORD),
    Context("when", "exam"),
    Context("region"),
    Context("confirm", "paper"),
    Context("entry", last_intent=Intent.LEDGER),
)


class Trial(NamedTuple):
    """How long a message took, or what it raised."""

    text: str
    asked: str | None
    seconds: float = 0.0
    raised: str = ""


@contextmanager
def patience() -> Iterator[None]:
    """Raises TimeoutError in what goes on for ever, where the system has such a clock."""

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"not done after {ENDLESS} s")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, ENDLESS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds(text: str, context: Context, tries: int = 1) -> float:
    """The best time of so many tries."""
    taken = []
    for _ in range(tries):
        before = process_time()
        parse(text, TODAY, context)
        taken.append(process_time() - before)
    return min(taken)


def trials(seed: int, number: int) -> Iterator[Trial]:
    """So many messages, each parsed in some context of a dialogue."""
    random = Random(seed)
    for text in islice(messages(seed, [example.text for example in examples()]), number):
        context = random.choice(CONTEXTS)
        try:
            with patience():
                taken = seconds(text, context)
                if taken > LIMIT:
                    taken = seconds(text, context, TRIES)
        except Exception:  # noqa: BLE001  # whatever it is, it is what we look for
            yield Trial(text, context.asked, raised=traceback.format_exc(limit=-1))
        else:
            yield Trial(text, context.asked, taken)


def report(tried: Sequence[Trial]) -> Iterator[str]:
    """The figures, what raised, and the slowest."""
    ranked = sorted(tried, key=lambda trial: -trial.seconds)
    times = [trial.seconds * 1000 for trial in ranked]
    raised = [trial for trial in tried if trial.raised]
    slow = sum(trial.seconds > LIMIT for trial in tried)
    yield f"{len(tried)} messages: {len(raised)} raised, {slow} took over {LIMIT * 1000:.0f} ms"
    yield f"p50 {times[len(times) // 2]:.2f} ms, p99 {times[len(times) // 100]:.2f} ms, worst {times[0]:.1f} ms"
    for trial in raised[:WORST]:
        yield f"raised ({trial.asked}) {trial.text[:SHOWN]!r} {trial.raised}"
    for trial in ranked[:WORST]:
        yield f"{trial.seconds * 1000:6.1f} ms  {len(trial.text):>5} characters ({trial.asked})  {trial.text[:SHOWN]!r}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse them all; 1 where any raised or was slow."""
    parser = argparse.ArgumentParser(prog="python -m tests.nlu.fuzz", description="parse what nobody would type")
    parser.add_argument("--number", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    tried = list(trials(chosen.seed, chosen.number))
    print(*report(tried), sep="\n")
    return int(any(trial.raised or trial.seconds > LIMIT for trial in tried))


if __name__ == "__main__":
    sys.exit(main())
