"""Finding the words of the lexicon in a text: one pass over a tree of their characters, the longest match first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from nlu.entries import Entry, lexicon

_END = ""
_ASCII = "\x80"


class Spotter:
    """A tree of words. Texts are given in lower case."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root: dict[str, Any] = {}
        for entry in sorted(entries, key=lambda entry: entry.tail is None):  # patterns of two parts say more
            node = self._root
            for char in entry.word:
                node = node.setdefault(char, {})
            node.setdefault(_END, []).append(entry)

    def spots(self, text: str, asked: str | None = None) -> Iterator[tuple[int, int, Entry]]:
        """Start, end and meaning of the longest word that begins at each place."""
        root = self._root
        for start, char in enumerate(text):
            node = root.get(char)
            if node is not None and (text[start + 1 : start + 2] in node or _END in node):
                found = self.longest(text, start, asked)
                if found:
                    yield start, *found

    def longest(self, text: str, start: int, asked: str | None = None) -> tuple[int, Entry] | None:
        """The end and meaning of the longest word that begins at `start` and fits its surroundings."""
        node: dict[str, Any] | None = self._root
        found = None
        for end in range(start, len(text)):
            node = node.get(text[end]) if node else None
            if node is None:
                break
            if _END in node:
                entry = _fitting(node[_END], text, start, end + 1, asked)
                found = found if entry is None else (end + 1, entry)
        return found


def _fitting(entries: list[Entry], text: str, start: int, end: int, asked: str | None) -> Entry | None:
    """The first reading whose conditions hold; one meant for the pending question goes before the others."""
    if _inside_latin(text, start, end):
        return None
    for entry in sorted(entries, key=lambda entry: not entry.asked) if asked and len(entries) > 1 else entries:
        if (asked in entry.asked if entry.asked else True) and entry.fits(text, start, end):
            return entry
    return None


def _inside_latin(text: str, start: int, end: int) -> bool:
    """Whether a Latin word would be cut out of a longer one (EI out of Elsevier)."""
    first, last = text[start], text[end - 1]
    return (first < _ASCII and start > 0 and _latin(first) and _latin(text[start - 1])) or (
        last < _ASCII and end < len(text) and _latin(last) and _latin(text[end])
    )


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


@cache
def spotter() -> Spotter:
    """The compiled lexicon."""
    return Spotter(lexicon())
