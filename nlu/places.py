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
def _by_first() -> dict[str, tuple[str, ...]]:
    """Names by their first character, the longest first."""
    found: dict[str, list[str]] = {}
    for name in gazetteer().names:
        found.setdefault(name[0], []).append(name)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


def find_places(text: str) -> list[Named]:
    """Every place named, from left to right."""
    return list(_find(text))


def _find(text: str) -> Iterator[Named]:
    names, at = _by_first(), 0
    while at < len(text):
        name = next((name for name in names.get(text[at], ()) if text.startswith(name, at)), None)
        if name:
            place = gazetteer().find(name)
            yield Named(place.name if place else name, at, at + len(name))
        at += len(name) if name else 1


def place_of(text: str) -> str | None:
    """The one place that a text is about: the innermost of those that lie in each other, else the first."""
    named = find_places(text)
    if not named:
        return None
    inner = gazetteer().find("".join(dict.fromkeys(each.name for each in named)))
    return inner.name if inner else named[0].name
