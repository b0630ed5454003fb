"""Cutting text into words with a tokenizer of our own (never jieba's global one)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import jieba


class Word(NamedTuple):
    """A word and where it stands."""

    text: str
    start: int
    end: int


class Cutter:
    """Cuts text along a dictionary: our common words and the `words` of the domain."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._tokenizer = jieba.Tokenizer()
        frequency: dict[str, int] = {}
        for word in words:
            frequency[word] = 1000
            for end in range(1, len(word)):
                frequency.setdefault(word[:end], 0)
        self._tokenizer.FREQ = frequency
        self._tokenizer.total = sum(frequency.values()) or 1
        self._tokenizer.initialized = True

    def cut(self, text: str) -> list[Word]:
        """The words of `text`; joined they are the text."""
        words, start = [], 0
        for word in self._tokenizer.cut(text, HMM=False):
            words.append(Word(word, start, start + len(word)))
            start += len(word)
        return words
