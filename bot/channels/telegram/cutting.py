"""Long texts in pieces that the platform takes, cut where a reader would pause: paragraph, line, sentence, word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Measure = Callable[[str], int]

_BORDERS = tuple(re.compile(border) for border in (r"\n\n+", r"\n", r"(?<=[。！？!?；;])", r"(?<=[，,、：: ])"))


def cut(text: str, most: int, measure: Measure = len) -> Iterator[str]:
    """The text in pieces of at most `most`, as `measure` counts; none is blank."""
    rest = text.strip()
    while measure(rest) > most:
        end = _last_fitting(rest, most, measure)
        at = _border(rest[:end])
        yield rest[:at].rstrip()
        rest = rest[at:].lstrip()
    if rest:
        yield rest


def _last_fitting(text: str, most: int, measure: Measure) -> int:
    """How many characters fit, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= most else (low, middle - 1)
    return low


def _border(head: str) -> int:
    """Where to cut: the last border of the best kind that leaves no stump; anywhere where there is none."""
    for border in _BORDERS:
        ends = [found.end() for found in border.finditer(head) if found.end() >= len(head) // 2]
        if ends:
            return ends[-1]
    return len(head)
