"""Places and the region chain upward: 武进 → 常州 → 江苏. Read from places.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("places.toml")
SUFFIXES = (
    "特别行政区",
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "自治州",
    "地区",
    "省",
    "市",
    "区",
    "县",
    "盟",
    "州",
)


@dataclass(frozen=True, slots=True)
class Place:
    """A province, city or county by its short name; `above` are the places that it lies in, nearest first."""

    name: str
    above: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def chain(self) -> tuple[str, ...]:
        """The place and all above it, nearest first."""
        return (self.name, *self.above)


class Gazetteer:
    """Finds places by the names that people use."""

    def __init__(self, places: Iterable[Place]) -> None:
        self.places = tuple(places)
        self._by_name: dict[str, list[Place]] = {}
        self._by_bare: dict[str, list[Place]] = {}
        for place in self.places:
            for name in {place.name, *place.aliases}:
                self._by_name.setdefault(name, []).append(place)
            self._by_bare.setdefault(bare(place.name), []).append(place)
        self._longest = max(map(len, self._by_name), default=0)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name and alias, for a lexicon."""
        return tuple(self._by_name)

    def find(self, words: str) -> Place | None:
        """The place meant by a name, with or without 省 市 区 县 and the places above it; None if unclear."""
        words = words.strip()
        exact = self._one(words, ())
        return exact or self._narrowest(self._mentioned(words))

    def _one(self, name: str, within: tuple[str, ...]) -> Place | None:
        """The place of that name within the places mentioned before; None where there are several or none."""
        found = self._by_name.get(name) or self._by_name.get(bare(name)) or []
        if within and not found:
            found = self._by_bare.get(name, [])
        fitting = [place for place in found if all(region in place.chain for region in within)]
        return fitting[0] if len(fitting) == 1 else None

    def _mentioned(self, words: str) -> list[Place]:
        """The places named one after the other, each within those before it where that makes it clear."""
        found: list[Place] = []
        at = 0
        while at < len(words):
            within = tuple(place.name for place in found)
            for length in range(min(self._longest, len(words) - at), 1, -1):
                name = words[at : at + length]
                place = self._one(name, within[-1:]) or (self._one(name, ()) if name in self._by_name else None)
                if place is not None:
                    found.append(place)
                    at += length - 1
                    break
            at += 1
        return found

    @staticmethod
    def _narrowest(found: list[Place]) -> Place | None:
        """The innermost of places that lie in each other; None where they do not."""
        if not found:
            return None
        inner = max(found, key=lambda place: len(place.above))
        return inner if all(place.name in inner.chain for place in found) else None


def bare(name: str) -> str:
    """A place's name without its rank: 苏州市 is 苏州."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) > 1:
            return name.removesuffix(suffix)
    return name


def read_places(file: Path = FILE) -> Gazetteer:
    """The places of places.toml: provinces, their cities, and the counties of some cities."""
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    aliases: Mapping[str, list[str]] = raw.get("alias", {})
    names: list[tuple[str, tuple[str, ...]]] = []
    for province, cities in raw["province"].items():
        names.append((province, ()))
        names += [(city, (province,)) for city in cities]
    provinces = dict(names)
    for city, counties in raw.get("county", {}).items():
        names += [(county, (city, *provinces[city])) for county in counties]
    return Gazetteer(Place(name, above, tuple(aliases.get(name, ()))) for name, above in names)
