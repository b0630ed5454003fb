"""Pushing to a webhook: the secret goes along, what is refused comes again, only so many at once."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter
from pathlib import Path

from aiohttp import web

from tests.telegram.fake import Fake
from tests.telegram.fake.webhook import SECRET
from tests.telegram.fake_tests.raw import aiogram, run


class Hook:
    """A webhook that refuses every update the first time, and notes what came."""

    def __init__(self) -> None:
        self.came: list[tuple[int, str | None]] = []
        self.flying = self.most = 0

    async def take(self, request: web.Request) -> web.Response:
        self.flying += 1
        self.most = max(self.most, self.flying)
        await asyncio.sleep(0.01)
        self.flying -= 1
        number = (await request.json())["update_id"]
        first = number not in {known for known, _ in self.came}
        self.came.append((number, request.headers.get(SECRET)))
        return web.Response(status=503 if first else 200)


def test_updates_are_pushed_until_they_are_taken(fake: Fake) -> None:
    hook = Hook()
    person = fake.person()

    async def work() -> None:
        app = web.Application()
        app.router.add_post("/hook", hook.take)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        fake.server.webhook.behind["bot.example.org"] = "{}:{}".format(*runner.addresses[0])
        async with aiogram(fake) as bot:
            await bot.set_webhook("https://bot.example.org/hook", secret_token="s3cret", max_connections=3)
        for number in range(9):
            person.says(str(number))
        while len(hook.came) < 18:
            await asyncio.sleep(0.01)
        await runner.cleanup()

    run(work)
    assert {secret for _, secret in hook.came} == {"s3cret"}
    assert sorted(Counter(number for number, _ in hook.came).values()) == [2] * 9
    assert hook.most == 3
    assert fake.do(lambda: fake.server.updates.waiting) == {}


def test_it_runs_as_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "tests.telegram.fake", "--port", "0"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3]
    ) as process:
        out, _ = process.communicate("你好\n[没有]\n", timeout=30)
    assert out.startswith("base http://127.0.0.1:")
    assert process.returncode == 0
