"""Tells who ordered a broadcast how far it is, in one message that is edited in place, and in the end what came of it.

The report is laid into the outbox under a key of its own, so it goes out once whatever happens.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from bot.channels.telegram.clerk import Clerk, Clock
from bot.channels.telegram.signs import Signs
from handlers.employers.broadcast.report import Progress, reports_due, under_way
from handlers.posting import lay_down
from storage import StorageProblem
from storage.database import Turn

LOOKS = 3.0  # seconds between looks: as often as the message is edited
WORTH_IT = 20  # messages of a broadcast; fewer have arrived before anybody has read how far they are


class Herald:
    """Watches the broadcasts that are on their way."""

    def __init__(self, clerk: Clerk, signs: Signs, clock: Clock, wake: Callable[[], None]) -> None:
        """`wake` is called when something was laid into the outbox."""
        self._clerk, self._signs, self._clock, self._wake = clerk, signs, clock, wake

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
                await self._signs.show(progress.user, f"broadcast:{progress.order}", progress.text)

    def _noted(self, turn: Turn) -> tuple[list[Progress], int]:
        due = list(reports_due(turn))
        deque(lay_down(turn.outbox, due, self._clock), maxlen=0)
        return under_way(turn), len(due)
