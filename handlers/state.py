"""What a dialogue remembers between turns: unfinished reports, the open question, and what was last spoken of.

It is stored after every turn, so a restart in mid-dialogue loses nothing. pydantic writes and reads the stored form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import Annotated
from zlib import crc32

from pydantic import PlainSerializer, PlainValidator, TypeAdapter

from handlers.message import Json
from policies.facts import Attributes, Period
from storage.codec import decode_attributes, encode_attributes

Stored = Annotated[Attributes, PlainSerializer(encode_attributes), PlainValidator(decode_attributes)]


@dataclass(frozen=True, slots=True)
class Option:
    """One offered answer: the label shown and what choosing it settles (attributes, or a `value` of another kind)."""

    label: str
    sets: Stored = field(default_factory=dict)
    value: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """The open question. `about`: an attribute, or region, when, activity, doubt, twin (record one like it anyway),
    entry (which one is meant), opinion (whether a sentence means what somebody else proposed). `serial` tells its
    buttons from those of older questions; `alternatives` are attributes that would answer it as well; `proposed` is
    what a yes to "opinion" makes drafts of.
    """

    about: str
    slot: str
    serial: int
    options: tuple[Option, ...] = ()
    alternatives: tuple[str, ...] = ()
    proposed: tuple[Draft, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A report that is not complete. `replaces` is the entry that it will amend; `doubt` what a near miss was taken
    as, until confirmed; `twin_agreed`: to be recorded although one like it is there already; `count_unsure`: of several
    works, nobody said how many.
    """

    activity: str | None
    attributes: Stored = field(default_factory=dict)
    when: Period | None = None
    when_unsure: bool = False
    count_unsure: bool = False
    said: str = ""
    made_up_for: int | None = None
    replaces: int | None = None
    doubt: str | None = None
    twin_agreed: bool = False


@dataclass(frozen=True, slots=True)
class LastQuery:
    """The last question asked of us, so that "那江西呢" can change one thing of it."""

    intent: str
    topic: str = ""
    activity: str | None = None
    attributes: Stored = field(default_factory=dict)
    years: tuple[int, ...] = ()
    subject: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A change whose entry is still to be chosen: what shall hold instead, or None where it is to be withdrawn. `part`
    and `shift` are as in `Change`."""

    attributes: Stored = field(default_factory=dict)
    when: Period | None = None
    withdraw: bool = False
    part: bool = False
    shift: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToRemind:
    """A reminder whose time is still to be said; `moves` is the one that gets it, None for a new one."""

    kind: str
    text: str
    moves: int | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """A message that waits for the reason why a closed year shall be changed: its words, or the button pressed."""

    text: str | None = None
    press: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A dialogue's memory. `drafts[0]` is what `asked` is about; `resume` what was said before the region was known;
    `last_amended` (old entry, new entry) lets 撤销 take an amendment back; `target` the entry whose 修改 was pressed;
    `proof` what was handed in last, `proof_asks` what was asked about it (entry, item); `to_remind` the reminder that
    lacks its time, `last_reminders` those that were spoken of last.
    """

    drafts: tuple[Draft, ...] = ()
    asked: Asked | None = None
    reminded: bool = False  # of the open question, after a change of topic
    serial: int = 0
    resume: str | None = None
    last_activity: str | None = None
    last_year: int | None = None
    last_intent: str | None = None
    last_posted: tuple[int, ...] = ()
    last_amended: tuple[int, int] | None = None
    last_removed: tuple[int, ...] = ()
    listing: tuple[int, ...] = ()
    queue: tuple[int, ...] = ()  # others' entries that were shown for review
    late: Late | None = None
    target: int | None = None
    held: Held | None = None
    query: LastQuery | None = None
    refused: Draft | None = None
    proof: int | None = None
    proof_asks: str = ""
    to_remind: ToRemind | None = None
    last_reminders: tuple[int, ...] = ()

    def asking(self, about: str, slot: str, options: tuple[Option, ...] = (), also: tuple[str, ...] = ()) -> State:
        """This state with a new open question."""
        serial = self.serial + 1
        return replace(self, serial=serial, reminded=False, asked=Asked(about, slot, serial, options, also))


@cache
def _adapter() -> TypeAdapter[State]:
    return TypeAdapter(State)


def load_state(data: Json) -> State:
    """The state that `dump_state` wrote; an empty mapping is a fresh one."""
    return _adapter().validate_python(data) if data else State()


def fresh(state: State, user: str) -> State:
    """A dialogue's state before its first question: its serials begin at a number of the person's own, so that a button
    that was shown to somebody else never fits a question of theirs."""
    return state if state.serial else replace(state, serial=crc32(user.encode()) % 10**6 * 1000)


def dump_state(state: State) -> Json:
    """The state in a form that JSON can hold; what is as in a fresh one is left out."""
    dumped: Json = _adapter().dump_python(state, mode="json", exclude_defaults=True)
    return dumped
