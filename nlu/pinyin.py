"""How characters sound, without tones; and finding words of the lexicon by their sound.

pypinyin's table is only loaded when a message has something that nothing explained.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

_END = ""
_LOOSE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))


@lru_cache(maxsize=4096)
def sounds(char: str) -> frozenset[str]:
    """The readings of a character; none for what is no Chinese character."""
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415  # a large table, rarely needed

    readings = PINYIN_DICT.get(ord(char), "")
    return frozenset(_toneless(reading) for reading in readings.split(",") if reading)


def _toneless(reading: str) -> str:
    plain = unicodedata.normalize("NFD", reading.replace("ü", "v"))
    return "".join(char for char in plain if char.isascii() and char.isalpha())


def loosened(sound: str) -> str:
    """A syllable with what many people do not tell apart levelled: zh and z, ing and in."""
    for narrow, wide in _LOOSE:
        sound = sound.replace(narrow, wide)
    return sound


class SoundTree:
    """Words by the sound of their characters."""

    def __init__(self, words: Iterable[str], *, loose: bool = False) -> None:
        self._root: dict[str, Any] = {}
        self._loose = loose
        for word in words:
            self._add(word)

    def _key(self, char: str) -> frozenset[str]:
        return frozenset(map(loosened, sounds(char))) if self._loose else sounds(char)

    def _add(self, word: str) -> None:
        nodes = [self._root]
        for char in word:
            nodes = [node.setdefault(sound, {}) for node in nodes for sound in self._key(char)]
        for node in nodes:
            node.setdefault(_END, []).append(word)

    def at(self, text: str, start: int) -> Iterator[tuple[int, list[str]]]:
        """Every stretch from `start` that sounds like words, with these words, the shortest first."""
        nodes, end = [self._root], start
        while nodes and end < len(text):
            keys = self._key(text[end])
            nodes = [node[sound] for node in nodes for sound in keys if sound in node]
            end += 1
            words = list(dict.fromkeys(word for node in nodes for word in node.get(_END, ())))
            if words:
                yield end, words

    def spelled(self, syllables: list[str], start: int) -> tuple[int, list[str]] | None:
        """The longest run of syllables from `start` that spells words."""
        node, found = self._root, None
        for at in range(start, len(syllables)):
            node = node.get(syllables[at])
            if node is None:
                break
            if _END in node:
                found = (at + 1, node[_END])
        return found


_INITIALS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINALS = "iang|iong|uang|ang|eng|ing|ong|uai|iao|ian|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v"
_SYLLABLE = re.compile(rf"(?:{_INITIALS})?(?:{_FINALS})(?![aeiouv])|(?:{_INITIALS})?(?:{_FINALS})")


def syllables(letters: str) -> list[str] | None:
    """Latin letters as syllables of pinyin, or None."""
    found, at = [], 0
    while at < len(letters):
        match = _SYLLABLE.match(letters, at)
        if match is None:
            return None
        found.append(match[0])
        at = match.end()
    return found
