"""The world of the table of who may do what, tried on phones: the same people and groups on the fake Bot API."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime

from policies.library import Library
from tests.employers.authority_world import CHATS, NOW, TABLE, Cell, World, fingerprint
from tests.telegram.fake import Group, Meter, Person
from tests.telegram.fake.people import Place
from tests.telegram.phone import Bench

_CODE = re.compile("(?<![A-Z0-9])[A-Z2-9]{8}(?![A-Z0-9])")
CARD = "…"


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a try: the words in the chat it was made in, and those that the person got in private."""

    here: tuple[str, ...]
    aside: tuple[str, ...]


@dataclass(slots=True)
class Phones:
    """Everybody of the table with a phone, and the groups with those administrators whom the platform calls so."""

    bench: Bench
    library: Library
    people: dict[str, Person] = field(init=False)
    groups: dict[str, Group] = field(init=False)
    twin: World = field(init=False)
    template: sqlite3.Connection = field(init=False)
    names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.bench.now = datetime.fromisoformat(NOW)
        self.bench.fake.server.meter = Meter(None)  # a clock that stands still never lets a refused call go again
        everybody = TABLE["people"]["everybody"]
        self.people = {name: self.bench.fake.person(name) for name in (*everybody, "mate", "second")}
        self.groups = {name: self.bench.fake.group(name, *self.people.values()) for name in CHATS if name != "private"}
        for group in self.groups.values():
            group.chat.admins |= {person.id for name, person in self.people.items() if name.endswith("chief")}
        ids = {name: str(place.chat.id) for name, place in (self.people | self.groups).items()}
        built = World(self.library, ids=ids)
        built.build()
        self.template, self.names = built.raw, built.names()
        self.twin = World(self.library, ids=ids)
        self.afresh()

    def afresh(self) -> None:
        """Let the world be again as it was built, for the phones and for the twin on the JSONL channel."""
        self.bench.settle()
        self.template.backup(self.twin.raw)
        with closing(sqlite3.connect(self.bench.file, timeout=30)) as there:
            self.template.backup(there)

    def fingerprint(self) -> tuple[object, ...]:
        """What an order could change."""
        with closing(sqlite3.connect(self.bench.file, timeout=30)) as there:
            return fingerprint(there)

    def by_jsonl(self, cell: Cell) -> Came:
        """What comes of a cell on the JSONL channel."""
        answer = self.twin.try_out(cell, self.names)
        assert answer["error"] is None, cell
        where = self.twin.id_of(cell.person if cell.chat == "private" else cell.chat)
        told = [(*reply["to"].values(), reply["text"]) for reply in answer["replies"]]
        own = {self.twin.id_of(cell.person)} - {where}
        return Came(tuple(text for to, text in told if to == where), tuple(text for to, text in told if to in own))

    def by_phone(self, cell: Cell, like: Came) -> Came:
        """What comes of a cell on a phone, which must be as many messages as in `like`."""
        person, place = self.people[cell.person], self.place(cell)
        self.look_away()
        toasts = len(person.toasts())
        if cell.press is None:
            said = (cell.say or "").format(**self.names)
            person.says(said if cell.chat == "private" else f"@xueshi_test_bot {said}", to=place)
        else:
            self.press(person, place, cell.press.format(**self.names))
            self.bench.fake.wait_for(lambda: len(person.toasts()) > toasts, 20, lambda: str(cell))
            if toast := person.toasts()[-1]:
                return Came((toast,), ())
        here = tuple(heard.text for heard in place.hears(len(like.here)))
        return Came(here, tuple(heard.text for heard in person.hears(len(like.aside))))

    def place(self, cell: Cell) -> Place:
        """The chat of a cell."""
        return self.people[cell.person] if cell.chat == "private" else self.groups[cell.chat]

    def look_away(self) -> None:
        """What was said until now is not looked at."""
        for place in (*self.people.values(), *self.groups.values()):
            place.seen = len(place.happened())

    def press(self, person: Person, place: Place, data: str) -> None:
        """Press a button with that data under a message of the bot's, forged or not."""
        fake = self.bench.fake

        def forged() -> None:
            card = fake.server.chats.message(place.chat, fake.server.chats.bot, {"text": CARD})
            fake.pressed(place.chat, person.user, card, data)

        fake.do(forged)


def steady(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the link that only a phone has, and with codes that are drawn by lot all alike."""
    return tuple(_CODE.sub("CODE", re.sub(r"\n.*https://t\.me/.*", "", text)).strip() for text in texts)
