"""Answers somebody who waits: a typing sign when it takes longer, the replies at
once. What cannot be sent now is left to the drainer."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import AiogramError

from bot.channels.telegram.answering import Answering
from bot.channels.telegram.carrier_aiogram import AiogramCarrier
from bot.channels.telegram.carrying import Arrived, carry
from bot.channels.telegram.clerk import Clerk
from bot.channels.telegram.drainer import Drainer
from bot.channels.telegram.outcomes import LATER, OVER, SENT, Fate, Outcome, written
from handlers.message import Answer, Message, Reply
from handlers.posting import CLAIM
from storage import StorageProblem
from storage.outbox import Label, Parcel

logger = logging.getLogger(__name__)

MOMENT = 0.7  # seconds that people wait without a sign
CROWD = 16  # people who wait at once; with more, signs would only make all wait longer
TYPING_LASTS = 4.5  # seconds that the platform shows it


class Live:
    """One bot's conversation with whoever writes to it."""

    def __init__(self, bot: Bot, answering: Answering, clerk: Clerk, carrier: AiogramCarrier, drainer: Drainer) -> None:
        self._bot, self._answering = bot, answering
        self._clerk, self._carrier, self._drainer = clerk, carrier, drainer
        self._waiting = 0  # messages that are being answered

    async def answer(self, message: Message) -> Answer:
        """The assistant's answer; nothing is sent yet."""
        async with self._typing(int(message.group or message.user)):
            self._waiting += 1
            try:
                return await self._answering.answer(message)
            finally:
                self._waiting -= 1

    async def apologise(self, message: Message, sentence: str) -> list[int]:
        """Say why a message was not even taken in; given back is what arrived."""
        to_user = None if message.group else message.user
        return await self._laid_down(Reply(sentence, to_user=to_user, to_group=message.group))

    async def deliver(self, answer: Answer) -> list[int]:
        """Send what is ours to send; given back are the parcels that arrived."""
        arrived: list[int] = []
        late = set[str]()  # chats in which something waits: the rest must not overtake it
        for reply in answer.replies:
            if reply.parcel is not None:
                outcome = await self._parcel(reply, reply.parcel, wait=chat_of(reply) in late)
                arrived += [reply.parcel] if outcome is SENT else []
                late |= set() if outcome.fate in OVER else {chat_of(reply)}
            elif answer.error is not None:
                arrived += await self._laid_down(reply)  # the turn was given up, its words with it
            else:
                self._drainer.wake()
        return arrived

    async def _laid_down(self, reply: Reply) -> list[int]:
        """Lay a reply down that no turn has, and send it. Where nothing can be written it is sent all the same."""
        label, due = Label(reply.to_user, reply.to_group), self._clerk.now() + CLAIM
        try:
            number = await self._clerk.ask(lambda turn: turn.outbox.put(label, reply.as_json(), due, claimed=True))
        except StorageProblem:
            await carry(self._carrier, chat_of(reply), reply, 0, nothing)
            return []
        assert number is not None
        return [number] if await self._parcel(reply, number) is SENT else []

    async def _parcel(self, reply: Reply, number: int, *, wait: bool = False) -> Outcome:
        if wait or self._drainer.replies_to(chat_of(reply)):
            outcome = LATER
        else:
            outcome = await carry(self._carrier, chat_of(reply), reply, 0, self._arrived(number))
        if outcome is SENT:
            return outcome
        if outcome.fate is not Fate.SLOW_DOWN:
            logger.warning("a reply is %s: %s", outcome.fate.value, outcome.why)
        parcel = Parcel(number, {}, reply.to_user, reply.to_group)
        await self._clerk.ask(written(parcel, outcome, self._clerk.now()))
        self._drainer.wake()  # it is the drainer's now, which may have gone to sleep for longer
        return outcome

    def _arrived(self, number: int) -> Arrived:
        async def note(parts: int | None) -> None:
            if parts is not None:  # all of it is noted together with the update that it answers
                await self._clerk.ask(lambda turn: turn.outbox.arrived(number, parts))

        return note

    @asynccontextmanager
    async def _typing(self, chat: int) -> AsyncIterator[None]:
        """Show that we are at it, once it takes longer than a moment."""
        if self._waiting >= CROWD:
            yield
            return
        signs: list[asyncio.Task[None]] = []
        loop = asyncio.get_running_loop()
        due = loop.call_later(MOMENT, lambda: signs.append(loop.create_task(self._show_typing(chat))))
        try:
            yield
        finally:
            due.cancel()
            for sign in signs:
                sign.cancel()

    async def _show_typing(self, chat: int) -> None:
        while True:
            try:
                await self._bot.send_chat_action(chat, ChatAction.TYPING)
            except (AiogramError, OSError):
                return  # it is only a sign
            await asyncio.sleep(TYPING_LASTS)


async def nothing(_parts: int | None) -> None:
    """There is nothing to note."""


def chat_of(reply: Reply) -> str:
    """Where a reply goes."""
    return reply.to_group or reply.to_user or ""
