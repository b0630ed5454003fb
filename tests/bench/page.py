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
    "storage": """Fifty people at once share commits, each told when theirs is durable: entries alone are then kept
faster than a loop of bare inserts that commits each, all that a recording turn reads and writes at two thirds of it.
""",
    "understanding": """The unseen messages (tests/bench/understanding/unseen.toml) were written before anything was
measured on them; nobody mends the grammar by them. Two or three messages more or less mean nothing there. What we
miss are mostly small talk and requests that we say we do not understand; one failed examination is taken for one that
was sat. The conversations' first messages count where the expectation implies an intent; most are reports, and the
grammar is mended by those that fail. The learned peer is trained on the whole of tests/nlu/corpus: characters and
words in TF-IDF with LinearSVC for intents and activities, a CRF for slots; labels for the CRF come from our own
grammar where the corpus agrees, and numbers and times in what it finds are read with our own, both in its favour. A
slot is an activity, a year or an attribute with its value. The times (dates.toml) are ours; blurred ones accept
several readings.

Parsing is to take at most six times jieba's mere cut; it takes more than seven. It was 7.8 times and then 6.4, before
it learnt to tell what is wondered about, planned, counted apart or said of others. The worst three costs were the words
for intents (60 searches a message, 52 us), near misses by likeness (27 us) and the patterns of slips (25 us); now a
table of the characters and pairs that a match must contain (nlu/screen.py) leaves four of all patterns to be tried.
What is left is spread thin: pieces 80 us, clauses 28, facts 47, reports 23, intents 16, and the Python between them.

The first message with a slip needed jieba's dictionary (150 ms) and pypinyin (200 ms): the words are now looked up in
the dictionary by their first characters, and the sounds are a small file of our own.

Rasa 3.6 with jieba and DIET, measured on the same class of machine with 148 training and 60 test messages of the same
field: intents 91.7 %, entity F1 62.7 %, 20.7 ms a message, 69 s to start, 1,228 MB. It is not run here.
""",
    "turns": """A row by SQLModel is the entry of a recording turn, added and committed on the same file. A turn reads
six or seven things and writes three or four, and understands, appraises and words besides. Storage was half of it:
statements are prepared once and handed straight to SQLite (17.6 us each, then 13, now 5.7), a turn's transaction is
begun and ended without SQLAlchemy's bookkeeping (69 us, now 17), and what nobody needs is not asked. What is left of a
turn is a third each of understanding, of appraising and wording, and of storage; a third of that is the commit. A row
that is read again after its commit, as SQLModel's tutorial does it, takes more than half of a turn, one that is only
added and committed a third: what is left is as much the thinking as the database.

Fifty at once share commits, as `xueshi serve` takes them: all that waits is done with one commit, and answered only
after it. Where the disk takes 4 ms for a commit, that alone makes it several times a loop of bare inserts; where it
takes 0.2 ms, one Python process is the limit, not the disk.
""",
    "postgres": """A server on the same two cores, durable; every statement is a round trip, fifteen in a turn. The
10,000 turns are 5,000 messages of 500 people, each handed to two processes at the same time; the ledgers and all
answers are compared with those of one process on SQLite, and the bench fails where one differs. One process gets
each message once. Beyond two processes these two cores, which carry the server as well, are full.
""",
    "telegram": """The same messages to both, on the same fake Bot API in a process beside them; ours understands them,
credits them, commits durably and lays its answers into the outbox before it sends them. It took 3.0 ms of processor
time a message and now takes 1.5, the echo 0.7. The worst three costs were a thread for every turn, each with a
savepoint made by SQLAlchemy (now one commit for all that waits: 0.7 ms), replies as forms and filters that aiogram asks
in a thread (now JSON, and no filters: 0.3 ms), and handing every turn to a thread and back, in which the two wanted the
interpreter at the same time (now on the event loop, unless somebody else is writing: 0.2 ms). Single runs swing between
0.42 and 0.60. Python runs on one core at a time; a second process over PostgreSQL takes a second one.
""",
    "rules": """The function by hand knows the rates of one document and adds them up. `assess` finds the document that
governs, reads every condition, applies caps and what counts only once, and cites each article. The quickest way is an
exact search that measures some 170 amounts of what one may do with it; each was measured up to three times, with all
entries appraised anew, which took four and a half times as long.
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
