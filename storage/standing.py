"""How a member stands in a year, and how all of them do."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import NamedTuple

from storage.codec import Json


@dataclass(frozen=True, slots=True)
class Standing:
    """A member's year. `gap` is what is missing in thousandths of an hour, None where no document is on file;
    `balance` is the contract's balance."""

    membership: int
    account: int
    user: str
    name: str
    department: str | None
    complete: bool
    gap: int | None
    balance_text: str

    @property
    def balance(self) -> Json:
        found: Json = json.loads(self.balance_text)
        return found


class Shortfall(NamedTuple):
    """Who is not complete, and what they miss in thousandths of an hour; None where no document is on file.

    A tuple, since lists of ten thousand are made of it."""

    name: str
    department: str | None
    gap: int | None
    public: int | None
    professional: int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How an employer's members stand. `missing` is the sum of their gaps in thousandths of an hour over the
    `assessed` ones; `bands` counts those who miss up to 10, up to 30, up to 60 hours, and more."""

    members: int
    complete: int
    missing: int
    assessed: int
    bands: tuple[int, int, int, int]

    @property
    def short(self) -> int:
        return self.members - self.complete
