"""How characters sound, without tones; and finding words of the lexicon by their sound.

nlu/lexicon/sounds.txt lists the characters of each syllable by their usual reading, as pypinyin has it (a test compares
them): loading all that pypinyin knows takes longer than everything else that a first message needs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_END = ""


@cache
def sounds() -> dict[str, str]:
    """The usual reading of every Chinese character of the basic block."""
    rows = (resources.files("nlu") / "lexicon" / "sounds.txt").read_text(encoding="utf-8").splitlines()
    return {char: syllable for syllable, chars in map(str.split, rows) for char in chars}


@lru_cache(maxsize=4096)
def sound(char: str) -> str:
    """The usual reading of a character; itself for what is no Chinese character."""
    return sounds().get(char) or without_tone(char) or char


def without_tone(reading: str) -> str:
    """The Latin letters of a reading, its marks left out."""
    plain = unicodedata.normalize("NFD", reading)
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
        node, found = self._root, []
        for end in range(start, len(sounds)):
            following = node.get(sounds[end])
            if following is None:
                break
            node = following
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
