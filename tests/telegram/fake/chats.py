"""Who and what there is: people, the bot, private chats and groups, and the messages that stand in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from tests.telegram.fake.refusal import Json, bad_request, forbidden

BOT_ID = 7_000_000_001
BOT_NAME = "xueshi_test_bot"
STALE_AFTER = 60 * 60  # seconds after which a press can be answered no more; the real server gives less


@dataclass(slots=True)
class Chat:
    """A chat as the server keeps it. A private chat has the person's id; `moved_to` is the supergroup it became."""

    id: int
    kind: str
    title: str
    people: dict[int, Json] = field(default_factory=dict)
    admins: set[int] = field(default_factory=set)
    messages: dict[int, Json] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    moved_to: int | None = None

    @property
    def is_group(self) -> bool:
        return self.kind != "private"

    def as_json(self) -> Json:
        """The `chat` of a message."""
        if self.is_group:
            return {"id": self.id, "type": self.kind, "title": self.title}
        return {"id": self.id, "type": "private", "first_name": self.title}


@dataclass(slots=True)
class Chats:
    """All chats. `clock` dates messages."""

    clock: Callable[[], datetime]
    token: str
    by_id: dict[int, Chat] = field(default_factory=dict)
    numbers: count[int] = field(default_factory=lambda: count(1))
    presses: dict[str, tuple[int, datetime]] = field(default_factory=dict)

    @property
    def bot(self) -> Json:
        """The bot's own account."""
        return {
            "id": int(self.token.partition(":")[0]),
            "is_bot": True,
            "first_name": "学时管家",
            "username": BOT_NAME,
        }

    def open(self, chat: Chat) -> Chat:
        """A chat that there was not before."""
        self.by_id[chat.id] = chat
        return chat

    def find(self, chat_id: object) -> Chat:
        """The chat that a call names. Raises Refusal where there is none."""
        chat = self.by_id.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def writable(self, chat_id: object) -> Chat:
        """The chat, where the bot may write to it. Raises Refusal where it may not."""
        chat = self.find(chat_id)
        if chat.moved_to is not None:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to)
        if chat.blocked:
            raise forbidden("bot was kicked from the group chat" if chat.is_group else "bot was blocked by the user")
        if not chat.started and not chat.is_group:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def message(self, chat: Chat, sender: Json, content: Json) -> Json:
        """A new message in a chat."""
        made: Json = {
            "message_id": next(self.numbers),
            "date": int(self.clock().timestamp()),
            "chat": chat.as_json(),
            "from": sender,
            **content,
        }
        chat.messages[int(str(made["message_id"]))] = made
        return made

    def own(self, chat: Chat, message_id: object) -> Json:
        """A message of the bot's own. Raises Refusal where there is none to edit."""
        found = chat.messages.get(int(str(message_id)))
        if found is None:
            raise bad_request("message to edit not found")
        if found["from"] != self.bot:
            raise bad_request("message can't be edited")
        return found

    def answer_press(self, query_id: str) -> int:
        """The person whose press is answered. Raises Refusal where it is too old or was never made."""
        person, at = self.presses.get(query_id, (0, self.clock()))
        if not person or (self.clock() - at).total_seconds() > STALE_AFTER:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return person
