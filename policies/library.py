"""All documents on file, and which of them governs whom in which year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from policies.facts import Fact
from policies.loading import read_folder, resolve
from policies.pack import Policy
from policies.person import Person
from policies.places import Gazetteer, Place, read_places
from policies.vocabulary import Vocabulary, read_vocabulary

BUILT_IN = Path(__file__).with_name("packs")


@dataclass(frozen=True)
class Library:
    """The documents by id, the vocabulary that they are written in, and the places that they hold for."""

    policies: Mapping[str, Policy]
    vocabulary: Vocabulary
    places: Gazetteer

    def find_place(self, name: str) -> Place | None:
        """The place that a person means, or None."""
        return self.places.find(name)

    def governing(self, person: Person, year: int, day: date | None = None) -> Policy | None:
        """The document for a person's year: the chosen one, else that of the place worked in on `day` (None: at the
        year's end)."""
        if person.chosen:
            chosen = self.policies.get(person.chosen.get(year, person.chosen.get(None, "")))
            if chosen is not None:
                return chosen
        place = person.place_on(day) if day is not None else person.place_at_end_of(year)
        return self.in_place(place, year)

    def governing_fact(self, fact: Fact, person: Person) -> Policy | None:
        """The document by which a fact is credited: one chosen for it, else that of its own date's region and year."""
        if fact.policy is not None and fact.policy in self.policies:
            return self.policies[fact.policy]
        return self.governing(person, fact.when.year, fact.when.end)

    def in_place(self, place: str | None, year: int) -> Policy | None:
        """The document in force in a place, or in the nearest region above it that has one."""
        if place is None:
            return None
        return self._found(place, year)[0]

    def region_of(self, place: str | None, year: int) -> str:
        """The region to name in a balance: the governed one, or the place itself where no document holds."""
        return "" if place is None else self._found(place, year)[1]

    def trade_policy(self, trade: str | None, place: str | None, year: int) -> Policy | None:
        """A trade's own document, the place's before the nation's, which counts beside the region's."""
        if trade is None:
            return None
        own = [policy for policy in self.policies.values() if policy.trade == trade and policy.holds_in(year)]
        chain = self._chain(place) if place else ()
        ranked = [policy for region in chain for policy in own if region in policy.regions]
        return next(iter(ranked or [policy for policy in own if not policy.regions]), None)

    def by_name(self, words: str, near: str | None = None) -> Policy | None:
        """The document that words mean: 江苏2023, 苏人社函〔2023〕308号, 2011年的办法 (None where several fit).

        `near` is the place of the person who says so; it decides between documents of several places.
        """
        from policies.naming import named  # noqa: PLC0415

        return named(words, tuple(self.policies.values()), self.places, near)

    @cached_property
    def _looked_up(self) -> dict[tuple[str, int], tuple[Policy | None, str]]:
        """What was looked up before; the packs never change, so neither do the answers."""
        return {}

    @cached_property
    def stamp(self) -> str:
        """Names the content of all documents: what was computed by others has another one."""
        from policies.fingerprint import fingerprint  # noqa: PLC0415 - only counting many people needs it

        return fingerprint(self.policies)

    def _found(self, place: str, year: int) -> tuple[Policy | None, str]:
        """The document in force in a place and the region that it holds for; the place itself without one."""
        found = self._looked_up.get((place, year))
        if found is None:
            found = self._looked_up[place, year] = next(iter(self._along(place, year)), (None, place))
        return found

    def _chain(self, place: str) -> tuple[str, ...]:
        found = self.places.find(place)
        return found.chain if found else (place,)

    def _along(self, place: str, year: int) -> Iterable[tuple[Policy, str]]:
        for region in self._chain(place):
            for policy in self.policies.values():
                if region in policy.regions and policy.trade is None and policy.holds_in(year):
                    yield policy, region


def load_library(extra_folders: Iterable[Path | str] = ()) -> Library:
    """The built-in packs and those of further folders. Raises `PackError` naming every mistake."""
    vocabulary, places = read_vocabulary(), read_places()
    files = [read_folder(folder) for folder in (BUILT_IN, *map(Path, extra_folders))]
    return Library(resolve([each for found in files for each in found], vocabulary), vocabulary, places)
