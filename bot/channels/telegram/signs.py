"""Messages that say how far something is, each edited in place. They are only signs: one that cannot be sent is left
out, one that a restart forgot is begun anew."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot import wording_telegram as wording
from bot.channels.telegram.pace import Pace
from handlers.message import Message

logger = logging.getLogger(__name__)

EVERY = 3.0  # seconds between two edits
WORTH_IT = 500  # people in a file; fewer are done before anybody has read how far it is


class Signs:
    """The signs that stand in private chats now, each under a key of its own."""

    def __init__(self, bot: Bot, pace: Pace) -> None:
        self._bot, self._pace = bot, pace
        self._loop = asyncio.get_running_loop()
        self._shown: dict[str, tuple[int, str]] = {}
        self._worked: dict[str, float] = {}

    async def show(self, user: str, key: str, words: str) -> None:
        """Send the message, or edit it where its words have changed."""
        card, before = self._shown.get(key, (0, ""))
        if words == before or self._pace.wait(user):
            return
        try:
            with self._pace.counted(user):
                if card:
                    await self._bot.edit_message_text(words, chat_id=int(user), message_id=card)
                else:
                    card = (await self._bot.send_message(int(user), words)).message_id
        except (AiogramError, OSError) as error:
            logger.info("a sign could not be shown: %s", type(error).__name__)
            return
        self._shown[key] = (card, words)

    def forget(self, key: str) -> None:
        """The next one of that key is a new message."""
        self._shown.pop(key, None)

    def working(self, message: Message, count: int, of: int) -> None:
        """How far a file is that somebody waits for; called in the thread that makes it."""
        waits = count < of and monotonic() - self._worked.get(message.user, 0) < EVERY
        if of < WORTH_IT or message.group is not None or waits:
            return
        self._worked[message.user] = monotonic()
        words = wording.WORKING.format(count=count, of=of)
        asyncio.run_coroutine_threadsafe(self._work_shown(message.user, words, last=count == of), self._loop)

    async def _work_shown(self, user: str, words: str, *, last: bool) -> None:
        key = f"work:{user}"
        await self.show(user, key, words)
        if last:
            self.forget(key)
