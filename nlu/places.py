"""Places named in a message, found by the gazetteer of the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policies.places import Gazetteer, read_places


@dataclass(frozen=True, slots=True)
class Named:
    """A place and where it is named."""

    name: str
    start: int
    end: int


@cache
def gazetteer() -> Gazetteer:
    return read_places()


@cache
def _by_start() -> dict[str, tuple[str, ...]]:
    """Names by their first two characters, the longest first."""
    found: dict[str, list[str]] = {}
    for name in gazetteer().names:
        found.setdefault(name[:2], []).append(name)
    return {start: tuple(sorted(names, key=len, reverse=True)) for start, names in found.items()}


def find_places(text: str) -> list[Named]:
    """Every place named, from left to right."""
    return list(_find(text))


def _find(text: str) -> Iterator[Named]:
    names, end = _by_start(), 0
    for at in range(len(text) - 1):
        if at < end or (start := text[at : at + 2]) not in names:
            continue
        name = next((name for name in names[start] if text.startswith(name, at)), None)
        if name:
            place, end = gazetteer().find(name), at + len(name)
            yield Named(place.name if place else name, at, end)


def place_of(text: str) -> str | None:
    """The one place that a text is about: the innermost of those that lie in each other, else the first."""
    named = find_places(text)
    if not named:
        return None
    inner = gazetteer().find("".join(dict.fromkeys(each.name for each in named)))
    return inner.name if inner else named[0].name
