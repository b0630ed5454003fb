"""Parsing beside jieba: how much longer than its mere cut of the same text, and how soon the first message is read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time

from tests.bench.figures import Figure, milliseconds
from tests.bench.understanding.readers import unseen
from tests.bench.understanding.spans import tokenizer
from tests.nlu.message_corpus import Example

ROUNDS = 15
STARTS = 7
JIEBA = "import jieba; jieba.setLogLevel(60); jieba.initialize()"
OURS = "from datetime import date; from nlu import parse; parse('去年发表了一篇论文', date(2026, 11, 20))"
SLIPPED = "from datetime import date; from nlu import parse; parse('去年发表了一篇轮文', date(2026, 11, 20))"


def figures(_: Path) -> Iterator[Figure]:
    """All times in milliseconds; jieba has its default dictionary loaded before it is timed."""
    cut = tokenizer().cut
    messages = unseen()
    parsing, cutting = _both(messages, Example.parse, lambda message: list(cut(message.text)))
    yield Figure(f"parsing {len(messages)} messages, each", parsing, "ms", cutting, "jieba's cut of the same text")
    jieba = _start(JIEBA)
    yield Figure("a fresh process imports nlu and reads a message", _start(OURS), "ms", jieba, "one that loads jieba")
    yield Figure("one with a slip, which needs jieba's words", _start(SLIPPED), "ms", jieba, "one that loads jieba")
    yield Figure("a fresh process of Python that does nothing", _start(""), "ms", jieba, "one that loads jieba")


def _both(messages: list[Example], *works: Callable[[Example], object]) -> tuple[float, ...]:
    """Milliseconds a message of each work, in turns, so that a busy moment of the machine hits both."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS + 1):
        for times, work in zip(taken, works, strict=True):
            before = process_time()  # what others do on the machine meanwhile does not count
            for message in messages:
                work(message)
            times.append((process_time() - before) * 1000 / len(messages))
    return tuple(median(times[1:]) for times in taken)


def _start(program: str) -> float:
    return milliseconds(lambda: subprocess.run([sys.executable, "-c", program], check=True), STARTS)
