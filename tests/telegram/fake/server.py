"""The Bot API's server: takes a call apart, lets it meet its fault, checks it by the table, carries it out."""

from __future__ import annotations

import inspect
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Condition

from aiohttp import web

from tests.telegram.fake import answering, editing, sending, table
from tests.telegram.fake.chats import BOT_ID, Chat, Chats
from tests.telegram.fake.faults import Fault, Faults
from tests.telegram.fake.files import Files
from tests.telegram.fake.meter import Meter
from tests.telegram.fake.refusal import Json, Misuse, Refusal, too_many
from tests.telegram.fake.sending import Uploads
from tests.telegram.fake.updates import Updates
from tests.telegram.fake.webhook import Webhook

TOKEN = f"{BOT_ID}:TEST-ONLY_no-secret_AAAAAAAAAAAAAAAAAAA"
Method = Callable[["Server", Json, Uploads], object]

METHODS: dict[str, Method] = {
    "getMe": answering.get_me,
    "getUpdates": answering.get_updates,
    "setWebhook": answering.set_webhook,
    "deleteWebhook": answering.delete_webhook,
    "getWebhookInfo": answering.webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendMediaGroup": sending.send_media_group,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageMedia": editing.edit_media,
    "editMessageReplyMarkup": editing.edit_markup,
    "deleteMessage": editing.delete,
    "answerCallbackQuery": answering.answer_press,
    "sendChatAction": answering.chat_action,
    "setMyCommands": answering.set_commands,
    "getMyCommands": answering.get_commands,
    "deleteMyCommands": answering.delete_commands,
    "setMyName": answering.set_profile,
    "setMyDescription": answering.set_profile,
    "setMyShortDescription": answering.set_profile,
    "getFile": answering.get_file,
    "getChat": answering.get_chat,
    "getChatMember": answering.get_member,
    "getChatAdministrators": answering.get_administrators,
    "leaveChat": answering.leave_chat,
}


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it came: its fields, when (seconds of the server's monotonic clock), and how it was refused."""

    method: str
    fields: Json
    at: float
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the bot did in a chat: sent, edited, deleted, typing and so on; `message` as it was then."""

    kind: str
    chat: int
    message: Json
    at: float


@dataclass(slots=True)
class Server:
    """All that the server knows. It lives on one event loop; `changed` tells other threads of what happened."""

    token: str = TOKEN
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = time.monotonic
    privacy: bool = True
    updates: Updates = field(default_factory=Updates)
    files: Files = field(default_factory=Files)
    faults: Faults = field(default_factory=Faults)
    meter: Meter = field(default_factory=Meter)
    calls: list[Call] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    toasts: dict[int, list[str]] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    changed: Condition = field(default_factory=Condition)
    chats: Chats = field(init=False)
    webhook: Webhook = field(init=False)

    def __post_init__(self) -> None:
        self.chats = Chats(self.now, self.token)
        self.webhook = Webhook(self.updates, self._called_back)

    def now(self) -> datetime:
        """The date that things have now; tests may set another clock while it runs."""
        return self.clock()

    def tell(self, chat: Chat, kind: str, message: Json) -> None:
        """Note what the bot did, and let tests know that wait for it."""
        with self.changed:
            self.events.append(Event(kind, chat.id, dict(message), self.monotonic()))
            self.changed.notify_all()

    def application(self) -> web.Application:
        """The routes of the Bot API."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        return app

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return web.json_response(Refusal(401, "Unauthorized").as_json(), status=401)
        method = request.match_info["method"]
        try:
            fields, uploads = await taken_apart(request)
        except ConnectionResetError:  # the caller was killed while it spoke
            return web.Response(status=400)
        chat = fields.get("chat_id")
        number = int(chat) if isinstance(chat, str | int) and str(chat).lstrip("-").isdecimal() else None
        fault = self.faults.take(method, number, self.monotonic())
        if fault is not None and fault.kind in {"broken", "away", "cut"}:
            return _failed(request, fault)
        if fault is not None and fault.kind == "held":
            await self.faults.let_go.wait()
        status, body = await self._outcome(method, fields, uploads, fault)
        if fault is not None and fault.kind == "deaf":
            return _failed(request, fault)
        return web.json_response(body, status=status)

    async def _outcome(self, method: str, fields: Json, uploads: Uploads, fault: Fault | None) -> tuple[int, Json]:
        try:
            if fault is not None and fault.kind == "flood":
                raise too_many(max(1, round(fault.seconds)))
            result = await self.carry_out(method, fields, uploads)
        except Refusal as refusal:
            return refusal.code, refusal.as_json()
        return 200, {"ok": True, "result": result}

    async def carry_out(self, method: str, fields: Json, uploads: Uploads) -> object:
        """Check and do one call. Raises Refusal."""
        try:
            typed = table.checked(method, fields)
            made = METHODS[method](self, typed, uploads)
            result = await made if inspect.isawaitable(made) else made
        except Refusal as refusal:
            self.calls.append(Call(method, fields, self.monotonic(), refusal))
            if isinstance(refusal, Misuse):
                self.violations.append(refusal.complaint)
            raise
        self.calls.append(Call(method, fields, self.monotonic()))
        return result

    async def _called_back(self, body: Json) -> Awaitable[object] | object:
        method = str(body.pop("method"))
        return await self._outcome(method, body, {}, None)

    async def _download(self, request: web.Request) -> web.StreamResponse:
        stored = self.files.at(request.match_info["path"])
        if request.match_info["token"] != self.token or stored is None:
            return web.json_response(Refusal(404, "Not Found").as_json(), status=404)
        return web.Response(body=stored.content, content_type="application/octet-stream")


async def taken_apart(request: web.Request) -> tuple[Json, Uploads]:
    """A call's fields and uploads, from JSON, a form or the address."""
    fields: Json = dict(request.query)
    uploads: dict[str, tuple[str, bytes]] = {}
    if request.content_type == "application/json":
        fields.update(await request.json())
        return fields, uploads
    for name, value in (await request.post()).items():
        if isinstance(value, str):
            fields[name] = value
        elif isinstance(value, web.FileField):
            uploads[name] = (value.filename, value.file.read())
    # a file may also be the field itself instead of being attached to it
    direct = {name for name in uploads if name in {"photo", "document", "thumbnail"}}
    return {**fields, **{name: f"attach://{name}" for name in direct}}, uploads


def _failed(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.kind == "broken":
        return web.json_response(Refusal(500, "Internal Server Error").as_json(), status=500)
    if fault.kind == "away":
        return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
    assert request.transport is not None
    request.transport.abort()
    return web.Response()
