"""Who is asked about, as far as a document cares: where they worked when, and which document was chosen for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Stay:
    """Working in `place` (a place's name as in places.toml, e.g. 常州 or 苏州) from `since`; None is from the first."""

    place: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """`stays` oldest first. `chosen` maps a year, or None for every year, to the id of a document that the person or
    their employer chose; it wins over the region's. `trade` and `title_level` are ids that packs may ask for. `leave`
    maps a year to the months of it spent on leave, by which some documents lower the requirement.
    """

    stays: tuple[Stay, ...] = ()
    chosen: Mapping[int | None, str] = field(default_factory=dict)
    trade: str | None = None
    title_level: str | None = None
    leave: Mapping[int, Decimal] = field(default_factory=dict)

    def place_on(self, day: date) -> str | None:
        """The place worked in on `day`; what was said first holds for all days before it."""
        place = self.stays[0].place if self.stays else None
        for stay in self.stays:
            if stay.since is None or stay.since <= day:
                place = stay.place
        return place

    def place_at_end_of(self, year: int) -> str | None:
        """The place whose requirement counts for `year` (ruling: the region at the year's end)."""
        return self.place_on(date(year, 12, 31))
