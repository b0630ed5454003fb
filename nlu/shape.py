"""The shape of a sentence: what is left of it when everything that could be somebody's own is taken out.

Only words of the lexicon stay, which are the same for everybody; other words become 某, figures 0, Latin letters x. So
what is not understood can be counted without keeping what anybody wrote.
"""

from __future__ import annotations

import re
from functools import cache

from nlu.entries import lexicon
from nlu.text import normalise

LONGEST = 40
_PLAIN = re.compile(r"[一-鿿]+$")
_PARTS = (
    (re.compile(r"[0-9]+"), "0"),
    (re.compile(r"[A-Za-z]+"), "x"),
    (re.compile(r"[^\x00-\x7f一-鿿，。？！、；：]+"), "某"),
    (re.compile(r"某+"), "某"),
)


def shape_of(text: str) -> str:
    """The shape, at most LONGEST characters of it."""
    kept = _known().sub(lambda found: f"\0{found[0]}\0", normalise(text))
    parts = [part if index % 2 else _nameless(part) for index, part in enumerate(kept.split("\0"))]
    return "".join(parts)[:LONGEST]


def _nameless(part: str) -> str:
    part = re.sub(r"[一-鿿]+", "某", part)
    for pattern, sign in _PARTS:
        part = pattern.sub(sign, part)
    return part


@cache
def _known() -> re.Pattern[str]:
    words = {entry.word for entry in lexicon() if len(entry.word) > 1 and _PLAIN.match(entry.word)}
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))
