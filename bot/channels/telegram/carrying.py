"""How a reply goes out, whichever library carries it: in place of a shown card, or piece by piece from where the last
attempt stopped."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.channels.telegram.letters import Letter, letters
from bot.channels.telegram.outcomes import SENT, Fate, Outcome
from handlers.message import Reply


class Carrier(Protocol):
    """A library that makes one call of the Bot API. What goes wrong is an outcome, never an error."""

    async def send(self, chat: int, letter: Letter) -> Outcome:
        """A new message."""

    async def edit(self, chat: int, card: int, letter: Letter) -> Outcome:
        """New words and buttons for a message that is there."""


Arrived = Callable[[int], Awaitable[None]]


async def carry(carrier: Carrier, chat: str, reply: Reply, parts: int, arrived: Arrived) -> Outcome:
    """Say it there; `parts` of it have arrived before, and `arrived` is told of each but the last."""
    each = letters(reply)
    if reply.card and len(each) == 1 and each[0].file is None:
        outcome = await carrier.edit(int(chat), int(reply.card), each[0])
        if outcome.fate is not Fate.DROPPED:
            return outcome  # else it cannot be edited any more: it is sent anew
    for number, letter in enumerate(each[parts:], parts + 1):
        outcome = await carrier.send(int(chat), letter)
        if outcome.fate is not Fate.SENT:
            return outcome
        if number < len(each):
            await arrived(number)
    return SENT
