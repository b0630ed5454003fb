"""Work that takes long: done between two turns, one at a time, and given to nobody who may not have it any more."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from handlers.assistant import Assistant
from handlers.employers.workbook import asked
from handlers.message import Answer, Message
from policies.library import Library
from storage import Database, open_database
from tests.employers.desk import NOW


@pytest.fixture
def told() -> list[tuple[int, int]]:
    """How far work was, as it was told."""
    return []


@pytest.fixture
def assistant(library: Library, told: list[tuple[int, int]], tmp_path: Path) -> Assistant:
    return Assistant(
        open_database(tmp_path / "x.db"), library, progress=lambda _message, count, of: told.append((count, of))
    )


def say(assistant: Assistant, user: str, text: str) -> Answer:
    return assistant.answer(Message(user, NOW, text=text, name={"boss": "王敏", "he": "何静"}[user]))


def test_the_file_comes_with_the_answer_and_progress_on_the_way(
    assistant: Assistant, told: list[tuple[int, int]]
) -> None:
    say(assistant, "boss", "创建单位 江南轨道集团")
    answer = say(assistant, "boss", "导出单位台账")
    assert Path(answer.replies[0].files[0]).name == "江南轨道集团-2026年学时台账.xlsx"
    assert told == [(0, 0)]


def test_the_same_message_again_is_not_worked_at_again(assistant: Assistant, told: list[tuple[int, int]]) -> None:
    say(assistant, "boss", "创建单位 江南轨道集团")
    message = Message("boss", NOW, text="导出单位台账", message_id="7")
    first = assistant.answer(message)
    assert assistant.answer(message) == replace(first)
    assert len(told) == 1


def test_whoever_was_dismissed_meanwhile_gets_nothing(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    code = say(assistant, "boss", "创建单位 江南轨道集团").replies[0].text.partition("加入码：")[2][:8]
    say(assistant, "he", f"加入单位 {code}")
    say(assistant, "he", "同意")
    say(assistant, "boss", "设何静为管理员")

    def dismissing(*_: object) -> bytes:
        say(assistant, "boss", "取消何静的管理员")
        return b"everything"

    monkeypatch.setattr(asked, "make_workbook", dismissing)
    answer = say(assistant, "he", "导出单位台账")
    assert answer.replies[0].files == ()
    assert "只有单位管理员" in answer.replies[0].text


def test_one_at_a_time_and_others_are_answered(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    say(assistant, "boss", "创建单位 江南轨道集团")
    begun, go_on = threading.Event(), threading.Event()

    def slow(_asked: object, _heading: object, _library: object, _database: Database, _tell: object) -> bytes:
        begun.set()
        assert go_on.wait(10)
        return b"done"

    monkeypatch.setattr(asked, "make_workbook", slow)
    worker = threading.Thread(target=say, args=(assistant, "boss", "导出单位台账"))
    worker.start()
    assert begun.wait(10)
    assert "过一分钟" in say(assistant, "boss", "导出单位台账").replies[0].text
    assert say(assistant, "he", "你好").error is None
    go_on.set()
    worker.join()
    assert say(assistant, "boss", "导出单位台账").replies[0].files
