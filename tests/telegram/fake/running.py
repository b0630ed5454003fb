"""The fake while it runs: its own thread and event loop, a port on loopback, and the hands that tests hold it by."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from itertools import count
from typing import Self, TypeVar

from aiohttp import web

from tests.reserved import reserved
from tests.telegram.fake.chats import BOT_NAME, Chat
from tests.telegram.fake.faults import Fault
from tests.telegram.fake.people import Group, Heard, Person
from tests.telegram.fake.refusal import Json
from tests.telegram.fake.server import Server

T = TypeVar("T")
_people, _groups = count(1_001), count(-4_001, -1)


class Fake:
    """A Bot API of one's own: `with Fake() as fake:`, then point a program at `fake.base` with `fake.token`.

    aiogram: `TelegramAPIServer.from_base(fake.base)`. python-telegram-bot: `base_url=f"{fake.base}/bot"` and
    `base_file_url=f"{fake.base}/file/bot"`. `server.violations` must be empty when a test ends.
    """

    def __init__(self, server: Server | None = None, port: int = 0) -> None:
        self.server = server or Server()
        self.base = ""
        self._port = port
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fake Bot API", daemon=True)
        self._tasks: list[asyncio.Task[None]] = []
        self._reserved = ExitStack()

    @property
    def token(self) -> str:
        return self.server.token

    def __enter__(self) -> Self:
        self._thread.start()
        self._runner = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        self._reserved.close()

    def address(self) -> str:
        """A host and port for a server that is to be seen here, as long as this one runs."""
        return self._reserved.enter_context(reserved())

    async def _start(self) -> web.AppRunner:
        runner = web.AppRunner(self.server.application(), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self._port)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.base = f"http://{host}:{port}"
        self._tasks.append(asyncio.create_task(self.server.webhook.run()))
        return runner

    async def _stop(self) -> None:
        self.server.updates.closing = True  # whoever polls gets nothing, at once
        self.server.updates.wake()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._runner.cleanup()

    def do(self, work: Callable[[], T]) -> T:
        """Do something on the server's own thread."""

        async def on_loop() -> T:
            return work()

        return asyncio.run_coroutine_threadsafe(on_loop(), self._loop).result(10)

    def wait(self, until: Callable[[], bool], patience: float, why: Callable[[], str] = str) -> None:
        """Wait until something holds that the server's events decide. Fails with what was there instead."""
        with self.server.changed:
            met = self.server.changed.wait_for(until, patience)
        assert met, f"nothing of the kind within {patience} s; {why()}; refused: {self.refusals()}"

    def wait_for(self, until: Callable[[], bool], patience: float, why: Callable[[], str] = str) -> None:
        """Wait until something holds that no event tells of."""
        end = time.monotonic() + patience
        while not until():
            assert time.monotonic() < end, f"not within {patience} s; {why()}; refused: {self.refusals()}"
            time.sleep(0.01)

    def refusals(self) -> list[str]:
        """The last calls that were refused, and why."""
        refused = [call for call in self.server.calls if call.refusal]
        return [f"{call.method}: {call.refusal}" for call in refused[-5:]]

    def person(self, name: str = "小王", *, started: bool = True) -> Person:
        """Somebody new; `started` False: who never wrote to the bot."""
        user: Json = {"id": next(_people), "is_bot": False, "first_name": name, "language_code": "zh-hans"}
        chat = Chat(int(str(user["id"])), "private", name, {int(str(user["id"])): user}, started=started)
        return Person(self, self.do(lambda: self.server.chats.open(chat)), user=user)

    def group(self, title: str, *people: Person, admin: Person | None = None) -> Group:
        """A new group with these people and the bot in it."""
        members = {person.id: person.user for person in people}
        chat = Chat(next(_groups), "group", title, members, {admin.id} if admin else set())
        return Group(self, self.do(lambda: self.server.chats.open(chat)))

    def fails(self, kind: str, method: str | None = None, **more: object) -> None:
        """Let the next fitting calls go wrong (see `faults.Fault`)."""
        self.do(lambda: self.server.faults.pending.append(Fault(kind, method, **more)))  # type: ignore[arg-type]

    def files_of(self, message: Json) -> tuple[tuple[str, bytes], ...]:
        """Names and contents of the photo or document of a message."""
        photo, document = message.get("photo"), message.get("document")
        medium = photo[-1] if isinstance(photo, list) else document
        if not isinstance(medium, dict):
            return ()
        stored = self.server.files.found(medium["file_id"])
        return ((stored.name, stored.content),)

    # what people do, on the server's thread

    def written(self, chat: Chat, user: Json, content: Json, reply_to: int | None) -> int:
        """A person's message, told to the bot where it may see it."""
        chat.started = True
        if reply_to is not None:
            content = {**content, "reply_to_message": chat.messages[reply_to]}
        message = self.server.chats.message(chat, user, content)
        if self._visible(chat, message):
            self.server.updates.add("message", dict(message))
        return int(str(message["message_id"]))

    def changed(self, chat: Chat, message_id: int, content: Json) -> None:
        """A person's message that they changed."""
        message = chat.messages[message_id]
        message.update(content, edit_date=int(self.server.clock().timestamp()))
        if self._visible(chat, message):
            self.server.updates.add("edited_message", dict(message))

    def pressed(self, chat: Chat, user: Json, message: Json, data: str) -> str:
        """A person's press on a button."""
        query_id = f"9{next(self.server.chats.numbers):017}"
        self.server.chats.presses[query_id] = (int(str(user["id"])), self.server.clock())
        standing = chat.messages.get(int(str(message["message_id"])), message)
        query: Json = {"id": query_id, "from": user, "chat_instance": str(chat.id), "data": data}
        self.server.updates.add("callback_query", {**query, "message": dict(standing)})
        return query_id

    def blocked(self, chat: Chat, user: Json, *, blocked: bool) -> None:
        """A person who blocks the bot, or no longer."""
        chat.blocked = blocked
        member: Json = {"status": "member", "user": self.server.chats.bot}
        kicked: Json = {"status": "kicked", "user": self.server.chats.bot, "until_date": 0}
        old, new = (member, kicked) if blocked else (kicked, member)
        date = int(self.server.clock().timestamp())
        change: Json = {"chat": chat.as_json(), "from": user, "date": date}
        self.server.updates.add("my_chat_member", {**change, "old_chat_member": old, "new_chat_member": new})

    def migrated(self, group: Group, *, announced: bool) -> Group:
        """A group that became a supergroup, with the two service messages about it."""
        old = group.chat
        new = Chat(
            -1_000_000_000_000 + old.id, "supergroup", old.title, dict(old.people), set(old.admins), started=True
        )
        self.server.chats.open(new)
        old.moved_to = new.id
        if announced:
            author = next(iter(old.people.values()))
            for chat, content in ((old, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": old.id})):
                self.server.updates.add("message", self.server.chats.message(chat, author, dict(content)))
        return Group(self, new)

    def _visible(self, chat: Chat, message: Json) -> bool:
        """Whether the bot sees a message: in groups with privacy mode only commands, mentions and replies to it."""
        if not chat.is_group or not self.server.privacy:
            return True
        quoted = message.get("reply_to_message")
        if isinstance(quoted, dict) and quoted["from"] == self.server.chats.bot:
            return True
        text = str(message.get("text") or message.get("caption") or "")
        named = text.partition(" ")[0].partition("@")[2]
        if text.startswith("/"):
            return named in {"", BOT_NAME}
        return f"@{BOT_NAME}" in text


__all__ = ["Fake", "Group", "Heard", "Person"]
