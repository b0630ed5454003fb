"""Tells who ordered a broadcast how far it is, in one message that is edited in place, and in the end what came of it.

The report is laid into the outbox under a key of its own, so it goes out once whatever happens. The message with the
progress is only a sign: one that a restart forgot is begun anew, one that cannot be sent is left out.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.channels.telegram.clerk import Clerk, Clock
from bot.channels.telegram.pace import Pace
from handlers.employers.broadcast_report import Progress, reports_due, under_way
from handlers.posting import lay_down
from storage import StorageProblem
from storage.database import Turn

logger = logging.getLogger(__name__)

LOOKS = 3.0  # seconds between looks: as often as the message is edited
WORTH_IT = 20  # messages of a broadcast; fewer have arrived before anybody has read how far they are


class Herald:
    """Watches the broadcasts that are on their way."""

    def __init__(self, clerk: Clerk, bot: Bot, pace: Pace, clock: Clock, wake: Callable[[], None]) -> None:
        """`wake` is called when something was laid into the outbox."""
        self._clerk, self._bot, self._pace, self._clock, self._wake = clerk, bot, pace, clock, wake
        self._shown: dict[int, tuple[int, str]] = {}

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(LOOKS)
            with suppress(StorageProblem):
                await self.look()

    async def look(self) -> None:
        """Lay down the reports that are due, and show how far the others are."""
        running, reported = await self._clerk.ask(self._noted)
        if reported:
            self._wake()
        for progress in running:
            if progress.messages >= WORTH_IT:
                await self._show(progress)
        still = {progress.order for progress in running}
        self._shown = {order: shown for order, shown in self._shown.items() if order in still}

    def _noted(self, turn: Turn) -> tuple[list[Progress], int]:
        due = list(reports_due(turn))
        deque(lay_down(turn.outbox, due, self._clock), maxlen=0)
        return under_way(turn), len(due)

    async def _show(self, progress: Progress) -> None:
        """Send the message, or edit it where its words have changed."""
        card, words = self._shown.get(progress.order, (0, ""))
        chat = int(progress.user)
        if words == progress.text or self._pace.wait(progress.user):
            return
        try:
            with self._pace.counted(progress.user):
                if card:
                    await self._bot.edit_message_text(progress.text, chat_id=chat, message_id=card)
                else:
                    card = (await self._bot.send_message(chat, progress.text)).message_id
        except (AiogramError, OSError) as error:
            logger.info("how far broadcast %d is could not be shown: %s", progress.order, type(error).__name__)
            return
        self._shown[progress.order] = (card, progress.text)
