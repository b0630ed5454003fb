"""How far something is, in one message that is edited in place."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiogram import Bot

from bot.channels.telegram import signs
from bot.channels.telegram.pace import Limits, Pace
from bot.channels.telegram.signs import Signs
from handlers.message import Message

NOW = datetime(2026, 11, 20, tzinfo=UTC)


@dataclass
class Heard:
    """A bot that only notes what it is told to say."""

    said: list[tuple[str, str]] = field(default_factory=list)

    async def send_message(self, chat: int, words: str) -> Any:  # noqa: ANN401 - what the library gives
        assert chat == 5
        self.said.append(("new", words))
        return SimpleNamespace(message_id=7)

    async def edit_message_text(self, words: str, chat_id: int, message_id: int) -> None:
        assert (chat_id, message_id) == (5, 7)
        self.said.append(("edit", words))


@pytest.fixture(autouse=True)
def _no_second_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "monotonic", lambda: 1000.0)


def told(count: int, of: int, *more: int, group: str | None = None) -> list[tuple[str, str]]:
    """What was shown after so many steps of a work, told from a thread of its own."""
    heard = Heard()

    async def work() -> None:
        shown = Signs(cast("Bot", heard), Pace(Limits(chat=100)))
        for each in (count, *more):
            await asyncio.to_thread(shown.working, Message("5", NOW, group=group), each, of)
            await asyncio.sleep(0.01)

    asyncio.run(work())
    return heard.said


def test_a_long_work_is_one_message_and_its_end_is_always_shown() -> None:
    assert told(0, 1000, 250, 1000) == [("new", "⏳ 正在整理：0/1000人"), ("edit", "⏳ 正在整理：1000/1000人")]


def test_a_short_work_and_one_of_a_group_show_nothing() -> None:
    assert told(0, signs.WORTH_IT - 1) == []
    assert told(0, 1000, group="-1") == []


def test_the_same_words_are_not_sent_twice() -> None:
    heard = Heard()

    async def show() -> None:
        shown = Signs(cast("Bot", heard), Pace(Limits(chat=100)))
        for words in ("一", "一", "二"):
            await shown.show("5", "key", words)
        shown.forget("key")
        await shown.show("5", "key", "三")

    asyncio.run(show())
    assert heard.said == [("new", "一"), ("edit", "二"), ("new", "三")]
