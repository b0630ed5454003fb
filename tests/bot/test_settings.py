"""Settings: from the environment and a file, and nonsense is refused with a clear sentence."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

import pytest

from bot.problem import StartProblem
from bot.settings import KEYS, Settings, read_dotenv, read_settings
from tests.bot.settings_page import page


def test_without_any_setting_everything_has_a_default() -> None:
    assert read_settings({}) == Settings(timezone="Asia/Shanghai", log_level=logging.WARNING)


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("XUESHI_TIMEZONE=Europe/London\nXUESHI_LOG=debug\n", encoding="utf-8")
    settings = read_settings({"XUESHI_TIMEZONE": "Asia/Tokyo"}, file)
    assert (settings.timezone, settings.log_level) == ("Asia/Tokyo", logging.DEBUG)


def test_a_file_as_people_write_it(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    text = "\ufeff# 说明\n\n XUESHI_DB = 'a b.db' \nexport XUESHI_LOG=\"INFO\"\nTELEGRAM_BOT_TOKEN=\nOTHER=1=2\r\n"
    file.write_text(text, encoding="utf-8")
    assert read_dotenv(file) == {"XUESHI_DB": "a b.db", "XUESHI_LOG": "INFO", "TELEGRAM_BOT_TOKEN": "", "OTHER": "1=2"}


def test_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    assert read_dotenv(tmp_path / ".env") == {}


def test_an_empty_setting_is_none_at_all() -> None:
    assert read_settings({"XUESHI_DB": " ", "TELEGRAM_BOT_TOKEN": ""}) == Settings()


@pytest.mark.parametrize(
    ("text", "address"),
    [("127.0.0.1:9100", ("127.0.0.1", 9100)), (":9100", ("127.0.0.1", 9100)), ("[::1]:9100", ("::1", 9100))],
)
def test_where_health_is_shown(text: str, address: tuple[str, int]) -> None:
    assert read_settings({}).status is None
    assert read_settings({"XUESHI_STATUS": text}).status == address


def test_the_form_of_the_log() -> None:
    assert not read_settings({}).log_json
    assert read_settings({"XUESHI_LOG_FORMAT": "JSON"}).log_json


def test_several_folders_of_documents(tmp_path: Path) -> None:
    folders = [tmp_path / "甲", tmp_path / "乙"]
    for folder in folders:
        folder.mkdir()
    assert read_settings({"XUESHI_POLICIES": os.pathsep.join(map(str, folders))}).policies == tuple(folders)


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("XUESHI_TIMEZONE", "Peking", "XUESHI_TIMEZONE 不是时区名：Peking。"),
        ("XUESHI_TIMEZONE", "../etc", "XUESHI_TIMEZONE 不是时区名：../etc。"),
        ("XUESHI_LOG", "loud", "XUESHI_LOG 不能是 loud"),
        ("XUESHI_LOG_FORMAT", "xml", "XUESHI_LOG_FORMAT 不能是 xml，只能是 text、json。"),
        ("XUESHI_STATUS", "127.0.0.1", "XUESHI_STATUS 不能是 127.0.0.1，请写成 地址:端口"),
        ("XUESHI_STATUS", "127.0.0.1:70000", "XUESHI_STATUS 不能是 127.0.0.1:70000"),
        ("XUESHI_POLICIES", "/no/such/folder", "XUESHI_POLICIES 指的文件夹不存在：/no/such/folder。"),
        ("XUESHI_TIMEZON", "UTC", "没有名为 XUESHI_TIMEZON 的设置，您是不是想写 XUESHI_TIMEZONE？"),
    ],
)
def test_nonsense_is_refused(key: str, value: str, sentence: str) -> None:
    with pytest.raises(StartProblem, match=re.escape(sentence)):
        read_settings({key: value})


@pytest.mark.parametrize(("text", "line"), [("XUESHI_DB", 1), ("A=1\n= 2", 2), ("A=1\n\n时 区=2", 3)])
def test_a_line_that_is_no_setting_is_named(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / ".env").write_text(text, encoding="utf-8")
    with pytest.raises(StartProblem, match=f"第 {line} 行"):
        read_dotenv(tmp_path / ".env")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StartProblem, match="UTF-8"):
        read_dotenv(tmp_path / ".env")


def test_the_token_is_never_shown() -> None:
    assert "secret" not in repr(read_settings({"TELEGRAM_BOT_TOKEN": "secret"}))


def test_the_example_shows_every_setting() -> None:
    example = (Path(__file__).parents[2] / ".env.example").read_text(encoding="utf-8")
    shown = set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))
    assert shown == {*KEYS, "TELEGRAM_BOT_TOKEN"}


def test_the_reference_is_made_of_the_example() -> None:
    reference = Path(__file__).parents[2] / "docs" / "settings.md"
    assert reference.read_text(encoding="utf-8") == page(), "python -m tests.bot.settings_page > docs/settings.md"
