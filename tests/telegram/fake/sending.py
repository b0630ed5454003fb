"""The methods that send: words, photos, documents, albums; and what people then have on their screens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tests.telegram.fake.chats import Chat
from tests.telegram.fake.files import check_upload
from tests.telegram.fake.formatting import html_of
from tests.telegram.fake.refusal import Json, Misuse, bad_request, too_many

if TYPE_CHECKING:
    from tests.telegram.fake.server import Server

Uploads = Mapping[str, tuple[str, bytes]]  # the part's name: the file's name and content


def send_message(server: Server, fields: Json, _uploads: Uploads) -> Json:
    chat = ready(server, fields, 1)
    return deliver(server, chat, fields, words(fields, "text"))


def send_photo(server: Server, fields: Json, uploads: Uploads) -> Json:
    chat = ready(server, fields, 1)
    picture = server.files.photo(uploaded(server, str(fields["photo"]), uploads, as_photo=True))
    return deliver(server, chat, fields, {**picture, **words(fields, "caption")})


def send_document(server: Server, fields: Json, uploads: Uploads) -> Json:
    chat = ready(server, fields, 1)
    document = server.files.document(uploaded(server, str(fields["document"]), uploads, as_photo=False))
    return deliver(server, chat, fields, {**document, **words(fields, "caption")})


def send_media_group(server: Server, fields: Json, uploads: Uploads) -> list[Json]:
    items = fields["media"]
    assert isinstance(items, list)
    if len({"document" if item["type"] == "document" else "picture" for item in items}) > 1:
        raise Misuse("Bad Request: document can't be mixed with other media types", "an album of mixed kinds")
    chat = ready(server, fields, len(items))
    contents = [medium(server, item, uploads) for item in items]
    album = f"album{next(server.chats.numbers)}"
    return [deliver(server, chat, fields, {**content, "media_group_id": album}) for content in contents]


def ready(server: Server, fields: Json, messages: int) -> Chat:
    """The chat that something is sent to. Raises Refusal where it may not be, or not yet."""
    chat = server.chats.writable(fields["chat_id"])
    now = server.monotonic()
    if closed := server.faults.still_closed(chat.id, now):
        raise too_many(int(closed) + 1)
    for _ in range(messages):
        if wait := server.meter.wait(chat.id, group=chat.is_group, now=now):
            raise too_many(wait)
    return chat


def deliver(server: Server, chat: Chat, fields: Json, content: Json) -> Json:
    """Put a message of the bot's into a chat."""
    if (markup := fields.get("reply_markup")) is not None:
        content["reply_markup"] = markup
    if (reply := fields.get("reply_parameters")) is not None:
        assert isinstance(reply, dict)
        if (quoted := chat.messages.get(int(reply["message_id"]))) is not None:
            content["reply_to_message"] = {key: value for key, value in quoted.items() if key != "reply_to_message"}
        elif not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
    message = server.chats.message(chat, server.chats.bot, content)
    server.tell(chat, "sent", message)
    return shown(message)


def words(fields: Json, key: str) -> Json:
    """Text or caption with its entities, as a message carries them."""
    formatted = html_of(fields, key)
    given = fields.get("entities" if key == "text" else "caption_entities")
    entities = list(formatted.entities) or given
    name = "entities" if key == "text" else "caption_entities"
    return {**({key: formatted.text} if formatted.text else {}), **({name: entities} if entities else {})}


def medium(server: Server, item: Json, uploads: Uploads) -> Json:
    """One item of an album, or what a medium is replaced by."""
    as_photo = item["type"] == "photo"
    if item["type"] not in {"photo", "document"}:
        raise Misuse("Bad Request: unsupported media", f"media of type {item['type']}")
    file_id = uploaded(server, str(item["media"]), uploads, as_photo=as_photo)
    content = server.files.photo(file_id) if as_photo else server.files.document(file_id)
    return {**content, **words(item, "caption")}


def uploaded(server: Server, given: str, uploads: Uploads, *, as_photo: bool) -> str:
    """The file id of an upload, or of a file that the server has already."""
    if not given.startswith("attach://"):
        server.files.found(given)
        return given
    part = uploads.get(given.removeprefix("attach://"))
    if part is None:
        raise Misuse("Bad Request: wrong file identifier", f"{given} came without its part")
    name, content = part
    check_upload(content, as_photo=as_photo)
    return server.files.keep(content, name, "image/png" if as_photo else "application/octet-stream")


def shown(message: Json) -> Json:
    """A message as the API gives it back: of keyboards only inline ones are part of a message."""
    markup = message.get("reply_markup")
    if isinstance(markup, dict) and "inline_keyboard" not in markup:
        return {key: value for key, value in message.items() if key != "reply_markup"}
    return message
