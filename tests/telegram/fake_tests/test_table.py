"""The table of the Bot API: beside both libraries' own, and what it refuses."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import aiogram.methods
import aiogram.types
import pytest
import telegram

from tests.telegram.fake import Fake
from tests.telegram.fake.server import METHODS
from tests.telegram.fake.table import rules
from tests.telegram.fake_tests.raw import call, refused

COMPARED = [
    "InlineKeyboardMarkup",
    "InlineKeyboardButton",
    "ReplyKeyboardMarkup",
    "KeyboardButton",
    "ReplyKeyboardRemove",
    "ForceReply",
    "ReplyParameters",
    "LinkPreviewOptions",
    "MessageEntity",
    "BotCommand",
]
BUTTONS = {"inline_keyboard": [[{"text": "好", "callback_data": "c:1"}]]}


@pytest.fixture
def lenient(fake: Fake) -> Iterator[Fake]:
    """A fake that is misused on purpose."""
    yield fake
    assert fake.server.violations != []
    fake.server.violations.clear()


def test_every_method_of_the_table_is_played() -> None:
    assert METHODS.keys() == rules("methods").keys()


@pytest.mark.parametrize("method", rules("methods"))
def test_aiogram_knows_the_same_fields(method: str) -> None:
    model = getattr(aiogram.methods, method[0].upper() + method[1:])
    ours = rules("methods")[method]
    assert ours.keys() <= model.model_fields.keys()
    assert {name for name, rule in ours.items() if rule.required} >= {
        name for name, field in model.model_fields.items() if field.is_required()
    }


@pytest.mark.parametrize("method", rules("methods"))
def test_the_other_library_knows_the_same_fields(method: str) -> None:
    snake = "".join(f"_{c.lower()}" if c.isupper() else c for c in method)
    ours = set(rules("methods")[method])
    assert ours <= set(inspect.signature(getattr(telegram.Bot, snake)).parameters)


@pytest.mark.parametrize("name", COMPARED)
def test_objects_have_the_same_fields(name: str) -> None:
    ours = rules("objects")[name]
    model = getattr(aiogram.types, name).model_fields
    assert ours.keys() <= model.keys()
    assert {field for field, rule in ours.items() if rule.required} >= {k for k, f in model.items() if f.is_required()}


WRONG = [
    ("sendTelegram", {}, "Not Found"),
    ("sendMessage", {"text": "好"}, "chat_id is empty"),
    ("sendMessage", {"chat_id": 1, "text": "好", "reply_to_message_id": 3}, "unknown field"),
    ("sendMessage", {"chat_id": 1, "text": ""}, "message text is empty"),
    ("sendMessage", {"chat_id": 1, "text": "  "}, "message text is empty"),
    ("sendMessage", {"chat_id": 1, "text": "长" * 4097}, "message is too long"),
    ("editMessageText", {"chat_id": 1, "message_id": 1, "text": "长" * 4097}, "MESSAGE_TOO_LONG"),
    ("sendMessage", {"chat_id": 1, "text": "😀" * 2049}, "message is too long"),
    ("sendPhoto", {"chat_id": 1, "photo": "x", "caption": "长" * 1025}, "caption is too long"),
    ("sendMessage", {"chat_id": [1], "text": "好"}, "wrong type"),
    ("sendMessage", {"chat_id": 1, "text": "好", "disable_notification": "maybe"}, "wrong type"),
    ("sendMessage", {"chat_id": 1, "text": "好", "reply_markup": "{"}, "can't parse JSON"),
    (
        "sendMessage",
        {"chat_id": 1, "text": "好", "reply_markup": {"inline_keyboard": [[{"text": "好"}]]}},
        "BUTTON_TYPE",
    ),
    ("sendMessage", {"chat_id": 1, "text": "好", "reply_markup": {"inline_keyboard": [BUTTONS]}}, "wrong type"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "长" * 201}, "out of its limits"),
    ("sendChatAction", {"chat_id": 1, "action": "thinking"}, "wrong parameter action"),
    ("setMyCommands", {"commands": [{"command": "还差", "description": "还差多少"}]}, "BOT_COMMAND_INVALID"),
    ("setWebhook", {"url": "http://bot.example.org/"}, "HTTPS"),
    ("setWebhook", {"url": "https://bot.example.org/", "secret_token": "a b"}, "unallowed characters"),
    ("editMessageText", {"message_id": 1, "text": "好"}, "identifier is not specified"),
]


@pytest.mark.parametrize(("method", "fields", "why"), WRONG)
def test_what_no_program_should_send_is_refused(
    lenient: Fake, method: str, fields: dict[str, object], why: str
) -> None:
    assert why in refused(lenient, method, **fields)


def test_a_button_carries_sixty_four_bytes(fake: Fake) -> None:
    person = fake.person()
    for length, fits in ((64, True), (65, False)):
        markup = {"inline_keyboard": [[{"text": "好", "callback_data": "a" * length}]]}
        answer = call(fake, "sendMessage", chat_id=person.id, text="好", reply_markup=markup)
        assert answer["ok"] is fits
    assert answer["description"] == "Bad Request: BUTTON_DATA_INVALID"
    fake.server.violations.clear()


def test_an_album_has_two_to_ten(lenient: Fake) -> None:
    one = [{"type": "photo", "media": "x"}]
    assert "limits" in refused(lenient, "sendMediaGroup", chat_id=1, media=one)


def test_limits_hold_for_what_is_read_not_for_tags(fake: Fake) -> None:
    person = fake.person()
    text = "<b>" + "长" * 4096 + "</b>"
    assert call(fake, "sendMessage", chat_id=person.id, text=text, parse_mode="HTML")["ok"]
