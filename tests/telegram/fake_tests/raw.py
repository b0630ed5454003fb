"""Calls by hand, and both libraries pointed at a fake."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from aiogram import Bot as AiogramBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import Bot as PtbBot

from tests.telegram.fake import Fake

T = TypeVar("T")


def call(fake: Fake, method: str, **fields: object) -> dict[str, Any]:
    """One call with JSON; the whole answer, refused or not."""
    request = urllib.request.Request(
        f"{fake.base}/bot{fake.token}/{method}",
        json.dumps(fields).encode(),
        {"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            answer: dict[str, Any] = json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            answer = json.load(error)
    return answer


def refused(fake: Fake, method: str, **fields: object) -> str:
    """The description of a refusal."""
    answer = call(fake, method, **fields)
    assert not answer["ok"], answer
    return str(answer["description"])


@asynccontextmanager
async def aiogram(fake: Fake) -> AsyncIterator[AiogramBot]:
    """An aiogram bot on the fake."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(fake.base))
    bot = AiogramBot(fake.token, session=session)
    try:
        yield bot
    finally:
        await session.close()


@asynccontextmanager
async def ptb(fake: Fake) -> AsyncIterator[PtbBot]:
    """A python-telegram-bot bot on the fake."""
    async with PtbBot(fake.token, base_url=f"{fake.base}/bot", base_file_url=f"{fake.base}/file/bot") as bot:
        yield bot


def run(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run a coroutine to its end."""
    return asyncio.run(work())
