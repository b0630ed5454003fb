"""The guide for authors, walked as it says: check the file, read it out, ask the assistant what the notice gives."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.bot.conftest import Run
from tests.policies import guide


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the guide's own example."""
    folder = tmp_path / "文件"
    folder.mkdir()
    found = guide.example()
    (folder / (found.file or "")).write_text(found.body, encoding="utf-8")
    return folder


def test_the_check_answers_as_shown(run: Run, folder: Path, tmp_path: Path) -> None:
    (file,) = folder.iterdir()
    (tmp_path / file.name).write_bytes(file.read_bytes())
    assert run("policy", "check", file.name).stdout.strip() == guide.shown_check()


def test_the_example_is_read_out(run: Run, folder: Path) -> None:
    shown = run("policy", "show", "yunchuan-2026", XUESHI_POLICIES=str(folder)).stdout
    # of this year, where none is given
    assert re.search(r"^20\d\d年要求 90 学时，公需 30，专业 60（云人社〔2026〕3号 第二条）$", shown, re.MULTILINE)
    assert "第三条（二）  其他机构的培训" in shown


def test_the_assistant_gives_the_hours_of_the_table(run: Run, folder: Path) -> None:
    trials = guide.trials()
    said = ["我在拉萨工作", "按云川2026认定", *(words for words, _ in trials)]
    rows = [{"user": "u", "text": text, "now": "2026-11-20T10:00:00+08:00"} for text in said]
    typed = "".join(json.dumps(row) + "\n" for row in rows)
    answers = run("--jsonl", typed=typed, XUESHI_POLICIES=str(folder)).stdout.splitlines()[2:]
    told = [json.loads(answer)["replies"][0]["text"] for answer in answers]
    assert len(told) == len(trials) >= 7
    given = [found and found[1] for found in (re.search(r"\+([\d.]+)学时", text) for text in told)]
    assert dict(zip([words for words, _ in trials], given, strict=True)) == dict(trials)
