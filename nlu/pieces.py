"""What a message is made of: every stretch that some rule reads, none claimed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nlu.dimensions.quantity import Quantity, find_quantities
from nlu.dimensions.time import find_times
from nlu.dimensions.time_when import When
from nlu.entries import Entry
from nlu.ranks import find_ranks
from nlu.spotting import Spotter, spotter
from policies.facts import Value

_TITLE = re.compile(r"《[^《》\n]{1,80}》")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the message and what was read there: a word of the lexicon, an amount, a time, a position, a title."""

    start: int
    end: int
    text: str
    entry: Entry | None = None
    quantity: Quantity | None = None
    when: When | None = None
    rank: Value | None = None
    title: str = ""

    @property
    def rule(self) -> str:
        """Where it was read, for the trace."""
        if self.entry:
            return f"word/{self.entry.source.removesuffix('.toml')}"
        return "quantity" if self.quantity else "time" if self.when else "title" if self.title else "rank"

    @property
    def cues(self) -> frozenset[str]:
        return self.entry.cues if self.entry else frozenset()

    @property
    def activity(self) -> str | None:
        return self.entry.activity if self.entry else None

    @property
    def hint(self) -> tuple[str, ...]:
        return self.entry.hint if self.entry else ()


def find_pieces(text: str, today: date, asked: str | None = None) -> list[Piece]:
    """The pieces of a normalised text from left to right; where two overlap, the earlier and longer one wins."""
    times = find_times(text, today)
    found = [Piece(mention.start, mention.end, mention.text, when=mention.value) for mention in times]
    found += [
        Piece(mention.start, mention.end, mention.text, quantity=mention.value)
        for mention in find_quantities(text, times)
    ]
    found += [Piece(mention.start, mention.end, mention.text, rank=mention.value) for mention in find_ranks(text)]
    found += [Piece(match.start(), match.end(), match[0], title=match[0][1:-1]) for match in _TITLE.finditer(text)]
    return _without_overlaps(found, _words(text, asked))


def _words(text: str, asked: str | None) -> Iterator[Piece]:
    """At each place the longest word of the lexicon."""
    lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    words = spotter()
    for start, char in enumerate(lower):
        if words.starts_with(char):
            yield from _word(words, text, lower, start, asked)


def _word(words: Spotter, text: str, lower: str, start: int, asked: str | None) -> Iterator[Piece]:
    match = words.longest(lower, start, asked)
    if match:
        end, entry = match
        yield Piece(start, end, text[start:end], entry=entry)


def _without_overlaps(found: list[Piece], words: Iterator[Piece]) -> list[Piece]:
    """Leftmost and longest first; on a tie what has a meaning of its own goes before a mere word."""
    claimed, kept = 0, []
    order = sorted([*words, *found], key=lambda piece: (piece.start, -piece.end, piece.entry is None))
    for piece in order:
        if piece.start >= claimed:
            kept.append(piece)
            claimed = piece.end
    return kept
