"""The lexicon: what single words and short patterns mean, read from nlu/lexicon/*.toml.

A word may name an activity (`activity`), point at several (`hint`), say something of the activity (`sets` whatever it
is, `in` under one activity only), or say how the rest is meant (`cues`). Conditions on what stands before and after
keep a word from being read where it means something else. `A…B` is A with B soon after it in the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from nlu.lazy import Lazy
from nlu.phrases import table
from policies.facts import Attributes, Range, Value

BEHIND = 8  # characters that a condition on what stands before looks at
GAP = "[^，。；！？\n]{0,8}?"
KEYS = frozenset(
    {"words", "activity", "hint", "sets", "in", "weak", "cues", "takes", "yields", "asked"}
    | {"before", "not_before", "after", "not_after"}
)
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One reading of one word; each is itself only.

    `activity` makes a fact; `hint` only where nothing stronger does, in order of preference. `takes`: activities whose
    words beside it are part of it (the paper that was reported at a meeting). `yields`: gives way to a stronger
    activity of the clause. `weak`: holds unless something else was said. `asked`: read so only as the answer to a
    question about one of these attributes.
    """

    word: str
    source: str
    activity: str | None = None
    hint: tuple[str, ...] = ()
    sets: Attributes = field(default_factory=dict)
    by: Mapping[str, Attributes] = field(default_factory=dict)
    weak: Attributes = field(default_factory=dict)
    cues: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    yields: bool = False
    asked: frozenset[str] = frozenset()
    tail: Lazy | None = None
    after: Lazy | None = None
    not_after: Lazy | None = None
    before: Lazy | None = None
    not_before: Lazy | None = None

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether what stands around `text[start:end]` allows this reading."""
        return not (
            (self.tail and not self.tail.compiled.match(text, end))
            or (self.after and not self.after.compiled.match(text, end))
            or (self.not_after and self.not_after.compiled.match(text, end))
            or (self.before and not self.before.compiled.search(text[max(0, start - BEHIND) : start]))
            or (self.not_before and self.not_before.compiled.search(text[max(0, start - BEHIND) : start]))
        )

    def means(self, activity: str | None) -> Attributes:
        """What the word says of an activity; what the vocabulary does not know for it is left out elsewhere."""
        return self.by.get(activity or "", self.sets)


def spell_out(word: str) -> Iterator[str]:
    """`{省,市}局` as 省局 and 市局."""
    match = _BRACES.search(word)
    if match is None:
        yield word
        return
    for choice in match[1].split(","):
        yield from spell_out(word[: match.start()] + choice + word[match.end() :])


def value_of(raw: object) -> Value:
    """A value as the vocabulary has it: whole numbers become Decimal, "2-" and "1-3" ranges of ranks."""
    if isinstance(raw, str) and re.fullmatch(r"\d+-\d*", raw):
        low, high = raw.split("-")
        return Range(int(low), int(high) if high else None)
    if isinstance(raw, bool | str):
        return raw
    return Decimal(str(raw))


def attributes_of(raw: Mapping[str, object]) -> Attributes:
    return {name: value_of(value) for name, value in raw.items()}


def _pattern(raw: str | None) -> Lazy | None:
    return Lazy(raw) if raw else None


def entries_of(raw: Mapping[str, Any], source: str) -> Iterator[Entry]:
    """The entries of one TOML table, a reading for each of its words."""
    common: dict[str, Any] = {
        "activity": raw.get("activity"),
        "hint": tuple(raw.get("hint", ())),
        "sets": attributes_of(raw.get("sets", {})),
        "by": {name: attributes_of(sets) for name, sets in raw.get("in", {}).items()},
        "weak": attributes_of(raw.get("weak", {})),
        "yields": raw.get("yields", False),
        **{name: frozenset(raw.get(name, ())) for name in ("cues", "takes", "asked")},
        **{name: _pattern(raw.get(name)) for name in ("after", "not_after", "before", "not_before")},
    }
    for pattern in raw["words"]:
        for word in spell_out(pattern.lower()):
            head, _, rest = word.partition("…")
            yield Entry(head, source, tail=_pattern(rest and GAP + re.escape(rest)), **common)


def rows() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The tables of words of nlu/lexicon with the names of their files, in the order of the files."""
    folder = resources.files("nlu") / "lexicon"
    for name in sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml")):
        for row in table(name.removesuffix(".toml")).get("entry", ()):
            yield name, row


@cache
def lexicon() -> tuple[Entry, ...]:
    """Every entry of nlu/lexicon."""
    return tuple(entry for name, row in rows() for entry in entries_of(row, name))
