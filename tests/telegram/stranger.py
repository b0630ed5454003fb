"""A Bot API that nobody here wrote: npm's telegram-test-api, behind a proxy that repairs what bots stumble over.

It has no long poll and no offset, leaves out `is_bot` and `chat_instance`, gives milliseconds for seconds and null for
true, and knows only messages, edits of text and keyboard, presses and webhooks.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import threading
import time
import urllib.request
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.telegram.fake import TOKEN

PACKAGE = "telegram-test-api@4.2.1"
SCRIPT = """
const TelegramServer = require('telegram-test-api');
const server = new TelegramServer({ port: Number(process.argv[2]), host: '127.0.0.1' });
server.start().then(() => console.log('ready'));
"""
SLOW_POLL = 0.05  # seconds that an empty answer is kept back
Json = dict[str, Any]


def installed(folder: Path) -> bool:
    """Whether the package is in the folder; it is put there the first time, where npm can."""
    if (folder / "node_modules" / "telegram-test-api").is_dir():
        return True
    if not shutil.which("node") or not shutil.which("npm"):
        return False
    command = [
        "npm",
        "install",
        "--prefix",
        str(folder),
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--fetch-retries=0",
        PACKAGE,
    ]
    try:
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


class Stranger:
    """The emulator's process and the proxy before it; `base` is where bots are pointed."""

    def __init__(self, folder: Path, port: int) -> None:
        self._port = port
        script = folder / "server.js"
        script.write_text(SCRIPT, encoding="utf-8")
        self._node = subprocess.Popen(["node", str(script), str(port)], stdout=subprocess.PIPE, cwd=folder)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self.base = ""

    def __enter__(self) -> Self:
        assert self._node.stdout is not None
        assert self._node.stdout.readline() == b"ready\n"
        self._thread.start()
        self._runner = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        self._node.terminate()
        self._node.communicate(timeout=10)

    async def _start(self) -> web.AppRunner:
        application = web.Application()
        application.router.add_route("*", "/bot{token}/{method}", self._repaired)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.base = "http://{}:{}".format(*runner.addresses[0])
        return runner

    async def _repaired(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        as_json = request.content_type == "application/json"
        fields: Json = {**request.query, **(await request.json() if as_json else await request.post())}
        said: Json = {"json": fields} if as_json else {"data": fields}
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"http://127.0.0.1:{self._port}/bot{TOKEN}/{method}", **said) as response,
        ):
            answer = repaired(method, await response.json(content_type=None))
        if method == "getUpdates" and not answer["result"]:
            await asyncio.sleep(SLOW_POLL)
        return web.json_response(answer)

    def asks(self, path: str, body: Mapping[str, object]) -> Json:
        """What the emulator's own client says to it."""
        url, data = f"http://127.0.0.1:{self._port}/{path}", json.dumps(body).encode()
        request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as response:
            answer: Json = json.load(response)
        return answer


def repaired(method: str, answer: Json) -> Json:
    """An answer as the real server would give it."""
    result = answer.get("result")
    if not answer.get("ok") or not isinstance(result, dict | list):
        return {"ok": True, "result": True}  # a method that it does not know, or null for true
    if method == "getUpdates":
        for update in result:
            update.get("callback_query", {}).setdefault("chat_instance", "1")
    elif isinstance(result, dict):
        result.update({"is_bot": True} if method == "getMe" else {"date": int(result.get("date", 0)) // 1000})
    return {"ok": True, "result": result}


class Visitor:
    """A person there."""

    def __init__(self, stranger: Stranger, number: int) -> None:
        self._stranger = stranger
        self.id = number
        user = {"id": number, "first_name": "小王", "is_bot": False}
        self._common: Json = {
            "from": user,
            "chat": {"id": number, "first_name": "小王", "type": "private"},
            "botToken": TOKEN,
        }
        self._last: Json = {}
        self._seen: Json = {}

    def says(self, text: str, at: datetime) -> None:
        """Type something at that instant, as the message has it."""
        self._stranger.asks("sendMessage", {**self._common, "date": int(at.timestamp()), "text": text})

    def presses(self, label: str) -> None:
        """Press a button of what was heard last."""
        rows = self._last["message"]["reply_markup"]["inline_keyboard"]
        data = next(button["callback_data"] for row in rows for button in row if button["text"] == label)
        message = {**self._common, "message_id": self._last["messageId"], "date": int(time.time()), "text": "…"}
        del message["botToken"]
        self._stranger.asks("sendCallback", {**self._common, "message": message, "data": data})

    def hear(self, patience: float = 20) -> Json:
        """The next message, or what an edit made of the last one."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            history = self._stranger.asks("getUpdatesHistory", {"token": TOKEN})["result"]
            mine = [each for each in history if str(each.get("message", {}).get("chat_id")) == str(self.id)]
            if mine and mine[-1]["message"] != self._seen:
                shown = dict(mine[-1]["message"])
                if mine[-1]["messageId"] == self._last.get("messageId"):
                    # an edit leaves the buttons there that it does not name, which the real server takes away
                    old = self._seen.get("reply_markup")
                    shown = {key: value for key, value in shown.items() if key != "reply_markup" or value != old}
                self._last, self._seen = mine[-1], mine[-1]["message"]
                return shown
            time.sleep(0.02)
        raise AssertionError(f"nothing within {patience} s")
