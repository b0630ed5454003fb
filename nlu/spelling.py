"""Further slips: pinyin typed in Latin letters, characters typed twice, words that are nearly those of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nlu.entries import lexicon
from nlu.phrases import table
from nlu.pieces import Piece, unread
from nlu.pinyin import syllables
from nlu.repair import Repair, replaced
from nlu.slips import sound_tree
from nlu.spotting import spotter

LIKE = 78  # per cent of likeness from which a long word is taken for another
_LETTERS = re.compile(r"(?<![A-Za-z])[a-z]{2,}+(?![A-Za-z])(?: [a-z]{2,}+(?![A-Za-z]))*+")
_TWICE = re.compile(r"(?P<char>[一-龥])(?P=char)")
_RUN = re.compile(r"[^\W\d_　一二两三四五六七八九十]{4,12}")
_HAN = re.compile(r"[一-龥]")


def spelled_out(repair: Repair, _pieces: list[Piece]) -> Repair:
    """Pinyin typed in Latin letters (gong xu ke)."""
    for match in _LETTERS.finditer(repair.text):
        sounds = [each for part in match[0].split(" ") for each in (syllables(part) or ["?"])]
        meant = _read(sounds)
        if meant is not None:
            return spelled_out(replaced(repair, match.start(), match.end(), meant), _pieces)
    return repair


def _read(sounds: list[str]) -> str | None:
    """What syllables spell; None unless all are read and a word of the lexicon or a measure is among them."""
    short, measures = table("slips")["syllable"], table("slips")["measure"]
    read, at, known = "", 0, len(sounds) == 1 and sounds[0] in measures
    while at < len(sounds):
        hit = sound_tree().spelled(sounds, at)
        if hit:
            at, known = hit[0], True
            read += hit[1][0]
        elif sounds[at] in short:
            read, at = read + short[sounds[at]], at + 1
        else:
            return None
    return read if known else None


def undoubled(repair: Repair, pieces: list[Piece]) -> Repair:
    """发表表了, 第二二作者: a character typed twice, where once makes a word that is understood."""
    for match in _TWICE.finditer(repair.text):
        at = match.start()
        if any(piece.start <= at and match.end() <= piece.end for piece in pieces):
            continue
        if _makes_word(repair.text[:at] + repair.text[at + 1 :], at):
            return undoubled(replaced(repair, at, at + 2, match["char"]), [])
    return repair


def _makes_word(text: str, at: int) -> bool:
    """Whether a word of the lexicon, or an amount, spans the place."""
    for start in range(max(0, at - 5), at + 1):
        found = spotter().longest(text, start)
        if found and found[0] > at and found[0] - start > 1 and (found[1].sets or found[1].activity or found[1].by):
            return True
    return bool(_amount().match(text, at))


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(table("slips")["doubled_of"])


def by_likeness(repair: Repair, pieces: list[Piece]) -> Repair:
    """A run that nothing explained and that is nearly a long word of the lexicon: a doubt."""
    for match in _RUN.finditer(unread(repair.text, pieces)):
        hit = _likest(match[0])
        if hit:
            return replaced(repair, match.start(), match.end(), hit, sure=False)
    return repair


def _likest(run: str) -> str | None:
    """The long word of the lexicon that is most like a run, if one is like enough."""
    near = sorted({word for pair in _pairs(run) for word in _aliases().get(pair, ())})
    if not near:
        return None
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # hardly ever needed

    hit = process.extractOne(run, near, scorer=fuzz.ratio, score_cutoff=LIKE)
    return hit[0] if hit else None


def _pairs(word: str) -> Iterator[str]:
    return map(str.__add__, word, word[1:])


@cache
def _aliases() -> dict[str, list[str]]:
    """Long words by their pairs of neighbours. Of two that are four fifths alike at least one pair is the same."""
    found: dict[str, list[str]] = {}
    for word in {entry.word for entry in lexicon() if entry.activity and len(entry.word) >= 4}:
        for pair in _pairs(word) if _HAN.match(word) else ():
            found.setdefault(pair, []).append(word)
    return found
