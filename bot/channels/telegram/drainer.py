"""Empties the outbox: what nobody waits for, and what the live channel could not send or a crash left behind."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

from bot.channels.telegram.carrying import Arrived, Carrier, carry
from bot.channels.telegram.clerk import Clerk, Clock
from bot.channels.telegram.outcomes import SENT, Fate, Outcome, written
from bot.channels.telegram.pace import Pace
from handlers.message import Reply
from storage import StorageProblem
from storage.outbox import REPLY, Parcel

logger = logging.getLogger(__name__)

AT_HAND = 40  # parcels that wait for their turn at a time
CLAIM = timedelta(minutes=5)  # longer than a parcel at hand waits and is tried
PATIENCE = 3.0  # seconds that a parcel may wait at hand; longer, and it goes back
LONGEST_SLEEP = 5.0  # seconds, since other processes lay parcels down too


class Drainer:
    """Sends what is due, many at a time, replies to each chat one at a time."""

    def __init__(self, clerk: Clerk, carrier: Carrier, pace: Pace, clock: Clock) -> None:
        self._clerk, self._carrier, self._pace, self._clock = clerk, carrier, pace, clock
        self._at_hand: set[asyncio.Task[None]] = set()
        self._replying = set[str]()
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Something was laid down."""
        self._woken.set()

    def replies_to(self, chat: str) -> bool:
        """Whether a reply to that chat is at hand: what is said there now comes after it."""
        return chat in self._replying

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._woken.clear()
            if not await self.round():
                await self._sleep()

    async def empty(self) -> None:
        """Until nothing is due any more; what must wait longer is left for the next time."""
        while await self.round():
            pass
        await self.finish()

    async def round(self) -> bool:
        """Take up what is due; False where there was nothing and nothing is at hand."""
        if len(self._at_hand) > AT_HAND // 2:
            await asyncio.wait(self._at_hand, return_when=asyncio.FIRST_COMPLETED)
            return True
        until, most = self._clock() + CLAIM, AT_HAND - len(self._at_hand)
        try:
            parcels = await self._clerk.ask(lambda turn: turn.outbox.claim(until, most))
        except StorageProblem:
            return False
        for parcel in parcels:
            self._take(parcel)
        if not parcels and self._at_hand:
            # a chat's next parcel becomes due when the one at hand is settled
            await asyncio.wait(self._at_hand, return_when=asyncio.FIRST_COMPLETED)
        return bool(parcels or self._at_hand)

    async def finish(self) -> None:
        """Wait for what is at hand."""
        if self._at_hand:
            await asyncio.wait(self._at_hand)

    def _take(self, parcel: Parcel) -> None:
        task = asyncio.create_task(self._send(parcel))
        self._at_hand.add(task)
        task.add_done_callback(self._at_hand.discard)
        if parcel.kind == REPLY:
            self._replying.add(parcel.chat)
            task.add_done_callback(lambda _: self._replying.discard(parcel.chat))

    async def _send(self, parcel: Parcel) -> None:
        wait = self._pace.wait(parcel.chat)
        if wait > PATIENCE:
            at = self._clock() + timedelta(seconds=wait)
            await self._clerk.ask(lambda turn: turn.outbox.put_off(parcel.id, at))
            return
        reply = Reply.from_json(parcel.body)
        try:
            outcome = await carry(self._carrier, parcel.chat, reply, parcel.parts, self._arrived(parcel))
        except Exception as error:
            logger.exception("parcel %d failed", parcel.id)
            outcome = Outcome(Fate.FAILED, type(error).__name__)
        if outcome is SENT:
            return
        if outcome.fate in {Fate.DROPPED, Fate.UNREACHABLE}:
            logger.warning("parcel %d is %s: %s", parcel.id, outcome.fate.value, outcome.why)
        await self._clerk.ask(written(parcel, outcome, self._clock()))

    def _arrived(self, parcel: Parcel) -> Arrived:
        """Notes how much of a parcel has arrived."""

        async def note(parts: int | None) -> None:
            try:
                if parts is None:
                    await self._clerk.ask(lambda turn: turn.outbox.sent([parcel.id]))
                else:
                    await self._clerk.ask(lambda turn: turn.outbox.arrived(parcel.id, parts))
            except StorageProblem:
                if parts is None:  # it is gone, and must not go out again
                    self._clerk.settle(None, [parcel.id])

        return note

    async def _sleep(self) -> None:
        now = self._clock()
        try:
            due = await self._clerk.ask(lambda turn: turn.outbox.next_due())
        except StorageProblem:
            due = None
        pause = LONGEST_SLEEP if due is None else min(max((due - now).total_seconds(), 0.05), LONGEST_SLEEP)
        try:
            await asyncio.wait_for(self._woken.wait(), pause)
        except TimeoutError:
            return
