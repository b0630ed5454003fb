"""`xueshi serve`: the bot from its start to its graceful end."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from time import perf_counter

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer

from bot import assemble
from bot import wording_telegram as wording
from bot.channels.telegram.admins import Admins
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.carrier_aiogram import AiogramCarrier
from bot.channels.telegram.carrier_ptb import PtbCarrier
from bot.channels.telegram.clerk import Clerk, Clock
from bot.channels.telegram.commands import show_menu
from bot.channels.telegram.configured import TelegramSettings
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.drainer import Drainer
from bot.channels.telegram.herald import Herald
from bot.channels.telegram.incoming import Me
from bot.channels.telegram.insisting import Say, insist
from bot.channels.telegram.listener import Listener
from bot.channels.telegram.live import Live
from bot.channels.telegram.loop import quick_loop, stop_signal
from bot.channels.telegram.memory import settle_memory
from bot.channels.telegram.pace import Pace
from bot.channels.telegram.polling import poll
from bot.channels.telegram.routes import Routes
from bot.channels.telegram.session import JsonSession
from bot.channels.telegram.signs import Signs
from bot.channels.telegram.webhook import Webhook
from bot.clock import ticking
from bot.settings import Settings
from bot.turn import Answerer
from bot.watch.outcome import Watch
from bot.watch.status import followed, shown
from handlers.message import Message
from storage import Database, StorageProblem

THREADS = 4  # for what takes long
PATIENCE = 20  # seconds for one call
A_DAY = 86_400.0  # seconds
LEFT_BEHIND = 15.0  # seconds between looks for what another process left undone


def utc() -> datetime:
    """The clock."""
    return datetime.now(UTC)


def run(settings: Settings, database: str, say: Say) -> None:
    """Serve over the database at that address. Raises StartProblem."""
    opened = assemble.opened(settings, database)
    try:
        with asyncio.Runner(loop_factory=quick_loop()) as runner:
            runner.run(serve(settings, opened, utc, say))
    finally:
        opened.close()


async def serve(settings: Settings, database: Database, clock: Clock, say: Say) -> None:
    """Serve until a signal comes. Raises StartProblem."""
    stop = stop_signal()
    bot = connected(settings.telegram)
    with ThreadPoolExecutor(THREADS, "turn") as threads:
        try:
            me = await introduced(bot, say)
            settle_memory()
            await Serving(settings, database, clock, bot, me, threads).run(stop, say)
        finally:
            await bot.session.close()


class Serving:
    """All parts of a running bot."""

    def __init__(
        self, settings: Settings, database: Database, clock: Clock, bot: Bot, me: Me, threads: ThreadPoolExecutor
    ) -> None:
        self._settings, self._place, self._bot, self._me = settings.telegram, database.place, bot, me
        pace = Pace()
        self._ptb = PtbCarrier(settings.telegram, pace)
        self._serves_alone = database.serves_alone
        self._desk = Desk(database)
        self._clerk = Clerk(database, clock, self._desk)
        signs = Signs(bot, pace)
        metrics = followed(database, clock)
        self._shown = partial(shown, settings.status, metrics, database, clock)
        answerer = assemble.answerer_over(database, settings, clock, signs.working)
        self._drainer = Drainer(self._clerk, self._ptb, pace, clock)
        self._herald = Herald(self._clerk, signs, clock, self._drainer.wake)
        answering = Answering(answerer, self._desk, metrics)
        self._live = Live(bot, answering, self._clerk, AiogramCarrier(bot, pace), self._drainer)
        admins = Admins(bot, asyncio.get_running_loop().time)
        routes = Routes(self._live, self._clerk, admins, me)
        self._listener = Listener(self._clerk, bot, routes.dispatcher(), self._refuse)
        self._tick = lambda: ticked(answerer, clock, metrics)
        self._threads = threads

    async def run(self, stop: asyncio.Event, say: Say) -> None:
        """Until `stop` is set, then until what is at hand is done. Raises StartProblem."""
        await show_menu(self._bot)
        async with self._shown(), ticking(self._tick, self._threads, self._drainer.wake):
            await self._until(stop, say)

    async def _until(self, stop: asyncio.Event, say: Say) -> None:
        parts = (self._listen(say), self._drainer.run(), self._herald.run(), self._tidy(), stop.wait())
        tasks = [asyncio.create_task(each) for each in parts]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            say(wording.STOPPING)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._finish()
            say(wording.STOPPED)

    async def _listen(self, say: Say) -> None:
        if self._settings.url is None:
            await self._fetch(say)
        else:
            await self._be_posted(say)

    async def _fetch(self, say: Say) -> None:
        await insist(self._bot.delete_webhook, say)
        # the platform lets one process fetch, so whoever was at work on anything is gone
        await self._listener.take_up(alone=True)
        self._drainer.wake()
        say(wording.LISTENING.format(name=self._me.name, how=wording.BY_POLLING, where=self._place))
        await poll(self._bot, self._listener.take, say)

    async def _be_posted(self, say: Say) -> None:
        webhook = Webhook(self._settings, self._listener.take)
        await webhook.open()
        try:
            await webhook.announce(self._bot, say)
            how = wording.BY_WEBHOOK.format(url=self._settings.url, host=self._settings.host, port=self._settings.port)
            say(wording.LISTENING.format(name=self._me.name, how=how, where=self._place))
            # others may serve from here too: what they are at work on is theirs, until they have had long enough
            alone = self._serves_alone()
            while True:
                await self._listener.take_up(alone=alone)
                alone = False
                self._drainer.wake()
                await asyncio.sleep(LEFT_BEHIND)
        finally:
            await webhook.close()

    async def _tidy(self) -> None:
        while True:
            with suppress(StorageProblem):
                await self._clerk.tidy()
            await asyncio.sleep(A_DAY)

    async def _refuse(self, person: str) -> list[int]:
        return await self._live.apologise(Message(person, self._clerk.now()), wording.TOO_FAST)

    async def _finish(self) -> None:
        await self._listener.finish()
        await self._drainer.finish()
        await self._clerk.close()
        await self._desk.close()
        await self._ptb.close()


def ticked(answerer: Answerer, clock: Clock, watch: Watch) -> int:
    """Lay all that is due into the outbox; how much it was nobody needs to know."""
    started = perf_counter()
    watch.turned(answerer(Message("", clock(), tick=True)), perf_counter() - started)
    return 1


def connected(settings: TelegramSettings) -> Bot:
    """The library's bot; nothing is sent yet."""
    assert settings.token is not None
    session = JsonSession(api=TelegramAPIServer.from_base(settings.api), timeout=PATIENCE)
    return Bot(settings.token, session)


async def introduced(bot: Bot, say: Say) -> Me:
    """Who we are. Raises StartProblem where the token is no good."""
    user = await insist(bot.get_me, say)
    return Me(user.id, user.username or "")
