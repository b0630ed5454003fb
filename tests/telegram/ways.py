"""The same dialogue by several ways: the core, the JSONL channel, the terminal. Each shows what a person would see."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from io import StringIO
from typing import Protocol

from bot import turn
from bot.channels import jsonl, terminal
from bot.channels.screen import Screen
from bot.channels.warm import Warm
from handlers.assistant import Assistant
from handlers.message import Answer, Button, Message, Reply
from policies.facts import Attributes, Period
from policies.library import Library
from storage import Database, open_database
from tests.handlers.dialogue import SHANGHAI, START, Dialogue, Turn

USER = "1001"
Told = tuple[str, Period, Attributes]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person sees after a turn: the words, and the buttons' labels."""

    text: str
    labels: tuple[str, ...] = ()


class Way(Protocol):
    """Somebody's conversation by one channel."""

    def take(self, said: Turn, now: datetime) -> Shown:
        """Say or press it at that instant."""

    def ledger(self) -> list[Told]:
        """The facts that stand at the end."""


def played(way: Way, dialogue: Dialogue) -> Iterator[tuple[Turn, Shown]]:
    """Play a dialogue by that way."""
    now = datetime.fromisoformat(START).replace(tzinfo=SHANGHAI)
    for said in dialogue.turns:
        now = datetime.fromisoformat(said.at).replace(tzinfo=SHANGHAI) if said.at else now + timedelta(minutes=1)
        yield said, way.take(said, now)


def expected(said: Turn) -> Shown:
    """What the dialogue's file says that a person sees."""
    lines = list(said.reply)
    labels = lines.pop().strip("【】").split("】【") if lines and lines[-1].startswith("【") else []
    return Shown("\n".join(lines), tuple(labels))


def told(database: Database, user: str = USER) -> list[Told]:
    """The facts of a person's ledger, without their numbers."""
    with database.turn(datetime.fromisoformat(START).replace(tzinfo=SHANGHAI)) as opened:
        return [(fact.activity, fact.when, dict(fact.attributes)) for fact in opened.ledger(user).facts()]


def shown(replies: tuple[Reply, ...]) -> Shown:
    """Replies as seen by whoever draws them faithfully."""
    labels = tuple(button.label for reply in replies for row in reply.buttons for button in row)
    return Shown("\n".join(line.rstrip() for reply in replies for line in reply.text.split("\n")), labels)


@dataclass(slots=True)
class Core:
    """The assistant itself."""

    library: Library
    database: Database = field(default_factory=open_database)
    buttons: dict[str, str] = field(default_factory=dict)

    def take(self, said: Turn, now: datetime) -> Shown:
        answer = self.answer(self.message(said, now))
        self.buttons = {b.label: b.data for reply in answer.replies for row in reply.buttons for b in row}
        return shown(answer.replies)

    def message(self, said: Turn, now: datetime) -> Message:
        if said.pressed:
            return Message(USER, now, press=self.buttons.get(said.said, "?"))
        return Message(USER, now, text=said.said)

    def answer(self, message: Message) -> Answer:
        return turn.answer(Assistant(self.database, self.library), message)

    def ledger(self) -> list[Told]:
        return told(self.database)


@dataclass(slots=True)
class Jsonl(Core):
    """Lines of JSON, as another program writes and reads them."""

    def answer(self, message: Message) -> Answer:
        driver = {"press": message.press} if message.press else {"text": message.text}
        line = json.dumps({"user": message.user, "now": message.now.isoformat(), **driver}).encode()
        answer = jsonl.respond(partial(turn.answer, Assistant(self.database, self.library)), line)
        written = json.loads(jsonl.json_line(answer))
        assert written["error"] is None
        return Answer.from_json(written)


@dataclass(slots=True)
class Terminal:
    """Typed at the terminal: buttons by their number or letter, the screen read from what was written to it."""

    library: Library
    database: Database = field(default_factory=open_database)
    out: StringIO = field(default_factory=StringIO)
    now: datetime | None = None
    chat: terminal.Chat = field(init=False)

    def __post_init__(self) -> None:
        screen = Screen(self.out, colours=False)
        aside = Screen(StringIO(), colours=False)
        self.chat = terminal.Chat(str, screen, aside, Warm(lambda: self.answer), SHANGHAI.key)

    def answer(self, message: Message) -> Answer:
        """The assistant's answer, as if it were the dialogue's day."""
        assert self.now is not None
        assistant = Assistant(self.database, self.library)
        return turn.answer(assistant, replace(message, user=USER, now=self.now))

    def take(self, said: Turn, now: datetime) -> Shown:
        self.now = now
        self.out.truncate(0)
        self.out.seek(0)
        for number, typed in enumerate([self.key(said.said)] if said.pressed else said.said.split("\n")):
            assert number == 0, "a terminal takes one line at a time"
            assert self.chat.turn(typed)
        labels = tuple(button.label for button in self.offered())
        return Shown("\n".join(line.rstrip() for line in self.out.getvalue().splitlines()), labels)

    def key(self, label: str) -> str:
        """What is typed to press a button."""
        return next(mark for mark, button in self.chat.choices.buttons if button.label == label)

    def offered(self) -> tuple[Button, ...]:
        """The buttons that can be pressed, each of which the screen shows with its mark."""
        for mark, button in self.chat.choices.buttons:
            assert f"[{mark}] {button.label}" in self.out.getvalue()
        return tuple(button for _, button in self.chat.choices.buttons)

    def ledger(self) -> list[Told]:
        return told(self.database)
