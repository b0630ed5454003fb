"""Slips of the thumb: words that are not those of the lexicon but sound or look like them.

A repaired text is read instead of the typed one. A repair is sure where it sounds exactly like one word and the typed
characters are no word themselves; others are kept as doubts, to be asked about.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from nlu.entries import lexicon
from nlu.pieces import Piece
from nlu.pinyin import SoundTree, syllables
from nlu.spotting import spotter
from nlu.words import Cutter

_HAN = re.compile(r"[一-龥]")
_LETTERS = re.compile(r"(?<![A-Za-z])[a-z]{2,}(?: ?[a-z]{2,})*(?![A-Za-z])")
_RUN = re.compile(r"[^\W\d_　一二两三四五六七八九十]{4,12}")
_LIKE = 78
_DOUBLED_OF = re.compile(
    r"[第去今前][年二三四五六七八九一]|[一二两三四五六七八九半][篇门天科项本学课]|[一二三四五六七八九]作"
)
_FUNCTION = frozenset(
    "的了是我在有就也和跟与及都啊呀吧呢吗哦嗯哈呃额哎喂那这个去到把被给让对为上下里中来会能要说想请帮记登录一下您你他她它们自己年月日号份天时候次等又还再只才已经很太真好多少几什么怎样老师谢麻烦辛苦本人其实然后后来之前以前不过但可以因所如果或者没未不别"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """`heard` was typed where `meant` is read, from `start` to `end` of the repaired text."""

    start: int
    end: int
    heard: str
    meant: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Repair:
    """A message with its slips repaired."""

    text: str
    slips: tuple[Slip, ...] = ()


@cache
def _table() -> dict[str, list[object]]:
    text = (resources.files("nlu") / "lexicon" / "slips.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = _table()["slip"]
    return tuple((re.compile(row["pattern"]), row["meant"]) for row in rows if isinstance(row, dict))


@cache
def _words() -> frozenset[str]:
    """The words that are looked for by their sound."""
    long = {e.word for e in lexicon() if len(e.word) > 2 and (e.activity or e.sets or e.by or e.hint) and not e.asked}
    near = {str(word) for word in _table()["near"] if len(str(word)) > 1}
    return frozenset(word for word in long | near if all(_HAN.match(char) for char in word))


@cache
def _tree() -> SoundTree:
    return SoundTree(_words())


@cache
def _cutter() -> Cutter:
    return Cutter(_words())


def suspicious(text: str, pieces: list[Piece]) -> bool:
    """Whether a message has characters that nothing explained."""
    claimed = {at for piece in pieces for at in range(piece.start, piece.end)}
    return any(
        at not in claimed and char not in _FUNCTION and _HAN.match(char) for at, char in enumerate(text)
    ) or bool(_LETTERS.search(text))


def by_pattern(text: str) -> Repair:
    """The slips that a pattern tells by what stands around them."""
    repair = Repair(text)
    for pattern, meant in _patterns():
        match = pattern.search(repair.text)
        while match:
            group = match.groupdict().get("ge") or ""
            repair = _replaced(repair, match.start(), match.end(), group + match.expand(meant), sure=True)
            match = pattern.search(repair.text, match.start() + len(meant) + 1)
    return repair


def by_sound(repair: Repair, pieces: list[Piece]) -> Repair:
    """The slips that sound like words of the lexicon."""
    found = _spelled_out(repair)
    if found.text != repair.text:
        return found
    at, content = 0, [piece for piece in pieces if _content(piece)]
    shift, text = 0, repair.text
    words: list[tuple[int, int]] | None = None
    while at < len(text):
        hit = _heard(text, at, content)
        if hit is None:
            at += 1
            continue
        words = _real_words(text) if words is None else words
        end, meant = hit
        if _is_real(words, at, end):
            at += 1
            continue
        repair = _replaced(repair, at + shift, end + shift, meant[0], sure=len(meant) == 1)
        shift += len(meant[0]) - (end - at)
        at = end
    return repair


def _content(piece: Piece) -> bool:
    entry = piece.entry
    return entry is None or bool(entry.activity or entry.sets or entry.by or entry.hint or "someone" in entry.cues)


def _heard(text: str, start: int, content: list[Piece]) -> tuple[int, list[str]] | None:
    """The longest stretch from `start` that sounds like another word and takes nothing that is understood apart."""
    if not _HAN.match(text[start]):
        return None
    best = None
    for end, words in _tree().at(text, start):
        typed = text[start:end]
        if typed in words or not _free(content, start, end):
            continue
        best = (end, words)
    return best


def _free(content: list[Piece], start: int, end: int) -> bool:
    """Whether a stretch covers what is understood in it wholly, and adds to it."""
    inside = [piece for piece in content if piece.start < end and start < piece.end]
    return all(start <= piece.start and piece.end <= end and piece.end - piece.start < end - start for piece in inside)


def _real_words(text: str) -> list[tuple[int, int]]:
    return [(word.start, word.end) for word in _cutter().cut(text) if word.end - word.start > 1]


def _is_real(words: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the typed characters are a word, or parts of words that stand across the border."""
    for first, last in words:
        if (first, last) == (start, end):
            return True
        if first < end and start < last and not (start <= first and last <= end):
            return True
    return False


def _spelled_out(repair: Repair) -> Repair:
    """gong xu ke: pinyin typed in Latin letters."""
    for match in _LETTERS.finditer(repair.text):
        sounds = [each for part in match[0].split(" ") for each in (syllables(part) or ["?"])]
        meant = _read(sounds)
        if meant is not None:
            return _spelled_out(_replaced(repair, match.start(), match.end(), meant, sure=True))
    return repair


_SHORT = {"pian": "篇", "men": "门", "tian": "天", "wo": "我", "de": "的", "le": "了", "shi": "是", "fa": "发", "guo": "过", "cn": "CN", "yi": "一", "liang": "两", "he": "和", "ge": "个", "ren": "人", "zai": "在"}  # fmt: skip


def _read(sounds: list[str]) -> str | None:
    """What syllables spell; None unless a word of the lexicon is among them and all are read."""
    read, at, words = "", 0, 0
    while at < len(sounds):
        hit = _tree().spelled(sounds, at)
        if hit:
            at, meant = hit
            read, words = read + meant[0], words + 1
        elif sounds[at] in _SHORT:
            read, at = read + _SHORT[sounds[at]], at + 1
        else:
            return None
    return read if words else (read if read and len(sounds) == 1 and sounds[0] in ("pian", "men", "tian") else None)


def _replaced(repair: Repair, start: int, end: int, meant: str, *, sure: bool) -> Repair:
    text = repair.text[:start] + meant + repair.text[end:]
    moved = len(meant) - (end - start)
    slips = [
        replace(slip, start=slip.start + moved, end=slip.end + moved) if slip.start >= end else slip
        for slip in repair.slips
    ]
    slips.append(Slip(start, start + len(meant), repair.text[start:end], meant, sure))
    return Repair(text, tuple(slips))


def undoubled(repair: Repair, pieces: list[Piece]) -> Repair:
    """发表表了, 第二二作者: a character typed twice, where once makes a word that is understood."""
    for match in re.finditer(r"(?P<char>[一-龥])(?P=char)", repair.text):
        at = match.start()
        if any(piece.start <= at and match.end() <= piece.end for piece in pieces):
            continue
        shorter = repair.text[:at] + repair.text[at + 1 :]
        if _makes_word(shorter, at):
            return undoubled(_replaced(repair, at, at + 2, match["char"], sure=True), [])
    return repair


def _makes_word(text: str, at: int) -> bool:
    """Whether a word of the lexicon spans the place, and not only begins or ends there."""
    for start in range(max(0, at - 5), at + 1):
        found = spotter().longest(text, start)
        if found and found[0] > at and found[0] - start > 1 and (found[1].sets or found[1].activity or found[1].by):
            return True
    return bool(_DOUBLED_OF.match(text, at))


def by_likeness(repair: Repair, pieces: list[Piece]) -> Repair:
    """A run that nothing explained and that is nearly a long word of the lexicon: a doubt."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # only where something was not understood

    claimed = {at for piece in pieces for at in range(piece.start, piece.end)}
    for match in _RUN.finditer("".join("　" if at in claimed else char for at, char in enumerate(repair.text))):
        hit = process.extractOne(match[0], _aliases(), scorer=fuzz.ratio, score_cutoff=_LIKE)
        if hit:
            return _replaced(repair, match.start(), match.end(), hit[0], sure=False)
    return repair


@cache
def _aliases() -> tuple[str, ...]:
    return tuple(
        sorted(
            {entry.word for entry in lexicon() if entry.activity and len(entry.word) >= 4 and _HAN.match(entry.word)}
        )
    )
