"""Which of many patterns can match a message at all, told by the characters that a match of each must contain.

Most patterns match no message: looking up the message's characters and pairs of neighbours in one table leaves few of
them to be tried. What a pattern needs is worked out from the pattern itself; one that needs nothing in particular is
always tried, so a screen never changes what is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

from nlu.phrases import table

Grams = frozenset[str]
"""Single characters and pairs of neighbours, in one case."""

_MOST = 250  # grams of one pattern; more say little
_SINGLE, _COMMON = 12, 60  # how much oftener than a pair of characters one character occurs, and one of any sentence
_ONCE = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class Screen:
    """Tells which of `patterns` may occur in a text."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._by_gram: dict[str, int] = {}
        self._always = 0
        for number, pattern in enumerate(patterns):
            grams = needed(pattern)
            if grams is None:
                self._always |= 1 << number
            for gram in grams or ():
                self._by_gram[gram] = self._by_gram.get(gram, 0) | 1 << number
        self._grams = frozenset(self._by_gram)

    def possible(self, text: str) -> list[int]:
        """The numbers of the patterns that may match, in their order; all others surely do not."""
        found, numbers = self._always, []
        for gram in self._grams & grams_of(text):
            found |= self._by_gram[gram]
        while found:
            lowest = found & -found
            numbers.append(lowest.bit_length() - 1)
            found ^= lowest
        return numbers


@lru_cache(maxsize=8)
def grams_of(text: str) -> Grams:
    """The characters and pairs of a text."""
    text = _one_case(text)
    grams = set(map(str.__add__, text, text[1:]))
    grams.update(text)
    return frozenset(grams)


def needed(pattern: str) -> Grams | None:
    """Grams of which every match, with what it looks at around it, contains one; None where no such are known."""
    return _of_sequence(_parsed(pattern))


def _parsed(pattern: str) -> Any:  # noqa: ANN401 - re keeps its own tree to itself
    return import_module("re._parser").parse(pattern)


def _one_case(text: str) -> str:
    """Case that patterns may ignore; both dotless and dotted capital i are alike to them."""
    return text.casefold().replace("i̇", "i").replace("ı", "i")


def _of_sequence(items: Iterable[Any]) -> Grams | None:
    """The rarest of what the parts of a sequence need."""
    best: Grams | None = None
    before: Grams | None = None
    for item in items:
        chars = _chars(item)
        for grams in (_pairs(before, chars), chars or _of_item(item)):
            if grams and len(grams) <= _MOST and (best is None or _frequency(grams) < _frequency(best)):
                best = grams
        before = chars
    return best


def _of_item(item: Any) -> Grams | None:  # noqa: ANN401
    name, value = str(item[0]), item[1]
    if name == "SUBPATTERN":
        return _of_sequence(value[-1])
    if name == "BRANCH":
        branches = [_of_sequence(branch) for branch in value[1]]
        return frozenset().union(*filter(None, branches)) if all(branches) else None
    if name == "ASSERT" or (name in _ONCE and value[0] > 0):
        return _of_sequence(value[-1])
    return _of_sequence(value) if name == "ATOMIC_GROUP" else None


def _chars(item: Any) -> Grams | None:  # noqa: ANN401
    """The characters that one place of a match may have, if they are few."""
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return frozenset(_one_case(chr(value)))
    if name == "SUBPATTERN" and not (value[1] or value[2]) and len(value[-1]) == 1:
        return _chars(value[-1][0])
    if name != "IN" or any(str(kind) not in ("LITERAL", "RANGE") for kind, _ in value):
        return None
    spans = [(part, part) if str(kind) == "LITERAL" else part for kind, part in value]
    if sum(last - first for first, last in spans) > _MOST:
        return None
    return frozenset("".join(_one_case(chr(code)) for first, last in spans for code in range(first, last + 1)))


def _pairs(first: Grams | None, second: Grams | None) -> Grams | None:
    if first is None or second is None or len(first) * len(second) > _MOST:
        return None
    return frozenset(one + other for one in first for other in second)


def _frequency(grams: Grams) -> int:
    """About how often any of them occurs."""
    common: str = table("slips")["function"]
    return sum(1 if len(gram) > 1 else _COMMON if gram in common else _SINGLE for gram in grams)
