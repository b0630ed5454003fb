"""The network is down for hours, sometimes in the middle of a reply: all arrives, each piece once and in its order."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.telegram.carrying import Noted
from bot.channels.telegram.clerk import Clerk
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.drainer import Drainer
from bot.channels.telegram.letters import Letter, letters
from bot.channels.telegram.outcomes import SENT, Fate, Outcome
from bot.channels.telegram.pace import Pace
from handlers.message import Reply
from storage import Database, open_database
from storage.outbox import Label

START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
LONG = Reply("<很长的一行>\n" * 700, to_user="7")
SHORT = Reply("还差10学时", to_user="7")
STEP = timedelta(minutes=10)


@dataclass
class Network:
    """Carries so many letters and then none, until it is back."""

    left: float
    came: list[str] = field(default_factory=list)
    tried: int = 0

    async def send(self, _chat: int, letter: Letter, noted: Noted) -> Outcome:
        self.tried += 1
        if self.left <= 0:
            return Outcome(Fate.FAILED, "no route")
        self.left -= 1
        self.came.append(letter.html)
        await noted()
        return SENT

    async def edit(self, chat: int, _card: int, letter: Letter, noted: Noted) -> Outcome:
        return await self.send(chat, letter, noted)


@pytest.mark.parametrize("hours", [1, 8])
@pytest.mark.parametrize("before", [0, 1, 2])
def test_after_hours_without_a_network_everything_arrives_once(hours: int, before: int, tmp_path: Path) -> None:
    database = open_database(tmp_path / "x.db")
    with database.turn(START) as turn:
        for reply in (LONG, SHORT):
            turn.outbox.put(Label("7", None), reply.as_json(), START)
    network = Network(before)
    asyncio.run(lived(database, network, hours))
    assert network.came == [letter.html for reply in (LONG, SHORT) for letter in letters(reply)]
    assert network.tried - len(network.came) < 20
    with database.turn(START) as turn:
        assert turn.backlog().waiting == 0
    database.close()


async def lived(database: Database, network: Network, hours: int) -> None:
    """A serving process's outbox from the break until some hours after it; every step a new process goes on."""
    now = START
    while now < START + timedelta(hours=hours + 3):
        if now >= START + timedelta(hours=hours):
            network.left = float("inf")
        at = now
        desk = Desk(database)
        clerk = Clerk(database, lambda at=at: at, desk)  # type: ignore[misc]
        await Drainer(clerk, network, Pace(), lambda at=at: at).empty()  # type: ignore[misc]
        await clerk.close()
        await desk.close()
        now += STEP
