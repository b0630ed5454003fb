"""One due time, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from handlers.reminding.deadlines import Deadline
from policies.calendar import Occasion
from policies.person import Person
from storage.reminders import Reminder

PLAN = (90, 60, 30, 14, 7, 3, 1)  # days before the deadline


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One due time. `key` names it for ever; after `until` it has become pointless; `named`: the person said the hour.

    `kind`: plan, occasion, summary, own, digest, snooze. `year` is the year it concerns; `deadline`, `occasion` and
    `reminder` are what it comes from.
    """

    key: str
    due: datetime
    kind: str
    year: int = 0
    until: date | None = None
    named: bool = False
    deadline: date | None = None
    occasion: Occasion | None = None
    reminder: Reminder | None = None

    @property
    def of_year(self) -> bool:
        """Whether it is about what the year lacks: the plan's, and what was asked for without saying what of."""
        return self.kind in {"plan", "snooze"} or (self.kind == "own" and not (self.reminder and self.reminder.text))

    @property
    def own(self) -> bool:
        """Asked for by the person, so that neither a stop nor a snooze of the plan touches it."""
        return self.reminder is not None


@dataclass(frozen=True, slots=True)
class Subject:
    """The person whose due times are looked for. `since`: nothing up to then counts."""

    person: Person
    timezone: str
    since: datetime
    deadline: Deadline | None = None
    plan: tuple[int, ...] = PLAN
    aims_senior: bool = False
    reminders: tuple[Reminder, ...] = ()
    stopped: bool = False
    snoozed_until: datetime | None = None
