"""Who waits is told what became of their message, and it is counted as that, no sooner than it is certain."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import cast

import pytest

from bot import turn
from bot.channels.telegram import desk as desks
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.desk import Desk
from bot.watch.outcome import outcome_of
from handlers.assistant import Assistant
from handlers.message import Answer, Message
from policies.library import load_library
from storage import Database, open_database

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


class Counted:
    """What was counted, and whether it was durable by then."""

    def __init__(self) -> None:
        self.outcomes: list[str] = []

    def turned(self, answer: Answer, seconds: float) -> None:
        """Note it."""
        assert seconds > 0
        self.outcomes.append(outcome_of(answer))


def given_up(database: Database) -> None:
    """A turn in which SQLite gives up the transaction, as it does when the disk fails."""
    with database.turn(NOW) as turn:
        turn._connection.exec_driver_sql("ROLLBACK")


def test_a_turn_whose_shared_commit_fails_is_counted_as_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "LONGEST", 60.0)
    database, counted = open_database(tmp_path / "answering.db"), Counted()
    answerer = partial(turn.answer, Assistant(database, load_library()))

    async def told(*, broken: bool) -> list[Answer]:
        desk = Desk(database)
        answering = Answering(answerer, desk, counted)
        others = [desk.do(partial(given_up, database))] if broken else []
        people = (answering.answer(Message(user, NOW, text="我在常州工作")) for user in ("1", "2"))
        answers = await asyncio.gather(*people, *others, return_exceptions=True)
        await desk.close()
        return cast("list[Answer]", answers[:2])

    answered = asyncio.run(told(broken=False))
    assert [answer.error for answer in answered] == [None] * 2
    assert counted.outcomes == ["answered"] * 2
    failed = asyncio.run(told(broken=True))
    assert [answer.error and answer.error.code for answer in failed] == ["storage_unreachable"] * 2
    assert counted.outcomes == ["answered"] * 2 + ["failed"] * 2
    database.close()
