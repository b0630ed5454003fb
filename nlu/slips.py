"""Slips of the thumb: words that are not those of the lexicon but sound or look like them.

A repaired text is read instead of the typed one. A repair is sure where it sounds exactly like one word and the typed
characters are no word themselves; others are kept as doubts, to be asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nlu.entries import lexicon
from nlu.lazy import Lazy
from nlu.phrases import table
from nlu.pieces import Piece, unread
from nlu.pinyin import SoundTree, sound
from nlu.repair import Repair, replaced
from nlu.screen import Screen
from nlu.spotting import spotter
from nlu.words import Cutter

_HAN = re.compile(r"[一-龥]")
_LATIN = re.compile(r"(?<![A-Za-z])[a-z]{2}")


@cache
def _patterns() -> tuple[tuple[Lazy, str], ...]:
    return tuple((Lazy(row["pattern"]), row["meant"]) for row in table("slips")["slip"])


@cache
def _screen() -> Screen:
    return Screen([slip.pattern for slip, _ in _patterns()])


@cache
def words_heard() -> tuple[str, ...]:
    """The words that are looked for by their sound: short ones where slips.toml names them, long ones all."""
    near = [word for word in table("slips")["near"] if len(word) > 1]
    long = [e.word for e in lexicon() if len(e.word) > 2 and (e.activity or e.sets or e.by or e.hint) and not e.asked]
    return tuple(word for word in dict.fromkeys([*near, *long]) if all(map(_HAN.match, word)))


@cache
def sound_tree() -> SoundTree:
    return SoundTree(words_heard())


@cache
def _cutter() -> Cutter:
    return Cutter(words_heard())


def suspicious(text: str, pieces: list[Piece]) -> bool:
    """Whether a message has characters that nothing explained, or Latin letters that may be pinyin."""
    return bool(_telling().search(unread(text, pieces)) or _LATIN.search(text))


@cache
def _telling() -> re.Pattern[str]:
    """A character that not every sentence has."""
    return re.compile(f"(?![{table('slips')['function']}])[一-龥]")


def by_pattern(text: str) -> Repair:
    """The slips that a pattern tells by what stands around them."""
    repair, due = Repair(text), _screen().possible(text)
    while due:
        number = due.pop(0)
        slip, meant = _patterns()[number]
        mended = _mended(repair, slip.compiled, meant)
        if mended is not repair:  # which may be a slip to a later pattern
            repair, due = mended, [later for later in _screen().possible(mended.text) if later > number]
    return repair


def _mended(repair: Repair, pattern: re.Pattern[str], meant: str) -> Repair:
    """A text with every match of one pattern replaced."""
    match = pattern.search(repair.text)
    while match:
        said = (match.groupdict().get("ge") or "") + match.expand(meant)
        repair = replaced(repair, match.start(), match.end(), said)
        match = pattern.search(repair.text, match.start() + len(said))
    return repair


def by_sound(repair: Repair, pieces: list[Piece]) -> Repair:
    """The slips that sound like words of the lexicon."""
    shift = 0
    for start, end, meant in list(_heard_all(repair.text, pieces)):
        repair = replaced(repair, start + shift, end + shift, meant[0], sure=_one_meaning(meant))
        shift += len(meant[0]) - (end - start)
    return repair


def _one_meaning(words: list[str]) -> bool:
    """Whether it makes no difference which of the words was meant."""
    if len(words) == 1:
        return True
    found = [spotter().longest(word, 0) for word in words]
    return all(each and found[0] and each[1].means(None) == found[0][1].means(None) for each in found) and (
        len({each[1].activity for each in found if each}) == 1
    )


def _heard_all(text: str, pieces: list[Piece]) -> Iterator[tuple[int, int, list[str]]]:
    """Stretches that sound like words of the lexicon and are no words themselves."""
    words: list[tuple[int, int]] | None = None
    tree, sounds = sound_tree(), list(map(sound, text))
    past = 0
    for at, char in enumerate(text):
        if at < past or not "一" <= char <= "龥":
            continue
        alike = tree.at(sounds, at)
        hit = _heard(text, at, alike, pieces) if alike else None
        if hit:
            words = _real_words(text) if words is None else words
            if not _is_real(words, at, hit[0]):
                yield at, *hit
                past = hit[0]


def _heard(
    text: str, start: int, alike: list[tuple[int, list[str]]], content: list[Piece]
) -> tuple[int, list[str]] | None:
    """The longest of the stretches that sound like another word and take nothing that is understood apart."""
    for end, words in reversed(alike):
        if text[start:end] not in words and _free(text, content, start, end):
            return end, words
    return None


def _free(text: str, content: list[Piece], start: int, end: int) -> bool:
    """Whether a stretch covers what is understood in it wholly, and adds to it more than 是 or 的 (是住建局)."""
    inside = [piece for piece in content if piece.start < end and start < piece.end]
    left = "".join(
        char for at, char in enumerate(text[start:end], start) if not any(p.start <= at < p.end for p in inside)
    )
    if inside and not _telling().search(left):
        return False
    return all(start <= piece.start and piece.end <= end and piece.end - piece.start < end - start for piece in inside)


def _real_words(text: str) -> list[tuple[int, int]]:
    return [(word.start, word.end) for word in _cutter().cut(text) if word.end - word.start > 1]


def _is_real(words: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the typed characters are a word, or parts of words that stand across the border."""
    return any(
        (first, last) == (start, end) or (first < end and start < last and not (start <= first and last <= end))
        for first, last in words
    )
