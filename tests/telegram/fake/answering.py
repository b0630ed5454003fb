"""The other methods: who I am, updates and webhooks, presses, typing, commands, files, members."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.telegram.fake.refusal import Json, Misuse, bad_request
from tests.telegram.fake.sending import Uploads

if TYPE_CHECKING:
    from tests.telegram.fake.server import Server

ACTIONS = frozenset(
    """typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker
    find_location record_video_note upload_video_note""".split()  # noqa: SIM905
)
PORTS = {443, 80, 88, 8443, None}


def get_me(server: Server, _fields: Json, _uploads: Uploads) -> Json:
    return {
        **server.chats.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": not server.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(server: Server, fields: Json, _uploads: Uploads) -> list[Json]:
    if "allowed_updates" in fields:
        server.updates.allowed = list(fields["allowed_updates"] or [])  # type: ignore[call-overload]
    offset = fields.get("offset")
    limit, timeout = int(str(fields.get("limit", 100))), float(str(fields.get("timeout", 0)))
    return await server.updates.poll(None if offset is None else int(str(offset)), limit, timeout)


def set_webhook(server: Server, fields: Json, _uploads: Uploads) -> bool:
    url = str(fields["url"])
    parts = urlsplit(url)
    local = parts.hostname in {"127.0.0.1", "localhost"}
    if url and not local and (parts.scheme != "https" or parts.port not in PORTS):
        raise Misuse("Bad Request: bad webhook: An HTTPS URL must be provided for webhook", f"webhook {url}")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", str(fields.get("secret_token", ""))):
        raise Misuse("Bad Request: secret token contains unallowed characters", "characters of the secret token")
    if "allowed_updates" in fields:
        server.updates.allowed = list(fields["allowed_updates"] or [])  # type: ignore[call-overload]
    _drop(server, fields)
    server.updates.webhook = fields if url else None
    server.updates.wake()
    return True


def delete_webhook(server: Server, fields: Json, _uploads: Uploads) -> bool:
    _drop(server, fields)
    server.updates.webhook = None
    server.updates.wake()
    return True


def _drop(server: Server, fields: Json) -> None:
    if fields.get("drop_pending_updates"):
        server.violations.append("drop_pending_updates loses what people wrote while the program was away")
        server.updates.waiting.clear()


def webhook_info(server: Server, _fields: Json, _uploads: Uploads) -> Json:
    hook = server.updates.webhook or {}
    return {
        "url": hook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(server.updates.waiting),
        "max_connections": hook.get("max_connections", 40),
        **({"allowed_updates": server.updates.allowed} if server.updates.allowed else {}),
    }


def answer_press(server: Server, fields: Json, _uploads: Uploads) -> bool:
    person = server.chats.answer_press(str(fields["callback_query_id"]))
    server.toasts.setdefault(person, []).append(str(fields.get("text", "")))
    return True


def chat_action(server: Server, fields: Json, _uploads: Uploads) -> bool:
    if fields["action"] not in ACTIONS:
        raise Misuse("Bad Request: wrong parameter action in request", f"no such action: {fields['action']}")
    chat = server.chats.writable(fields["chat_id"])
    server.tell(chat, str(fields["action"]), {})
    return True


def set_commands(server: Server, fields: Json, _uploads: Uploads) -> bool:
    commands = fields["commands"]
    assert isinstance(commands, list)
    for command in commands:
        if not re.fullmatch("[a-z0-9_]{1,32}", str(command["command"])):
            raise Misuse("Bad Request: BOT_COMMAND_INVALID", f"no name of a command: {command['command']}")
    server.commands[_scope(fields)] = commands
    return True


def get_commands(server: Server, fields: Json, _uploads: Uploads) -> list[Json]:
    return server.commands.get(_scope(fields), [])


def delete_commands(server: Server, fields: Json, _uploads: Uploads) -> bool:
    server.commands.pop(_scope(fields), None)
    return True


def _scope(fields: Json) -> str:
    scope = fields.get("scope")
    return str(scope["type"]) if isinstance(scope, dict) else "default"


def set_profile(_server: Server, _fields: Json, _uploads: Uploads) -> bool:
    return True


def get_file(server: Server, fields: Json, _uploads: Uploads) -> Json:
    return server.files.fetchable(str(fields["file_id"]))


def get_chat(server: Server, fields: Json, _uploads: Uploads) -> Json:
    return {**server.chats.find(fields["chat_id"]).as_json(), "accent_color_id": 0, "max_reaction_count": 0}


def get_member(server: Server, fields: Json, _uploads: Uploads) -> Json:
    chat, person = server.chats.find(fields["chat_id"]), int(str(fields["user_id"]))
    if person not in chat.people:
        raise bad_request("user not found")
    return _member(chat.people[person], administers=person in chat.admins)


def get_administrators(server: Server, fields: Json, _uploads: Uploads) -> list[Json]:
    chat = server.chats.find(fields["chat_id"])
    return [_member(chat.people[person], administers=True) for person in sorted(chat.admins)]


def _member(user: Json, *, administers: bool) -> Json:
    if administers:
        return {"status": "creator", "user": user, "is_anonymous": False}
    return {"status": "member", "user": user}


def leave_chat(server: Server, fields: Json, _uploads: Uploads) -> bool:
    server.chats.find(fields["chat_id"]).blocked = True
    return True
