"""How characters sound, without tones; and finding words of the lexicon by their sound.

pypinyin's table is only loaded when a message has something that nothing explained.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

_END = ""


@lru_cache(maxsize=4096)
def sound(char: str) -> str:
    """The usual reading of a character; itself for what is no Chinese character."""
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415  # a large table, rarely needed

    reading, _, _ = PINYIN_DICT.get(ord(char), char).partition(",")
    return _toneless(reading) or char


def _toneless(reading: str) -> str:
    plain = unicodedata.normalize("NFD", reading.replace("ü", "v"))
    return "".join(char for char in plain if char.isascii() and char.isalpha())


class SoundTree:
    """Words by the sound of their characters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._root: dict[str, Any] = {}
        for word in words:
            node = self._root
            for char in word:
                node = node.setdefault(sound(char), {})
            node.setdefault(_END, []).append(word)

    def at(self, sounds: Sequence[str], start: int) -> list[tuple[int, list[str]]]:
        """Every stretch from `start` that sounds like words, with these words, the shortest first."""
        node: dict[str, Any] | None = self._root
        found = []
        for end in range(start, len(sounds)):
            node = node.get(sounds[end]) if node else None
            if node is None:
                break
            if _END in node:
                found.append((end + 1, node[_END]))
        return found

    def spelled(self, syllables: list[str], start: int) -> tuple[int, list[str]] | None:
        """The longest run of syllables from `start` that spells words."""
        node: dict[str, Any] | None = self._root
        found = None
        for at in range(start, len(syllables)):
            node = node.get(syllables[at]) if node else None
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
