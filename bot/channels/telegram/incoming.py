"""What people do on Telegram as messages for the assistant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from aiogram import types
from aiogram.enums import ChatType, MessageEntityType

from handlers.message import Message

GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}


@dataclass(frozen=True, slots=True)
class Me:
    """The bot itself."""

    id: int
    name: str


def heard(message: types.Message, me: Me) -> Message | None:
    """What was written, for the assistant; None where it was not said to it."""
    sender = message.from_user
    if sender is None or sender.is_bot:
        return None
    group = str(message.chat.id) if message.chat.type in GROUPS else None
    text = message.text or message.caption or ""
    if group is not None and not addressed(message, text, me):
        return None
    return Message(
        user=str(sender.id),
        now=message.date.astimezone(UTC),
        text=spoken(text, me),
        name=sender.full_name,
        group=group,
        addressed=group is not None,
        message_id=name_of(message),
    )


def edited(message: types.Message, me: Me, update: int) -> Message | None:
    """Words that were changed afterwards; `update` tells one change of a message from another."""
    said = heard(message, me)
    if said is None or message.edit_date is None:
        return None
    try:
        changed_at = datetime.fromtimestamp(message.edit_date, UTC)
    except (OverflowError, ValueError, OSError):  # no instant that there is
        return None
    return replace(said, now=changed_at, edits=said.message_id, message_id=f"{said.message_id}/{update}")


def name_of(message: types.Message) -> str:
    """A message's name, for good."""
    return f"{message.chat.id}/{message.message_id}"


def addressed(message: types.Message, text: str, me: Me) -> bool:
    """Whether a group's message is for us: a command, a reply to us, or a mention."""
    quoted = message.reply_to_message
    if quoted is not None and quoted.from_user is not None and quoted.from_user.id == me.id:
        return True
    if text.startswith("/"):
        named = text.split(maxsplit=1)[0].partition("@")[2]
        return not named or named.lower() == me.name.lower()
    return any(
        entity.type == MessageEntityType.MENTION and span_of(entity, text).lower() == f"@{me.name}".lower()
        for entity in message.entities or message.caption_entities or ()
    )


def span_of(entity: types.MessageEntity, text: str) -> str:
    """The part of a text that an entity covers; spans are told in UTF-16, and may cut a character."""
    begin, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
    return text.encode("utf-16-le", "surrogatepass")[begin:end].decode("utf-16-le", "replace")


def spoken(text: str, me: Me) -> str:
    """The words without our own name in them."""
    return text.replace(f"@{me.name}", "").strip()


def pressed(query: types.CallbackQuery, now: datetime) -> Message | None:
    """A button that was pressed under a message of ours; None where that message is gone. Presses name no instant."""
    message = query.message
    if message is None:
        return None
    # a picture's caption cannot become a text, and what is too old cannot be changed at all
    editable = isinstance(message, types.Message) and message.text is not None
    return Message(
        user=str(query.from_user.id),
        now=now,
        press=query.data or "",
        name=query.from_user.full_name,
        group=str(message.chat.id) if message.chat.type in GROUPS else None,
        addressed=True,
        message_id=f"press/{query.id}",
        card=str(message.message_id) if editable else None,
    )
