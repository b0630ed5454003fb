"""Lets the platform post updates to us. It is answered as soon as the update is kept, and the work follows."""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiohttp import web

from bot import wording_telegram as wording
from bot.channels.telegram.configured import TelegramSettings
from bot.channels.telegram.insisting import Say, insist
from bot.channels.telegram.routes import UPDATES
from bot.problem import StartProblem
from storage import StorageProblem

logger = logging.getLogger(__name__)

Json = dict[str, Any]

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 1_000_000  # bytes of one update
AT_ONCE = 40  # connections that the platform may use


class Webhook:
    """A small server behind the public address."""

    def __init__(self, settings: TelegramSettings, take: Callable[[list[Json]], Awaitable[None]]) -> None:
        assert settings.url is not None
        self._settings, self._take, self._url = settings, take, settings.url
        application = web.Application(client_max_size=LARGEST)
        application.router.add_post(urlsplit(settings.url).path or "/", self._receive)
        self._runner = web.AppRunner(application, access_log=None)

    async def open(self) -> None:
        """Begin to listen. Raises StartProblem where somebody else does there."""
        host, port = self._settings.host, self._settings.port
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            raise StartProblem(wording.PORT_TAKEN.format(host=host, port=port, why=error.strerror)) from error

    async def announce(self, bot: Bot, say: Say) -> None:
        """Tell the platform the address. Raises StartProblem where it does not like it."""
        call = partial(bot.set_webhook, self._url, secret_token=self._settings.secret, allowed_updates=UPDATES)
        try:
            await insist(partial(call, max_connections=AT_ONCE), say)
        except TelegramBadRequest as error:
            raise StartProblem(wording.NO_WEBHOOK.format(why=error.message)) from error

    async def close(self) -> None:
        """Take no more; what is being taken is finished."""
        await self._runner.cleanup()

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self._settings.secret.encode()):
            logger.warning("a post without the secret was refused")
            return web.Response(status=401)
        try:
            update = json.loads(await request.read())
            update["update_id"] = int(update["update_id"])
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        try:
            await self._take([update])
        except StorageProblem:
            return web.Response(status=503)  # the platform keeps it and posts it again
        return web.Response()
