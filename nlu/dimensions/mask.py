"""Blanking what looks like a number and is none: titles, document numbers, telephones, rooms, idioms.

The list is data: numeral_words.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

BLANK = "\0"


@lru_cache(maxsize=64)
def masked(text: str) -> str:
    """`text`, as long as before, with the characters that take part in no number replaced by `BLANK`."""
    return _idle().sub(lambda found: BLANK * len(found[0]), text)


@cache
def _idle() -> re.Pattern[str]:
    with Path(__file__).with_name("numeral_words.toml").open("rb") as file:
        data: dict[str, list[str]] = tomllib.load(file)
    return re.compile("|".join([*data["patterns"], one_of(data["words"])]))


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first, grouped by their first character so that most are skipped."""
    tails: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        tails.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in tails.items())
