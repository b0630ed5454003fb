"""How a reply goes out, whichever library carries it: in place of a shown card, or piece by piece from where the last
attempt stopped."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Protocol

from bot.channels.telegram.letters import Letter, letters
from bot.channels.telegram.outcomes import SENT, Fate, Outcome
from handlers.message import Reply

Noted = Callable[[], Awaitable[None]]
Arrived = Callable[[int | None], Awaitable[None]]


class Carrier(Protocol):
    """A library that makes one call of the Bot API. What goes wrong is an outcome, never an error."""

    async def send(self, chat: int, letter: Letter, noted: Noted) -> Outcome:
        """A new message. Where it arrived, `noted` is awaited before the next call is made in its place."""

    async def edit(self, chat: int, card: int, letter: Letter, noted: Noted) -> Outcome:
        """New words and buttons for a message that is there."""


async def carry(carrier: Carrier, chat: str, reply: Reply, parts: int, arrived: Arrived) -> Outcome:
    """Say it there; `parts` of it have arrived before. `arrived` is told how many have after each, None for all."""
    each = letters(reply)
    if reply.card and len(each) == 1 and each[0].file is None:
        outcome = await carrier.edit(int(chat), int(reply.card), each[0], partial(arrived, None))
        if outcome.fate is not Fate.DROPPED:
            return outcome  # else it cannot be edited any more: it is sent anew
    for number, letter in enumerate(each[parts:], parts + 1):
        noted = partial(arrived, number if number < len(each) else None)
        outcome = await carrier.send(int(chat), letter, noted)
        if outcome.fate is not Fate.SENT:
            return outcome
    return SENT
