"""The methods that change what was sent: text, caption, keyboard, medium; and those that take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.telegram.fake.chats import Chat
from tests.telegram.fake.refusal import Json, Misuse, bad_request, too_many
from tests.telegram.fake.sending import Uploads, medium, shown, words

if TYPE_CHECKING:
    from tests.telegram.fake.server import Server

CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "document", "reply_markup")
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(server: Server, fields: Json, _uploads: Uploads) -> Json:
    chat, message = _own(server, fields)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _changed(server, chat, message, {**words(fields, "text"), **_markup(fields)})


def edit_caption(server: Server, fields: Json, _uploads: Uploads) -> Json:
    chat, message = _own(server, fields)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    media: Json = {key: message[key] for key in ("photo", "document") if key in message}
    return _changed(server, chat, message, {**media, **words(fields, "caption"), **_markup(fields)})


def edit_media(server: Server, fields: Json, uploads: Uploads) -> Json:
    chat, message = _own(server, fields)
    item = fields["media"]
    assert isinstance(item, dict)
    return _changed(server, chat, message, {**medium(server, item, uploads), **_markup(fields)})


def edit_markup(server: Server, fields: Json, _uploads: Uploads) -> Json:
    chat, message = _own(server, fields)
    kept = {key: message[key] for key in CONTENT if key in message and key != "reply_markup"}
    return _changed(server, chat, message, {**kept, **_markup(fields)})


def delete(server: Server, fields: Json, _uploads: Uploads) -> bool:
    chat = server.chats.writable(fields["chat_id"])
    gone = chat.messages.pop(int(str(fields["message_id"])), None)
    if gone is None:
        raise bad_request("message to delete not found")
    server.tell(chat, "deleted", gone)
    return True


def _own(server: Server, fields: Json) -> tuple[Chat, Json]:
    if "inline_message_id" in fields or not {"chat_id", "message_id"} <= fields.keys():
        raise Misuse("Bad Request: message identifier is not specified", "an edit names chat_id and message_id")
    chat = server.chats.writable(fields["chat_id"])
    if closed := server.faults.still_closed(chat.id, server.monotonic()):
        raise too_many(int(closed) + 1)
    return chat, server.chats.own(chat, fields["message_id"])


def _markup(fields: Json) -> Json:
    markup = fields.get("reply_markup")
    empty = not isinstance(markup, dict) or not markup["inline_keyboard"]
    return {} if empty else {"reply_markup": markup}


def _changed(server: Server, chat: Chat, message: Json, content: Json) -> Json:
    if content == {key: message[key] for key in CONTENT if key in message}:
        raise bad_request(NOT_MODIFIED)
    for key in CONTENT:
        message.pop(key, None)
    message.update(content, edit_date=int(server.chats.clock().timestamp()))
    server.tell(chat, "edited", message)
    return shown(message)
