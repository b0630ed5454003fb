"""`xueshi tick`: one round for those who let another program keep the clock. Everything that is due goes out, and the
program ends. It needs no aiogram, whose import takes seconds."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from bot import assemble
from bot import wording_telegram as wording
from bot.channels.telegram.carrier_ptb import PtbCarrier
from bot.channels.telegram.clerk import Clerk
from bot.channels.telegram.configured import TelegramSettings
from bot.channels.telegram.desk import Desk
from bot.channels.telegram.drainer import Drainer
from bot.channels.telegram.pace import Pace
from bot.settings import Settings
from handlers.message import Message
from storage import Database


def run(settings: Settings, database: str) -> str:
    """Send what is due, from the database at that address; what to say of it. Raises StartProblem."""
    opened = assemble.opened(settings, database)
    try:
        answer = assemble.answerer_over(opened, settings, utc)(Message("", utc(), tick=True))
        asyncio.run(emptied(settings.telegram, opened))
    finally:
        opened.close()
    return answer.error.message if answer.error else wording.TICKED


async def emptied(settings: TelegramSettings, database: Database) -> None:
    """Send all that is due in the outbox."""
    pace = Pace()
    desk = Desk(database)
    clerk, carrier = Clerk(database, utc, desk), PtbCarrier(settings, pace)
    try:
        await Drainer(clerk, carrier, pace, utc).empty()
    finally:
        await clerk.close()
        await desk.close()
        await carrier.close()


def utc() -> datetime:
    """The clock."""
    return datetime.now(UTC)
