"""What the employers of a person lay down for them: a region and a document where they set none themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from policies.person import Person, Stay


@dataclass(frozen=True, slots=True)
class Effects:
    """`employers` that the person belongs to, oldest membership first; of several settings the first one's holds,
    of several deadlines (month, day) the earliest."""

    employers: tuple[int, ...] = ()
    place: str | None = None
    documents: Mapping[int | None, str] = field(default_factory=dict)
    deadline: tuple[int, int] | None = None
    reminders: tuple[int, ...] | None = None

    def on(self, person: Person) -> Person:
        """The person with what their employers lay down; their own words win."""
        if not person.stays and self.place is not None:
            person = replace(person, stays=(Stay(self.place),))
        if not person.chosen and self.documents:
            person = replace(person, chosen=self.documents)
        return person


NONE = Effects()
