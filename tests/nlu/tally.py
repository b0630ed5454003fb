"""Counting what was found, missed and found too many, by name: precision, recall and F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Items = Mapping[str, object]


class Score(NamedTuple):
    """`hits` were expected and found, `missed` expected alone, `extra` found alone."""

    hits: int
    missed: int
    extra: int

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        whole = 2 * self.hits + self.missed + self.extra
        return 2 * self.hits / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Tally:
    """Counters by name."""

    hits: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, *, hits: int = 0, missed: int = 0, extra: int = 0) -> None:
        self.hits[name] += hits
        self.missed[name] += missed
        self.extra[name] += extra

    def compare(self, wanted: Iterable[tuple[str, object]], got: Iterable[tuple[str, object]]) -> None:
        """Count two heaps of named values against each other."""
        due, found = Counter(wanted), Counter(got)
        for (name, _), number in (due & found).items():
            self.add(name, hits=number)
        for (name, _), number in (due - found).items():
            self.add(name, missed=number)
        for (name, _), number in (found - due).items():
            self.add(name, extra=number)

    def score(self, name: str) -> Score:
        return Score(self.hits[name], self.missed[name], self.extra[name])

    @property
    def names(self) -> list[str]:
        """Every name, the weakest first."""
        names = set(self.hits) | set(self.missed) | set(self.extra)
        return sorted(names, key=lambda name: (self.score(name).f1, -self.score(name).missed, name))

    @property
    def total(self) -> Score:
        return Score(self.hits.total(), self.missed.total(), self.extra.total())


def matched(wanted: list[dict[str, object]], got: list[dict[str, object]]) -> Iterator[tuple[Items, Items]]:
    """Expected and found reports in pairs, those most alike first; what has no counterpart stands alone."""
    left, right = list(wanted), list(got)
    while left and right:
        first, second = max(((a, b) for a in left for b in right), key=lambda pair: alike(*pair))
        if first["activity"] != second["activity"]:
            break
        left.remove(first)
        right.remove(second)
        yield first, second
    yield from ((each, {}) for each in left)
    yield from (({}, each) for each in right)


def alike(first: Items, second: Items) -> tuple[bool, int]:
    """How much two reports have in common: the activity before all."""
    shared = sum(1 for name, value in first.items() if second.get(name) == value)
    return first["activity"] == second["activity"], shared
