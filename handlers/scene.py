"""Everything that a handler works with during one turn: who spoke, the ledger, the documents, the dialogue's memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.late import guard
from handlers.message import Message
from handlers.state import State
from nlu.reading import Report
from policies.assess import appraise, assess
from policies.facts import Attributes, Fact, Period
from policies.library import Library
from policies.person import Person
from policies.statement import Appraisal, Statement
from policies.vocabulary import Vocabulary
from storage.database import Turn
from storage.ledger import Ledger
from storage.people import Profile
from storage.proofs import Proofs
from storage.reminders import Reminders


@dataclass(slots=True)
class Scene:
    """One turn of one person. `state` is replaced as the turn goes on and stored at its end.

    `proposal` is what a second opinion made of the message (see `handlers.opinion`); None where it may be asked for;
    `worked` what came of work that takes long (see `handlers.long_work`), None before it was done.
    """

    message: Message
    ledger: Ledger
    profile: Profile
    library: Library
    state: State
    person: Person
    today: date
    turn: Turn
    proposal: tuple[Report, ...] | None = ()
    worked: bytes | None = None
    erased: bool = False
    reason: str | None = None  # why a year that an employer closed shall be changed
    timezone: str = "Asia/Shanghai"
    _facts: tuple[Fact, ...] | None = field(default=None)
    _statements: dict[int, Statement] = field(default_factory=dict)

    @property
    def vocabulary(self) -> Vocabulary:
        return self.library.vocabulary

    @property
    def place(self) -> str | None:
        """Where the person works now."""
        return self.person.place_on(self.today)

    @property
    def reminders(self) -> Reminders:
        """What the person asked to be reminded of."""
        return self.turn.reminders(self.message.user)

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions with a document on file."""
        named = (region for policy in self.library.policies.values() for region in policy.regions)
        return tuple(dict.fromkeys(named))

    @property
    def proofs(self) -> Proofs:
        """What the person handed in, and what is made for them."""
        return self.turn.proofs(self.message.user)

    def facts(self) -> tuple[Fact, ...]:
        """The standing facts, oldest first."""
        if self._facts is None:
            self._facts = self.ledger.facts()
        return self._facts

    def fact(self, entry_id: int) -> Fact | None:
        return next((fact for fact in self.facts() if fact.id == entry_id), None)

    def forget(self) -> None:
        """Drop what was derived from the ledger or the person, since one of them has changed."""
        self._facts = None
        self._statements.clear()

    def record(self, fact: Fact, said: str, replaces: int | None = None) -> Fact:
        """Write a fact to the ledger; the entry that it replaces is withdrawn."""
        guard(self, fact.year)
        before = self.facts()
        self.forget()
        recorded = self.ledger.record(
            fact.activity,
            fact.when,
            fact.attributes,
            said,
            made_up_for=fact.made_up_for,
            policy=fact.policy,
            replaces=replaces,
        )
        if replaces is not None:
            self._withdraw(replaces, "amended")
            self.proofs.hand_over(replaces, recorded.id)
        else:
            self._facts = (*before, recorded)  # what reading them again would give
        return recorded

    def withdraw(self, entry_id: int) -> None:
        """Take an entry back at the person's wish."""
        self._withdraw(entry_id, "undo")
        self.forget()

    def erase(self) -> None:
        """Erase all that is the person's; nothing of this turn is kept but its answer to them."""
        self.forget()
        self.erased = True
        self.turn.erase(self.message.user, self.message.message_id)

    def _withdraw(self, entry_id: int, why: str) -> None:
        entry = self.ledger.entry(entry_id) if self.profile.effects.employers else None
        if entry is not None:
            guard(self, entry.fact.year)
        self.ledger.withdraw(entry_id, why)

    def appraise(self, fact: Fact) -> Appraisal:
        return appraise(fact, self.person, self.library)

    def statement(self, year: int) -> Statement:
        """The person's year as it stands now."""
        if year not in self._statements:
            self._statements[year] = assess(self.facts(), self.person, year, self.library)
        return self._statements[year]

    def statement_with(self, year: int, more: tuple[Fact, ...]) -> Statement:
        """The year as it would be if these had happened too."""
        return assess((*self.facts(), *more), self.person, year, self.library)

    def remember(self, **changes: object) -> None:
        """Change the dialogue's memory."""
        changed = {name: value for name, value in changes.items() if getattr(self.state, name) != value}
        if changed:
            self.state = replace(self.state, **changed)  # type: ignore[arg-type]

    def fact_of(
        self, activity: str, attributes: Attributes, when: Period | None, made_up_for: int | None = None
    ) -> Fact:
        """A fact that is not in the ledger; without a time it is this year's, and nothing ends after today."""
        return Fact(0, activity, self.period(when), attributes, made_up_for)

    def period(self, when: Period | None) -> Period:
        """The time of a fact: this year up to today where none was said; a span that runs on is cut at today."""
        if when is None:
            return Period(date(self.today.year, 1, 1), self.today)
        if when.start <= self.today < when.end:
            return replace(when, end=self.today)
        return when


def local_date(now: datetime, timezone: str) -> date:
    """The day that it is for a person in that time zone (IANA name)."""
    return now.astimezone(ZoneInfo(timezone)).date()


def settled(old: Attributes, new: Mapping[str, object]) -> Attributes:
    """Attributes after new ones were said: what contradicts them goes (a second author is no sole author)."""
    merged: dict[str, object] = {**old, **new}
    if new.get("sole") is True:
        merged["rank"] = new.get("rank", 1)
    elif "rank" in new and "sole" not in new:
        merged.pop("sole", None)
    if "rank" in new and "role" not in new:
        merged.pop("role", None)
    if "role" in new and "rank" not in new:
        merged.pop("rank", None)
    if "cn" in new and "core" not in new and new["cn"] is False:
        merged.pop("core", None)
    return merged  # type: ignore[return-value]
