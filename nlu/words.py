"""Cutting text into words with a tokenizer of our own (never jieba's global one, no cache file, no log).

Loading all of jieba's dictionary is what makes it slow to start. Its file is in the order of the first characters, so
the words of those characters that a text has are looked up in it when they are first needed. A word that it counts
fewer than a hundred times is rare in any text and left out: over messages of this domain 99 of 100 borders of the whole
dictionary are found, and 4 of 100 more stand inside rare compounds. Unknown words are not guessed at (no HMM): that
invents words across the borders that matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import jieba

_LEAST = 100  # occurrences in jieba's corpus
_OURS = 3_000  # as if a domain word occurred that often: enough to win over its parts
_TOTAL = 60_101_967  # of all words of jieba's dictionary; probabilities are shares of it


class Word(NamedTuple):
    """A word and where it stands."""

    text: str
    start: int
    end: int


class Cutter:
    """Cuts text along jieba's common words and the `words` of the domain. The dictionary is read by the first cut."""

    def __init__(self, words: Iterable[str] = (), least: int = _LEAST) -> None:
        self._least = least
        self._known: set[str] = set()  # first characters whose words have been looked up
        self._frequencies: dict[str, int] = {}
        for word in words:
            self._add(word, _OURS)

    def cut(self, text: str) -> list[Word]:
        """The words of `text`; joined they are the text."""
        words, start = [], 0
        self._learn(set(text) - self._known)
        for word in self._tokenizer.cut(text, HMM=False):
            words.append(Word(word, start, start + len(word)))
            start += len(word)
        return words

    @cached_property
    def _tokenizer(self) -> jieba.Tokenizer:
        import jieba  # noqa: PLC0415  # most messages are read without it

        tokenizer = jieba.Tokenizer()
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = self._frequencies, _TOTAL, True
        return tokenizer

    def _learn(self, heads: set[str]) -> None:
        """Take up the words that begin with these characters."""
        for head in heads:
            for word, count in dictionary().beginning(head, self._least):
                self._add(word, count)
        self._known |= heads

    def _add(self, word: str, count: int) -> None:
        self._frequencies[word] = max(self._frequencies.get(word, 0), count)
        for end in range(1, len(word)):
            self._frequencies.setdefault(word[:end], 0)  # jieba looks longer words up by their beginnings


@cache
def dictionary() -> Dictionary:
    """The one that jieba comes with."""
    package = find_spec("jieba")
    assert package
    assert package.origin
    return Dictionary(Path(package.origin).with_name("dict.txt").read_bytes())


class Dictionary:
    """The words of jieba's dictionary, found by their first character without reading the others.

    The file begins with a few words in no order; from 一 on it is in the order of the first characters.
    """

    def __init__(self, rows: bytes) -> None:
        self._rows = rows
        self._ordered = rows.index("\n一 ".encode()) + 1

    def beginning(self, head: str, least: int) -> Iterator[tuple[str, int]]:
        """Every word with that first character that was counted at least so often, and how often it was."""
        first = head.encode(errors="replace")
        rows = self._rows[self._line_from(first) : self._line_from(first[:-1] + bytes([first[-1] + 1]))]
        for word, count in (*_words(self._rows[: self._ordered], least), *_words(rows, least)):
            if word.startswith(head):
                yield word, count

    def _line_from(self, start: bytes) -> int:
        """Where the first line stands that does not come before `start`."""
        low, high = self._ordered, len(self._rows)
        while low < high:
            middle = (low + high) // 2
            line = self._rows.rfind(b"\n", low, middle) + 1 or low
            if self._rows[line : line + len(start)] < start:
                low = self._rows.find(b"\n", line) + 1 or high
            else:
                high = line
        return low


def _words(rows: bytes, least: int) -> list[tuple[str, int]]:
    found = _pattern(len(str(least))).findall(rows)
    return [(word.decode(), int(count)) for word, count in found if int(count) >= least]


@cache
def _pattern(digits: int) -> re.Pattern[bytes]:
    """A row whose count has so many digits or more; most have fewer."""
    return re.compile(rb"^(\S+) (\d{%d,}) " % digits, re.MULTILINE)
