"""Intents and slots beside learned classifiers, each in a process of its own, on messages that nobody tuned to."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tests.bench.figures import Figure

MEASURE = [sys.executable, "-m", "tests.bench.understanding.measure"]
PEER = "scikit-learn and CRF"


def figures(folder: Path) -> Iterator[Figure]:
    """Shares right in percent, times, start and memory; beside the learned peer's where it is installed."""
    ours, theirs = _run("ours"), _learned(folder)
    told, messages = f"{ours['told']:.0f}", f"{ours['messages']:.0f}"
    rows = (
        (f"intents right, {messages} unseen messages", "intents", "%", 100),
        (f"intents right, {told} conversations' first messages", "openings", "%", 100),
        ("slots of unseen messages, F1", "f1", "%", 100),
        ("a message is understood in, p50", "p50", "ms", 1),
        ("a message is understood in, p99", "p99", "ms", 1),
        ("start to the first understood message", "start", "ms", 1),
        ("memory of the process", "memory", "MB", 1),
    )
    for name, key, unit, factor in rows:
        rival = theirs[key] * factor if theirs else 0
        yield Figure(name, ours[key] * factor, unit, rival, PEER if theirs else "")


def _learned(folder: Path) -> dict[str, float] | None:
    """The peer, trained on the project's own corpus before it is measured; None where it is not installed."""
    if find_spec("sklearn") is None or find_spec("sklearn_crfsuite") is None:
        print(f"{PEER}: not installed; pip install '.[bench]' brings them", flush=True)
        return None
    kept = str(folder / "learned.pickle")
    _run("train", kept)
    return _run("learned", kept)


def _run(*arguments: str) -> dict[str, float]:
    done = subprocess.run([*MEASURE, *arguments], check=True, stdout=subprocess.PIPE)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures
