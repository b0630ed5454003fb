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

Parsing is to take at most six times jieba's mere cut, and takes about that. It was 7.8 times; the worst three costs
were the words for intents (60 searches a message, 52 us), near misses by likeness (27 us) and the patterns of slips
(25 us). Now a table of the characters and pairs that a match must contain (nlu/screen.py) leaves four of all patterns
to be tried. What is left is spread thin: pieces 80 us, clauses 28, facts 47, reports 23, intents 16, and the Python
between them.

The first message with a slip needed jieba's dictionary (150 ms) and pypinyin (200 ms): the words are now looked up in
the dictionary by their first characters, and the sounds are a small file of our own.

Rasa 3.6 with jieba and DIET, measured on the same class of machine with 148 training and 60 test messages of the same
field: intents 91.7 %, entity F1 62.7 %, 20.7 ms a message, 69 s to start, 1,228 MB. It is not run here.
""",
    "turns": """A row by SQLModel is the entry of a recording turn, added and committed on the same file. A turn reads
eleven things and writes four, and understands, appraises and words besides. Storage was half of it: statements are now
prepared once and handed straight to SQLite (a statement took 17.6 us, now 4.5), a list of one person became one person
(77 us, now 6). What is left of a turn is a quarter each of understanding, handling, storage and the rest.

Fifty at once share commits: whoever waits while another turn is at work goes along in the same transaction, and is
answered only after its commit. Where the disk takes 4 ms for a commit, that alone makes it several times a loop of
bare inserts; where it takes 0.2 ms, one Python process (about 900 turns a second when it has a core to itself) is the
limit, not the disk.
""",
    "postgres": """A server on the same two cores, durable; every statement is a round trip, fifteen in a turn. The
10,000 turns are 5,000 messages of 500 people, each handed to two processes at the same time; the ledgers and all
answers are compared with those of one process on SQLite, and the bench fails where one differs. One process gets
each message once. Beyond two processes these two cores, which carry the server as well, are full.
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
