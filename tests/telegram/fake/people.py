"""What tests play: people and groups with verbs. They type, press, send files, and wait for what comes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from tests.telegram.fake.chats import BOT_NAME, Chat
from tests.telegram.fake.formatting import units
from tests.telegram.fake.refusal import Json

if TYPE_CHECKING:
    from tests.telegram.fake.running import Fake

PATIENCE = 20.0  # seconds that a test waits for an answer
_COMMAND = re.compile(r"/\w+(@\w+)?")
_MENTION = re.compile(r"@\w+")


@dataclass(frozen=True, slots=True)
class Heard:
    """What came from the bot: a message or the edit of one, and at which instant of the server's monotonic clock."""

    message: Json
    kind: str
    at: float
    files: tuple[tuple[str, bytes], ...] = ()

    @property
    def id(self) -> int:
        return int(str(self.message["message_id"]))

    @property
    def text(self) -> str:
        """What is there to read, without tags."""
        return str(self.message.get("text") or self.message.get("caption") or "")

    @property
    def buttons(self) -> dict[str, str]:
        """The inline buttons: label and data (or the address they open)."""
        markup = cast("dict[str, list[list[dict[str, str]]]]", self.message.get("reply_markup") or {})
        rows = markup.get("inline_keyboard", [])
        return {b["text"]: b.get("callback_data") or b.get("url", "") for row in rows for b in row}

    @property
    def answers(self) -> int | None:
        """The message that it replies to."""
        quoted = cast("Json | None", self.message.get("reply_to_message"))
        return int(str(quoted["message_id"])) if quoted else None


@dataclass(slots=True)
class Place:
    """A chat as seen by tests. `seen` is how much of what happened there was looked at."""

    fake: Fake
    chat: Chat
    seen: int = 0

    def happened(self) -> list[Heard]:
        """All messages and edits of the bot's here, in their order."""
        events = [event for event in self.fake.server.events if event.chat == self.chat.id]
        return [
            Heard(event.message, event.kind, event.at, self.fake.files_of(event.message))
            for event in events
            if event.kind in {"sent", "edited"}
        ]

    def hears(self, count: int = 1, patience: float = PATIENCE) -> list[Heard]:
        """The next messages or edits; waits until there are so many. Fails where they do not come."""
        wanted = self.seen + count
        self.fake.wait(lambda: len(self.happened()) >= wanted, patience, lambda: f"{self.chat.title}: {self.told()}")
        found = self.happened()[self.seen : wanted]
        self.seen = wanted
        return found

    def hear(self, patience: float = PATIENCE) -> Heard:
        """The next message or edit."""
        return self.hears(1, patience)[0]

    def told(self) -> list[str]:
        """What there is to read of what was not looked at yet."""
        return [heard.text for heard in self.happened()[self.seen :]]

    def screen(self) -> list[Json]:
        """The messages that stand in the chat."""
        return self.fake.do(lambda: list(self.chat.messages.values()))

    def typing(self) -> list[float]:
        """When a sign of activity was shown here."""
        mine = [event for event in self.fake.server.events if event.chat == self.chat.id]
        return [event.at for event in mine if event.kind not in {"sent", "edited", "deleted"}]

    def button(self, label: str) -> Heard:
        """The last message that shows such a button now. Fails where none does."""
        standing = self.fake.do(lambda: [dict(message) for message in reversed(self.chat.messages.values())])
        for message in standing:
            heard = Heard(message, "sent", 0)
            if label in heard.buttons:
                return heard
        raise AssertionError(
            f"{self.chat.title} has no button {label}: {[Heard(m, 'sent', 0).buttons for m in standing]}"
        )


@dataclass(slots=True)
class Person(Place):
    """Somebody in a private chat with the bot."""

    user: Json = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(str(self.user["id"]))

    def says(self, text: str, *, to: Place | None = None, reply_to: int | None = None) -> int:
        """Type something, here or in a group; the message's id."""
        return self.writes({"text": text, **entities(text, "entities")}, to=to, reply_to=reply_to)

    def sends_photo(self, content: bytes, caption: str | None = None, *, to: Place | None = None) -> int:
        """Send a photo."""
        file_id = self.fake.server.files.keep(content, "photo.jpg", "image/jpeg")
        return self.writes({**self.fake.server.files.photo(file_id), **_caption(caption)}, to=to)

    def sends_file(
        self, content: bytes, name: str, mime: str, caption: str | None = None, size: int | None = None
    ) -> int:
        """Send a document."""
        file_id = self.fake.server.files.keep(content, name, mime, size=size)
        return self.writes({**self.fake.server.files.document(file_id), **_caption(caption)})

    def writes(self, content: Json, *, to: Place | None = None, reply_to: int | None = None) -> int:
        """Any message at all."""
        return self.fake.do(lambda: self.fake.written(to.chat if to else self.chat, self.user, content, reply_to))

    def edits(self, message_id: int, text: str) -> None:
        """Change one's own message."""
        self.fake.do(lambda: self.fake.changed(self.chat, message_id, {"text": text, **entities(text, "entities")}))

    def presses(self, label: str, *, on: Heard | None = None, to: Place | None = None) -> str:
        """Press the button with that label, on the last message that shows it or on the one given; the press's id."""
        place = to or self
        shown = on or place.button(label)
        return self.fake.do(lambda: self.fake.pressed(place.chat, self.user, shown.message, shown.buttons[label]))

    def blocks(self, *, blocked: bool = True) -> None:
        """Block the bot, or let it write again."""
        self.fake.do(lambda: self.fake.blocked(self.chat, self.user, blocked=blocked))

    def toasts(self) -> list[str]:
        """What was shown at the top after presses; "" where a press was only confirmed."""
        return list(self.fake.server.toasts.get(self.id, []))


@dataclass(slots=True)
class Group(Place):
    """A group chat that the bot is in."""

    def says(self, person: Person, text: str, *, mention: bool = False, reply_to: int | None = None) -> int:
        """Somebody types in the group, to the bot or not."""
        return person.says(f"@{BOT_NAME} {text}" if mention else text, to=self, reply_to=reply_to)

    def becomes_supergroup(self, *, announced: bool = True) -> Group:
        """Make it a supergroup, as Telegram does by itself; the new one. Unannounced: only sending finds out."""
        return self.fake.do(lambda: self.fake.migrated(self, announced=announced))


def entities(text: str, key: str) -> Json:
    """The commands and mentions that a phone marks in a text."""
    patterns: tuple[tuple[str, re.Pattern[str]], ...] = (("bot_command", _COMMAND), ("mention", _MENTION))
    found = [
        {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}
        for kind, pattern in patterns
        for match in pattern.finditer(text)
        if kind == "mention" or match.start() == 0
    ]
    return {key: sorted(found, key=lambda each: int(str(each["offset"])))} if found else {}


def _caption(caption: str | None) -> Json:
    return {"caption": caption, **entities(caption, "caption_entities")} if caption else {}


Watch = Callable[[], bool]
