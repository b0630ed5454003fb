"""Finding the words of the lexicon in a text: one pass over a tree of their characters, the longest match first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from nlu.entries import Entry, lexicon

_END = ""


class Spotter:
    """A tree of words. `longest(text, start, asked)` reads what stands at a place."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root: dict[str, Any] = {}
        for entry in sorted(entries, key=lambda entry: entry.tail is None):  # longer patterns first
            node = self._root
            for char in entry.word:
                node = node.setdefault(char, {})
            node.setdefault(_END, []).append(entry)

    def longest(self, text: str, start: int, asked: str | None) -> tuple[int, Entry] | None:
        """The end and meaning of the longest word that begins at `start` and fits its surroundings."""
        node, found, size = self._root, None, len(text)
        end = start
        while end < size:
            node = node.get(text[end])
            if node is None:
                break
            end += 1
            if _END in node:
                entry = _fitting(node[_END], text, start, end, asked)
                if entry is not None:
                    found = (end, entry)
        return found

    def starts_with(self, char: str) -> bool:
        return char in self._root


def _fitting(entries: list[Entry], text: str, start: int, end: int, asked: str | None) -> Entry | None:
    """The first reading whose conditions hold; one meant for the pending question goes before the others."""
    if _inside_latin(text, start, end):
        return None
    for entry in sorted(entries, key=lambda entry: not entry.asked) if asked else entries:
        if (asked in entry.asked if entry.asked else True) and entry.fits(text, start, end):
            return entry
    return None


def _inside_latin(text: str, start: int, end: int) -> bool:
    """Whether a Latin word would be cut out of a longer one (EI out of Elsevier)."""
    first, last = text[start], text[end - 1]
    return bool(
        (first.isascii() and first.isalpha() and start and text[start - 1].isascii() and text[start - 1].isalpha())
        or (last.isascii() and last.isalpha() and end < len(text) and text[end].isascii() and text[end].isalpha())
    )


@cache
def spotter() -> Spotter:
    """The compiled lexicon."""
    return Spotter(lexicon())
