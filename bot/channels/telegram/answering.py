"""Has a message answered at the desk, with whatever else waits; what came of it is counted when it is durable."""

from __future__ import annotations

import asyncio
from functools import partial
from time import perf_counter

from bot.channels.telegram.desk import Desk
from bot.turn import Answerer, not_kept
from bot.watch.outcome import Watch
from handlers.long_work import TakesLong
from handlers.message import Answer, Message
from storage import StorageProblem


class Answering:
    """The assistant's answers to who waits for them."""

    def __init__(self, answerer: Answerer, desk: Desk, watch: Watch) -> None:
        self._answerer, self._desk, self._watch = answerer, desk, watch

    async def answer(self, message: Message) -> Answer:
        """The answer, once all that it says is durable; nothing is sent yet."""
        started = perf_counter()
        made = await self._made(message)
        self._watch.turned(made, perf_counter() - started)
        return made

    async def _made(self, message: Message) -> Answer:
        try:
            return await self._desk.do(partial(self._answerer, message, at_once=True))
        except TakesLong:
            return await asyncio.to_thread(self._answerer, message)
        except StorageProblem as problem:
            return not_kept(message, problem)
