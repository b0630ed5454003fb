"""Telegram's updates: any JSON is a message of somebody, is none, or is refused; none stops those behind it."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import UTC, datetime
from random import Random
from typing import Any

from aiogram.types import Update
from pydantic import ValidationError

from bot.channels.telegram.incoming import Me, edited, heard, pressed
from bot.channels.telegram.listener import lane_of
from handlers.message import Message
from tests.fuzz.mangling import spoilt
from tests.fuzz.target import WrongError

ME = Me(7, "xueshi_bot")
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
Json = dict[str, Any]
_PERSON = {"id": 11, "is_bot": False, "first_name": "何静", "username": "he"}
_PRIVATE = {"id": 11, "type": "private", "first_name": "何静"}
_GROUP = {"id": -100123, "type": "supergroup", "title": "车辆部"}
_SAID: Json = {"message_id": 5, "date": 1795140000, "from": _PERSON, "chat": _PRIVATE, "text": "去年培训三天"}
_CALLED: Json = {
    **_SAID,
    "chat": _GROUP,
    "text": "@xueshi_bot 还差多少😀",
    "entities": [{"type": "mention", "offset": 0, "length": 11}],
}
_OURS: Json = {**_SAID, "from": {"id": 7, "is_bot": True, "first_name": "管家"}}
SEEDS: tuple[Json, ...] = (
    {"message": _SAID},
    {"message": _CALLED},
    {"message": {**_SAID, "chat": _GROUP, "text": "/balance@xueshi_bot 2025"}},
    {"message": {**_SAID, "chat": _GROUP, "reply_to_message": _OURS}},
    {
        "message": {
            **_SAID,
            "text": None,
            "caption": "证明",
            "photo": [{"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}],
        }
    },
    {
        "message": {
            **_SAID,
            "document": {"file_id": "a", "file_unique_id": "b", "file_name": "../../x.xlsx", "file_size": 9},
        }
    },
    {"edited_message": {**_SAID, "edit_date": 1795140060, "text": "去年培训四天"}},
    {"callback_query": {"id": "1", "from": _PERSON, "chat_instance": "1", "data": "u:1", "message": _OURS}},
    {
        "callback_query": {
            "id": "2",
            "from": _PERSON,
            "chat_instance": "1",
            "data": "c:1:0",
            "message": {"message_id": 5, "date": 0, "chat": _GROUP},
        }
    },
    {
        "my_chat_member": {
            "chat": _PRIVATE,
            "from": _PERSON,
            "date": 1795140000,
            "old_chat_member": {"status": "member", "user": _PERSON},
            "new_chat_member": {"status": "kicked", "user": _PERSON, "until_date": 0},
        }
    },
)
_ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    2**31,
    2**53,
    -(2**63),
    10**30,
    1.5,
    "",
    "x",
    "\ud800",
    "²",
    [],
    {},
    [{}],
    {"id": 1},
    "@xueshi_bot",
    "private",
    "channel",
)


class Updates:
    """The JSON of one update."""

    packages = ("bot",)

    def seeds(self) -> list[bytes]:
        return [json.dumps({"update_id": number, **each}).encode() for number, each in enumerate(SEEDS)]

    def changed(self, data: bytes, random: Random) -> bytes:
        try:
            update = json.loads(data)
            places = list(_places(update))
            holder, key = random.choice(places)
        except (ValueError, RecursionError, IndexError):
            return random.choice(self.seeds())
        if random.random() < 0.1:
            return spoilt(data, random, [random.choice(self.seeds())])
        if random.random() < 0.2:
            del holder[key]
        else:
            other, name = random.choice(places)
            holder[key] = random.choice(_ODD) if random.random() < 0.7 else deepcopy(other[name])
        return json.dumps(update).encode()

    def check(self, data: bytes) -> None:
        try:
            raw = json.loads(data)
        except (ValueError, RecursionError):
            return
        if not isinstance(raw, dict):
            return
        if not isinstance(lane_of(raw), str):
            raise WrongError("no lane")
        try:
            update = Update.model_validate(raw)
        except (ValidationError, RecursionError):
            return
        for said in _messages(update):
            if said is not None:
                _sound(said)


def _messages(update: Update) -> list[Message | None]:
    return [
        heard(update.message, ME) if update.message else None,
        edited(update.edited_message, ME, update.update_id) if update.edited_message else None,
        pressed(update.callback_query, NOW) if update.callback_query else None,
    ]


def _sound(said: Message) -> None:
    if not said.user or said.now.tzinfo is None or (said.group is not None and not said.addressed):
        raise WrongError(f"no message: {said}")


def _places(value: object) -> list[tuple[Any, Any]]:
    """Every key of every object and every place of every list, with what holds it."""
    pairs = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    return [*((value, key) for key, _ in pairs), *(place for _, each in pairs for place in _places(each))]
