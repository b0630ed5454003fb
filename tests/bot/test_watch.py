"""Metrics count what happened, health says what is missing, and logs name their turn but nothing that was written."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import cast

import aiohttp
import pytest

from bot import logs, turn
from bot.watch.endpoint import application, listen
from bot.watch.metrics import Figure, Metrics
from bot.watch.outcome import OUTCOMES, outcome_of
from bot.watch.status import followed, missing
from handlers.assistant import Assistant
from handlers.message import Answer, EntryView, Message, Problem, Reply
from storage import dialect, open_database

NUMBER = "13912345678"  # whole: three digits of it may stand in any figure
SAID = Answer((Reply("好", to_user="u"),), intent="balance")
ENTRY = EntryView("1", "paper", 2025, None, "professional", Decimal(10), Decimal(10), "d", "a")
EACH = {
    "failed": replace(SAID, error=Problem("internal", "x")),
    "posted": replace(SAID, intent="record", posted=(ENTRY,), asks=("count",)),
    "removed": replace(SAID, intent="undo", removed=("1",)),
    "asked": replace(SAID, intent="record", asks=("count",)),
    "held_back": replace(SAID, intent="record"),
    "not_understood": replace(SAID, intent="unknown"),
    "answered": SAID,
    "silent": Answer(),
}


class Says:
    """An assistant that always answers the same."""

    def answer(self, _message: Message) -> Answer:
        logging.getLogger("somewhere").warning("on the way")
        return EACH["posted"]


def test_every_outcome_has_its_word() -> None:
    assert {word: outcome_of(answer) for word, answer in EACH.items()} == {word: word for word in OUTCOMES}


def test_turns_are_counted_and_timed() -> None:
    metrics = Metrics()
    metrics.follow(lambda: [Figure("xueshi_outbox_waiting", "What waits", 7.0)])
    for _ in range(3):
        metrics.turned(EACH["posted"], 0.002)
    text = metrics.text().decode()
    assert 'xueshi_turns_total{intent="record",outcome="posted"} 3.0' in text
    assert "xueshi_turn_seconds_count 3.0" in text
    assert "xueshi_entries_posted_total 3.0" in text
    assert "xueshi_outbox_waiting 7.0" in text


def test_a_database_that_does_not_answer_is_not_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialect, "_PRAGMAS", ())  # so that nobody waits for the lock
    now = datetime(2026, 11, 20, tzinfo=UTC)
    database = open_database(f"sqlite:///{tmp_path / 'x.db'}?timeout=0")
    metrics = followed(database, lambda: now)
    assert missing(database, lambda: now) is None
    with closing(sqlite3.connect(tmp_path / "x.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        assert missing(database, lambda: now) == "database: locked"
        assert b"xueshi_outbox_age_seconds NaN" in metrics.text()
    assert missing(database, lambda: now) is None
    assert b"xueshi_outbox_age_seconds 0.0" in metrics.text()
    database.close()


def test_health_over_http() -> None:
    missing: list[str | None] = ["the database cannot be reached", None]

    async def visit() -> list[tuple[int, str]]:
        runner = await listen(application(Metrics(), lambda: missing.pop(0)), "127.0.0.1", 0)
        host, port = runner.addresses[0][:2]
        found = []
        async with aiohttp.ClientSession() as session:
            for path in ("healthz", "readyz", "readyz", "metrics", "elsewhere"):
                async with session.get(f"http://{host}:{port}/{path}") as got:
                    found.append((got.status, (await got.text()).partition("\n")[0]))
        await runner.cleanup()
        return found

    alive, not_ready, ready, figures, nowhere = asyncio.run(visit())
    assert (alive, ready) == ((200, "ok"), (200, "ok"))
    assert not_ready == (503, "the database cannot be reached")
    assert (figures[0], nowhere[0]) == (200, 404)


def test_a_log_line_names_its_turn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", logging.WARNING)
    logs.log_to_stderr(logging.INFO, as_json=True)
    message = Message("u", datetime(2026, 11, 20, tzinfo=UTC), text=f"我的电话是{NUMBER}")
    turn.answer(cast("Assistant", Says()), message)
    written = capsys.readouterr().err
    lines = [json.loads(line) for line in written.splitlines()]
    assert [line["level"] for line in lines] == ["WARNING", "INFO"]
    assert lines[0]["turn"] == lines[1]["turn"] != logs.NO_TURN
    assert lines[1]["message"].startswith("record, posted, ")
    assert NUMBER not in written


class Repeats:
    """An assistant that fails as libraries do: the error repeats what it was given, and so does the one before it."""

    def answer(self, message: Message) -> Answer:
        try:
            return int(message.text or "")  # type: ignore[return-value]
        except ValueError as error:
            raise KeyError(message.text) from error


@pytest.mark.parametrize("as_json", [False, True])
def test_an_error_is_logged_without_what_was_written(
    as_json: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", logging.WARNING)
    logs.log_to_stderr(logging.INFO, as_json=as_json)
    message = Message("u", datetime(2026, 11, 20, tzinfo=UTC), text=f"我的电话是{NUMBER}")
    assert turn.answer(cast("Assistant", Repeats()), message).error is not None
    written = capsys.readouterr().err
    assert NUMBER not in written
    assert "电话" not in json.dumps(written, ensure_ascii=False)
    assert "ValueError" in written
    assert "KeyError" in written
    assert "test_watch.py" in written
