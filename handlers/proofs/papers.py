"""Which of the papers that an entry wants are meant by what somebody wrote with a photo."""

from __future__ import annotations

import re

from handlers.wording.proofs import short

_SPLIT = re.compile("[、，或和（）]")
_LEAST = 2  # signs in a row that two names must share


def paper_named(words: str, wanted: tuple[str, ...]) -> str | None:
    """The paper that the words name, if they name one alone: "封面" is 刊物封面."""
    scores = {item: likeness(words, short(item)) for item in wanted}
    best = max(scores.values(), default=0)
    found = [item for item, score in scores.items() if score == best]
    return found[0] if best >= _LEAST and len(found) == 1 else None


def likeness(words: str, item: str) -> int:
    """How many signs in a row the words share with a paper's name."""
    parts = [part for part in _SPLIT.split(item) if part]
    return max((_shared(words, part) for part in parts), default=0)


def _shared(words: str, part: str) -> int:
    pieces = (part[start:end] for start in range(len(part)) for end in range(start + _LEAST, len(part) + 1))
    return max((len(piece) for piece in pieces if piece in words), default=0)
