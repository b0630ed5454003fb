"""Times beside JioNLP, where it is installed: how many of the same cases are right, and milliseconds a phrase."""

from __future__ import annotations

import contextlib
import io
import time
import tomllib
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from nlu.dimensions.time import find_times
from tests.bench.figures import Figure, milliseconds

CASES = tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))
TODAY: date = CASES["today"]
TIMES = 30
Reader = Callable[[str], str | None]


def figures(_: Path) -> Iterator[Figure]:
    """Cases right and time a phrase; beside JioNLP's where it is there."""
    theirs = _jionlp()
    name = "JioNLP" if theirs else ""
    right, rival = len(CASES["case"]) - len(wrong(ours)), len(CASES["case"]) - len(wrong(theirs)) if theirs else 0
    yield Figure(f"times right, of {len(CASES['case'])}", right, "", rival, name)
    yield Figure("a time is read in", _median(ours), "ms", _median(theirs) if theirs else 0, name)


def wrong(read: Reader) -> list[str]:
    """The cases that a reader reads otherwise."""
    return [text for text, right in CASES["case"].items() if read(text) not in right]


def ours(text: str) -> str | None:
    """The days of the one time in a text."""
    found = [each.value.period for each in find_times(text, TODAY)]
    return f"{found[0].start} {found[0].end}" if len(found) == 1 else None


def _median(read: Reader) -> float:
    return median(milliseconds(lambda text=text: read(text), TIMES) for text in CASES["case"])  # type: ignore[misc]


def _jionlp() -> Reader | None:
    """JioNLP's reading; it greets on the standard output and warns when it is imported."""
    if find_spec("jionlp") is None:
        return None
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        import jionlp  # noqa: PLC0415
    base = time.mktime((TODAY.year, TODAY.month, TODAY.day, 10, 0, 0, 0, 0, -1))

    def read(text: str) -> str | None:
        try:
            days = jionlp.parse_time(text, time_base=base)["time"]
        except ValueError:
            return None
        return f"{days[0][:10]} {days[1][:10]}" if isinstance(days, list) else None

    return read
