"""The other commands, and what anybody may get wrong in starting: a clear sentence, never a traceback."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.__main__ import VERSION
from bot.arguments import read_arguments
from tests.bot.conftest import Run

ROOT = Path(__file__).parents[2]


def test_the_version_is_the_projects(alone: Run) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert alone("--version").stdout == f"xueshi {VERSION}\n"


@pytest.mark.parametrize(
    "command", [[], ["chat"], ["policy"], ["policy", "check"], ["policy", "show"], ["policy", "diff"], ["parse"]]
)
def test_every_command_has_its_help_in_chinese(run: Run, command: list[str]) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("用法：")
    assert "usage" not in done.stdout
    assert "show this help" not in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [["--jsonl", "--db", "x"], ["chat", "--jsonl", "--db", "x"], ["--db", "x", "chat", "--jsonl"]],
)
def test_options_may_stand_before_or_after_the_command(arguments: list[str]) -> None:
    chosen = read_arguments(arguments, VERSION)
    assert (chosen.command, chosen.jsonl, chosen.db, chosen.debug) == ("chat", True, "x", False)


@pytest.mark.parametrize(
    "arguments", [["reden"], ["chat", "--loud"], ["policy"], ["parse"], ["parse", "x", "--today", "1"]]
)
def test_a_wrong_usage_is_explained(alone: Run, arguments: list[str]) -> None:
    done = alone(*arguments)
    assert done.returncode == 2
    assert "看不懂这个命令" in done.stderr
    assert done.stdout == ""


def test_a_sentence_is_taken_apart(alone: Run) -> None:
    shown = alone("parse", "去年发表了一篇CN论文，第二作者", "--today", "2026-11-20").stdout
    for part in ("意图 = record", "activity = paper（论文）", "rank = 2", "2025-01-01 … 2025-12-31"):
        assert part in shown


@pytest.mark.parametrize("sentence", ["", "🙂", "\u200b", "长" * 5000])
def test_any_sentence_can_be_taken_apart(run: Run, sentence: str) -> None:
    done = run("parse", sentence)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_document_is_read_out(alone: Run) -> None:
    shown = alone("policy", "show", "常州", "2026").stdout
    for part in ("常人社职〔2024〕1号", "2026年要求 90", "四（九）  论文"):
        assert part in shown


@pytest.mark.parametrize(
    ("place", "sentence"), [("火星", "没找到叫“火星”的地方"), ("西藏", "没有 西藏 2026 年的认定文件")]
)
def test_where_no_document_is_on_file(run: Run, place: str, sentence: str) -> None:
    done = run("policy", "show", place, "2026")
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr


def test_the_documents_that_we_bring_are_sound(alone: Run) -> None:
    packs = sorted((ROOT / "policies" / "packs").glob("*.toml"))
    done = alone("policy", "check", *map(str, packs))
    assert done.returncode == 0
    assert done.stdout.count("✓") == len(packs)


def test_a_document_that_is_wrong_is_told_where(run: Run, tmp_path: Path) -> None:
    (tmp_path / "坏.toml").write_text("id = [", encoding="utf-8")
    done = run("policy", "check", "坏.toml")
    assert done.returncode == 1
    assert "✗ 坏.toml" in done.stdout


@pytest.mark.parametrize("channel", [["--jsonl"], []])
@pytest.mark.parametrize(
    ("database", "sentence"),
    [
        ("周报.txt", "不是数据库文件"),
        ("周报.txt/below/xueshi.db", "写不了"),
        ("/proc/xueshi/xueshi.db", "写不了"),
        (".", "写不了"),
        ("nonsense://x", "看不懂数据库地址"),
    ],
)
def test_a_database_that_cannot_be_used(
    run: Run, tmp_path: Path, channel: list[str], database: str, sentence: str
) -> None:
    report = tmp_path / "周报.txt"
    report.write_text("这不是数据库。" * 100, encoding="utf-8")
    before = report.read_bytes()
    done = run("chat", *channel, "--db", database, typed='{"user":"u","text":"x"}\n')
    assert done.returncode == 1
    assert sentence in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert report.read_bytes() == before


def test_a_setting_that_is_wrong(run: Run) -> None:
    done = run("parse", "x", XUESHI_TIMEZONE="Peking")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "XUESHI_TIMEZONE 不是时区名：Peking。请用 IANA 名称，例如 Asia/Shanghai。\n"


HEAVY = {"sqlalchemy", "sqlmodel", "jieba", "rjieba", "aiogram", "telegram", "apscheduler", "alembic", "prompt_toolkit"}


@pytest.mark.parametrize(
    ("module", "allowed"),
    [
        ("bot.__main__", set()),
        ("bot.channels.terminal", set()),
        ("bot.policy_commands", set()),
        ("bot.channels.prompt", {"prompt_toolkit"}),
        ("bot.parse_command", {"jieba", "rjieba"}),
        ("bot.channels.jsonl", {"sqlalchemy", "sqlmodel", "jieba", "rjieba"}),
    ],
)
def test_each_command_imports_only_what_it_needs(module: str, allowed: set[str]) -> None:
    code = f"import sys, {module}; print(*set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) & HEAVY <= allowed
