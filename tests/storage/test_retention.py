"""What is of no use any more is forgotten: wrong join codes after their hour, what the daily round of the bot finds."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.channels.telegram.clerk import Clerk
from bot.channels.telegram.desk import Desk
from storage import Database
from storage.employers.joining import MOST_TRIES, Codes
from storage.inbox import Update
from storage.outbox import Label
from storage.tables import INBOX, JOIN_TRY, METADATA, OUTBOX, UNREAD


def counted(database: Database, now: datetime, *names: str) -> list[int]:
    with database.turn(now) as turn:
        tables = [METADATA.tables[name] for name in names]
        return [int(turn._connection.execute(select(func.count()).select_from(each)).scalar_one()) for each in tables]


def test_wrong_codes_count_for_an_hour_and_are_forgotten_then(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        turn.people("甲").add_stay("常州")
        account = int(turn._connection.exec_driver_sql("SELECT id FROM account").scalar_one())
        for _ in range(MOST_TRIES):
            Codes(turn._connection, now).note_wrong(account)
        assert not Codes(turn._connection, now).may_try(account)
    later = now + timedelta(hours=1)
    with database.turn(later) as turn:
        assert Codes(turn._connection, later).may_try(account)
        Codes(turn._connection, later).note_wrong(account)
    assert counted(database, later, JOIN_TRY.name) == [1]


def test_the_daily_round_forgets_what_is_over(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        turn.inbox.keep([Update("1", "{}"), Update("2", "{}")], now)
        turn.inbox.done(["1"])
        turn.outbox.put(Label("7", None), {"text": "还差10学时"}, now)
        turn.shapes.count("某0")

    async def tidied(at: datetime) -> list[int]:
        desk = Desk(database)
        clerk = Clerk(database, lambda: at, desk)
        await clerk.tidy()
        await clerk.close()
        await desk.close()
        return counted(database, at, INBOX.name, OUTBOX.name, UNREAD.name)

    assert asyncio.run(tidied(now + timedelta(days=2))) == [2, 1, 1]
    assert asyncio.run(tidied(now + timedelta(days=4))) == [1, 1, 1]  # what is undone or unsent is never forgotten
    assert asyncio.run(tidied(now + timedelta(days=500))) == [1, 1, 0]
