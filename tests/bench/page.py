"""The page docs/benchmarks.md: the figures of one run as tables, and what they were measured on."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.figures import Figure

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Written by `python -m tests.bench --write`; `make bench` prints the same. All of a table comes from one run on a shared
virtual machine with {cores} cores, {system} and Python {python}. The same code is twice as fast or slow from one minute
to the next there, so only the ratios mean something: "beside" is what was measured next to ours in the same run.
"""
NOTES = {
    "understanding": """The unseen messages (tests/bench/understanding/unseen.toml) were written before anything was
measured on them; nobody mends the grammar by them. Two or three messages more or less mean nothing there. What we
miss are mostly small talk and requests that we say we do not understand; one failed examination is taken for one that
was sat. The conversations' first messages count where the expectation implies an intent; most are reports, and the
grammar is mended by those that fail. The learned peer is trained on the whole of tests/nlu/corpus: characters and
words in TF-IDF with LinearSVC for intents and activities, a CRF for slots; labels for the CRF come from our own
grammar where the corpus agrees, and numbers and times in what it finds are read with our own, both in its favour. A
slot is an activity, a year or an attribute with its value. The times (dates.toml) are ours; blurred ones accept
several readings.

Parsing is to take at most six times jieba's mere cut, and takes more. Its time is spread thin: finding the pieces takes
23 % (words 10, times 7, amounts 3), slips 15, clauses 11, the words of intents 10, facts 14, reports 9; a hundred small
regular expressions make 12 % of it, and jieba itself, needed for one message in forty, next to nothing.

Rasa 3.6 with jieba and DIET, measured on the same class of machine with 148 training and 60 test messages of the same
field: intents 91.7 %, entity F1 62.7 %, 20.7 ms a message, 69 s to start, 1,228 MB. It is not run here.
""",
    "rules": """The function by hand knows the rates of one document and adds them up. `assess` finds the document that
governs, reads every condition, applies caps and what counts only once, and cites each article.
""",
}


def page(measured: Mapping[str, Sequence[Figure]]) -> str:
    """The whole page."""
    head = HEAD.format(cores=os.cpu_count(), system=platform.system(), python=platform.python_version())
    return "\n".join([head, *(line for part, figures in measured.items() for line in _part(part, figures))])


def _part(part: str, figures: Sequence[Figure]) -> Iterator[str]:
    yield f"## {part.capitalize()}\n"
    yield "| what | ours | beside | ratio | of |"
    yield "| --- | ---: | ---: | ---: | --- |"
    for figure in figures:
        beside = f"{number(figure.rival)} {figure.unit}".strip() if figure.rival else ""
        ratio = f"{figure.value / figure.rival:.2f}" if figure.rival else ""
        yield f"| {figure.name} | {number(figure.value)} {figure.unit} | {beside} | {ratio} | {figure.rival_name} |"
    yield ""
    if part in NOTES:
        yield NOTES[part]


def number(value: float) -> str:
    """Three digits that matter."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
