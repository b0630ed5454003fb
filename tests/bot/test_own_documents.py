"""Documents in a folder of one's own: used like ours, told at the start where they are wrong, and never in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bot.conftest import Run

PACK = """
id = "changzhou-2027"
document = "常人社〔2027〕9号"
title = "关于调整学时认定标准的通知"
issued = 2027-01-05
regions = ["常州"]
from = 2027
extends = "changzhou-2024"
replaces = ["changzhou-2024"]
names = ["常州2027"]

[[rule]]
id = "paper"
article = "三"
rates = [{ hours = 44 }]
"""
BAD = 'id = "bad"\nhours = 30学时\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a sound document and a faulty one."""
    folder = tmp_path / "文件"
    folder.mkdir()
    (folder / "常州2027.toml").write_text(PACK, encoding="utf-8")
    (folder / "坏.toml").write_text(BAD, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "command", [["policy", "show", "常州", "2027"], ["policy", "diff", "常州2024", "常州2027"], ["chat"], ["--jsonl"]]
)
def test_a_faulty_document_is_told_at_the_start_and_all_else_works(run: Run, folder: Path, command: list[str]) -> None:
    done = run(*command, XUESHI_POLICIES=str(folder))
    assert done.returncode == 0
    assert "有认定文件没有用上，其他的照常使用" in done.stderr
    assert f"✗ {folder / '坏.toml'}：第2行看不懂：hours = 30学时" in done.stderr
    assert "改法：数字后面不要带单位" in done.stderr
    assert "坏.toml" not in done.stdout


def test_a_document_of_ones_own_answers_like_ours(run: Run, folder: Path) -> None:
    shown = run("policy", "show", "常州", "2027", XUESHI_POLICIES=str(folder)).stdout
    assert "常人社〔2027〕9号 · 常州 · 2027年至" in shown
    assert "常人社职〔2024〕1号" in run("policy", "show", "常州", "2026", XUESHI_POLICIES=str(folder)).stdout


def test_a_document_of_ones_own_counts_in_a_chat(run: Run, folder: Path) -> None:
    said = ["我在常州工作", "今年发表了一篇CN论文，第二作者"]
    rows = [{"user": "u", "text": text, "now": "2027-06-01T10:00:00+08:00"} for text in said]
    typed = "".join(json.dumps(row) + "\n" for row in rows)
    done = run("--jsonl", typed=typed, XUESHI_POLICIES=str(folder))
    answer = json.loads(done.stdout.splitlines()[-1])["replies"][0]["text"]
    assert "+44学时" in answer
    assert "常人社〔2027〕9号 三" in answer


def test_without_faults_nothing_is_said(run: Run, folder: Path) -> None:
    (folder / "坏.toml").unlink()
    assert run("policy", "show", "常州", "2027", XUESHI_POLICIES=str(folder)).stderr == ""


def test_the_check_tells_the_same(run: Run, folder: Path) -> None:
    done = run("policy", "check", "文件/坏.toml", "文件/常州2027.toml")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:3] == [
        "✗ 文件/坏.toml：第2行看不懂：hours = 30学时",
        "    改法：数字后面不要带单位，如 hours = 30",
        "✓ 文件/常州2027.toml：《关于调整学时认定标准的通知》，15 条，没有发现问题",
    ]


@pytest.mark.parametrize("named", [["常州2027"], ["changzhou-2027"], ["常人社〔2027〕9号", "2028"], ["常州", "2027"]])
def test_a_document_may_be_read_out_by_its_name(run: Run, folder: Path, named: list[str]) -> None:
    shown = run("policy", "show", *named, XUESHI_POLICIES=str(folder)).stdout
    assert "常人社〔2027〕9号 · 常州 · 2027年至" in shown


def test_a_place_that_only_a_document_knows(run: Run, folder: Path) -> None:
    (folder / "坏.toml").write_text(
        PACK.replace("常州", "云川").replace("changzhou-2027", "yunchuan").replace('replaces = ["changzhou-2024"]', ""),
        encoding="utf-8",
    )
    assert "云川 · 2027年至" in run("policy", "show", "云川", "2027", XUESHI_POLICIES=str(folder)).stdout


def test_what_is_worth_a_second_look_follows_the_verdict(run: Run, folder: Path) -> None:
    lines = run("policy", "check", "文件/常州2027.toml").stdout.splitlines()
    assert lines[0].startswith("✓")
    assert all(line.startswith("  提示：") for line in lines[1:])
    assert "提示：没有写到的活动：" in lines[-1]


def test_a_folder_is_checked_file_by_file(run: Run, folder: Path) -> None:
    done = run("policy", "check", "文件")
    assert done.returncode == 1
    assert "✗ 文件/坏.toml" in done.stdout
    assert "✓ 文件/常州2027.toml" in done.stdout
