"""The peer: an aiogram bot that echoes, as its documentation writes one.

python -m tests.bench.telegram.echo BASE TOKEN [URL HOST:PORT]     polls; with a URL it takes posts there
"""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web


async def echo(message: Message) -> None:
    """Say it again."""
    await message.answer(message.text or "")


async def main(base: str, token: str, url: str = "", listen: str = "") -> None:
    """Serve until killed."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    if not url:
        await dispatcher.start_polling(bot)
        return
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(app, path="/telegram")
    runner = web.AppRunner(app)
    await runner.setup()
    host, _, port = listen.partition(":")
    await web.TCPSite(runner, host, int(port)).start()
    await bot.set_webhook(url)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
