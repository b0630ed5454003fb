"""The doctor asks Telegram whether it knows the token, and what time it is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import doctor_command
from bot.channels.telegram.acquaintance import Acquaintance, Known, acquaintance
from bot.channels.telegram.configured import TelegramSettings
from bot.doctor_command import doctor
from bot.settings import Settings
from storage import open_database
from tests.reserved import reserved
from tests.telegram.fake import Fake

WRONG = "77:AAbbccddeeffgghhiijjkkllmmnn"


@pytest.fixture
def database(tmp_path: Path) -> str:
    file = tmp_path / "x.db"
    open_database(file).close()
    return str(file)


def settings(fake: Fake, token: str) -> Settings:
    return Settings(telegram=TelegramSettings(token, api=fake.base))


def test_a_token_that_telegram_knows(fake: Fake, database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(database, settings(fake, fake.token)) == 0
    assert "✓ Telegram 令牌：@" in capsys.readouterr().out


def test_one_that_it_does_not_know(fake: Fake, database: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor(database, settings(fake, WRONG)) == 1
    told = capsys.readouterr().out
    assert "✗ Telegram 不认这个令牌（HTTP 401）" in told
    assert WRONG not in told


def test_nobody_answers(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    with reserved() as nobody:
        assert doctor(database, Settings(telegram=TelegramSettings(WRONG, api=f"http://{nobody}"))) == 1
    told = capsys.readouterr().out
    assert "✗ 连不上 Telegram（ConnectionRefusedError）" in told
    assert WRONG not in told


def test_one_that_no_bot_has_is_not_even_sent(database: str, capsys: pytest.CaptureFixture[str]) -> None:
    with reserved() as nobody:
        assert doctor(database, Settings(telegram=TelegramSettings("not a token", api=f"http://{nobody}"))) == 1
    assert "不像机器人令牌" in capsys.readouterr().out


def test_another_service_at_that_address(fake: Fake) -> None:
    elsewhere = TelegramSettings(WRONG, api=f"{fake.base}/nothing/here")
    assert acquaintance(elsewhere).known is not Known.YES


def test_a_clock_that_is_apart_from_theirs(
    database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there = datetime.now(UTC) + timedelta(minutes=90, seconds=30)
    monkeypatch.setattr(doctor_command, "acquaintance", lambda _: Acquaintance(Known.YES, "@x", there))
    given = replace(Settings(), telegram=TelegramSettings(WRONG))
    assert doctor(database, given) == 1
    assert "的差 90 分钟" in capsys.readouterr().out
