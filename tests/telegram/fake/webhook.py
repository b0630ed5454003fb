"""Updates pushed to a webhook: at most so many in flight, with the secret header, again until a 2xx comes back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

import aiohttp

from tests.telegram.fake.refusal import Json
from tests.telegram.fake.updates import Updates

SECRET = "X-Telegram-Bot-Api-Secret-Token"
AGAIN_AFTER = 0.2  # seconds before a refused update is offered again; the real server waits longer


@dataclass(slots=True)
class Webhook:
    """Pushes what waits in `updates` while a webhook is set. `behind` maps public hosts to where they are served
    here, as a reverse proxy would; `reply` carries out a call that came as the answer to a post."""

    updates: Updates
    reply: Callable[[Json], Awaitable[object]]
    behind: dict[str, str] = field(default_factory=dict)
    statuses: list[int] = field(default_factory=list)
    _flying: set[int] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def run(self) -> None:
        """Push for ever."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(60)) as session:
            while True:
                hook = self.updates.webhook
                for number in self._next(hook):
                    self._flying.add(number)
                    task = asyncio.create_task(self._push(session, number, dict(hook or {})))
                    self._tasks.add(task)
                    task.add_done_callback(self._tasks.discard)
                await self.updates.news(1)

    def _next(self, hook: Json | None) -> list[int]:
        if hook is None:
            return []
        room = int(str(hook.get("max_connections") or 40)) - len(self._flying)
        return [number for number in sorted(self.updates.waiting) if number not in self._flying][: max(room, 0)]

    async def _push(self, session: aiohttp.ClientSession, number: int, hook: Json) -> None:
        update = self.updates.waiting.get(number)
        try:
            if update is not None and await self._taken(session, update, hook):
                self.updates.done(number)
            else:
                await asyncio.sleep(AGAIN_AFTER)
        finally:
            self._flying.discard(number)
            self.updates.wake()

    async def _taken(self, session: aiohttp.ClientSession, update: Json, hook: Json) -> bool:
        headers = {SECRET: str(hook["secret_token"])} if hook.get("secret_token") else {}
        try:
            async with session.post(self.where(str(hook["url"])), json=update, headers=headers) as response:
                self.statuses.append(response.status)
                body = await response.read()
                if response.content_type == "application/json" and body.startswith(b"{") and b'"method"' in body:
                    await self.reply(await response.json())
                return 200 <= response.status < 300
        except (aiohttp.ClientError, TimeoutError):
            self.statuses.append(0)
            return False

    def where(self, url: str) -> str:
        """The address on this machine behind a public one."""
        parts = urlsplit(url)
        local = self.behind.get(parts.netloc)
        return urlunsplit(("http", local, parts.path, parts.query, "")) if local else url
