"""Which characters of a message say which slot: labels to learn from, drawn from the project's own corpus.

The corpus says what a message means, not where. A stretch that the grammar reads as what the corpus expects is
labelled with it, so that a learner gets better labels than the corpus alone would give.
"""

from __future__ import annotations

from functools import cache

import jieba

from nlu.draft import meaning
from nlu.pieces import Piece, find_pieces
from nlu.text import normalise
from tests.bench.understanding.readers import wanted
from tests.nlu.message_corpus import Example

OUTSIDE = "O"
TIME = "time"


@cache
def tokenizer() -> jieba.Tokenizer:
    """The tokenizer of jieba with its default dictionary, quiet."""
    jieba.setLogLevel(60)
    jieba.initialize()
    return jieba.dt


def features(text: str) -> list[dict[str, object]]:
    """Of each character: itself, its neighbours, its word and where in the word it stands."""
    words = [(word, place) for word in tokenizer().cut(text) for place in range(len(word))]
    padded = ["<", "<", *text, ">", ">"]
    return [
        {
            "char": char,
            "digit": char.isdigit(),
            "word": words[at][0],
            "place": words[at][1],
            **{str(near): padded[at + 2 + near] for near in (-2, -1, 1, 2)},
            "before": padded[at + 1] + char,
            "after": char + padded[at + 3],
        }
        for at, char in enumerate(text)
    ]


def labels(example: Example) -> tuple[str, list[str], list[tuple[str, str, dict[str, object]]]]:
    """The text, a label for each character, and each labelled stretch with its words and what they say."""
    text, today = normalise(example.text), example.today
    slots = dict(wanted(example)[1])
    marks, said = [OUTSIDE] * len(text), []
    for piece in find_pieces(text, today):
        values = {name: value for name, value in _values(piece, example).items() if (name, value) in slots}
        if not values:
            continue
        label = TIME if piece.when else f"amount-{next(iter(values))}" if piece.quantity else next(iter(values))
        marks[piece.start : piece.end] = [f"B-{label}", *[f"I-{label}"] * (piece.end - piece.start - 1)]
        said.append((label, piece.text, values))
    return text, marks, said


def _values(piece: Piece, example: Example) -> dict[str, object]:
    if piece.when:
        return {"year": piece.when.year}
    if piece.quantity:
        return {piece.quantity.attribute: piece.quantity.amount}
    activities = [str(raw["activity"]) for raw in example.expected.get("reports", ())]
    return {name: value for activity in activities[:1] for name, value in meaning(piece, activity).items()}


def stretches(marks: list[str]) -> list[tuple[str, int, int]]:
    """Label, start and end of each labelled stretch."""
    found: list[tuple[str, int, int]] = []
    for at, mark in enumerate(marks):
        if mark.startswith("B-") or (mark.startswith("I-") and not (found and found[-1][2] == at)):
            found.append((mark[2:], at, at + 1))
        elif mark.startswith("I-"):
            label, start, _ = found[-1]
            found[-1] = (label, start, at + 1)
    return found
