"""`xueshi` on a pseudo-terminal, typed into as a person would, and through pipes."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from bot import wording
from tests.bot.conftest import Run, environment

PROMPT = wording.PROMPT.strip()
Spawn = Callable[..., pexpect.spawn]


@pytest.fixture
def spawn(tmp_path: Path) -> Iterator[Spawn]:
    """Starts `xueshi` on a pseudo-terminal."""
    started: list[pexpect.spawn] = []

    def start(*arguments: str, **more: str) -> pexpect.spawn:
        child = pexpect.spawn(
            sys.executable,
            ["-m", "bot", *arguments],
            cwd=str(tmp_path),
            env=dict(environment(tmp_path, TERM="xterm", **more)),
            encoding="utf-8",
            timeout=30,
            dimensions=(40, 100),
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


def test_a_person_types_and_is_answered(spawn: Spawn, tmp_path: Path) -> None:
    child = spawn()
    child.expect_exact(str(tmp_path / "data" / "xueshi" / "xueshi.db"))
    child.expect_exact(PROMPT)
    child.send("我在常州工作\r")
    child.expect("常人社职")
    child.expect_exact(PROMPT)
    child.send("2025年发表了一篇CN论文，第二作者\r")
    child.expect(re.escape("四（九）"))
    child.expect_exact("[1] 撤销")
    child.expect_exact(PROMPT)
    child.send("2025年还差多少学时\r")
    child.expect_exact("10/90")
    child.expect_exact(PROMPT)
    child.sendeof()
    child.expect_exact(wording.FAREWELL)
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 0


def test_what_was_recorded_is_there_the_next_time(spawn: Spawn) -> None:
    for said, answered in (("我在常州工作", "常人社职"), ("去年发表了一篇CN论文，第二作者", "四（九）")):
        child = spawn()
        child.expect_exact(PROMPT)
        child.send(f"{said}\r")
        child.expect_exact(answered)
        child.send("/exit\r")
        child.expect(pexpect.EOF)


def test_a_button_is_pressed_by_its_number(spawn: Spawn) -> None:
    child = spawn("--db", "sqlite://")
    child.expect_exact(wording.NOWHERE)
    for typed, answered in (("我在常州工作", "常州"), ("去年发表了一篇CN论文，第二作者", "[1] 撤销"), ("1", "撤")):
        child.expect_exact(PROMPT)
        child.send(f"{typed}\r")
        child.expect_exact(answered)


def test_pasted_lines_are_one_message(spawn: Spawn) -> None:
    child = spawn("--db", "sqlite://", "--debug")
    child.expect_exact(PROMPT)
    child.send("我在常州工作\r")
    child.expect_exact(PROMPT)
    child.send("\x1b[200~去年发表了一篇CN论文，第一作者\n今年发表了一篇CN论文，第二作者\x1b[201~\r")
    child.expect_exact('"hours": 30')
    child.expect_exact('"hours": 10')


def test_ctrl_c_asks_first(spawn: Spawn) -> None:
    child = spawn()
    child.expect_exact(PROMPT)
    child.sendintr()
    child.expect_exact(wording.ONCE_MORE)
    child.expect_exact(PROMPT)
    child.sendintr()
    child.expect_exact(wording.FAREWELL)
    child.expect(pexpect.EOF)


def test_a_file_that_is_no_database_is_told_at_the_prompt(spawn: Spawn, tmp_path: Path) -> None:
    (tmp_path / "周报.db").write_text("这不是数据库。" * 100, encoding="utf-8")
    child = spawn("--db", "周报.db")
    child.expect_exact("不是数据库文件")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 1
    assert "Traceback" not in child.before


def test_without_colour_none_is_sent(spawn: Spawn) -> None:
    child = spawn("--db", "sqlite://", NO_COLOR="1")
    child.expect_exact(PROMPT)
    child.send("我在常州工作\r")
    child.expect_exact("常人社职")
    child.send("还差多少\r")
    child.expect_exact("合计 ░")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", child.before)


def test_through_pipes_the_answers_alone_are_written(alone: Run, tmp_path: Path) -> None:
    done = alone(typed="我在常州工作\n去年发表了一篇CN论文，第二作者")
    assert done.returncode == 0
    assert "四（九）" in done.stdout
    assert str(tmp_path) not in done.stdout
    assert PROMPT not in done.stdout
    assert "\x1b" not in done.stdout
    assert str(tmp_path / "data" / "xueshi" / "xueshi.db") in done.stderr


def test_the_ledger_and_the_history_are_nobody_elses_to_read(run: Run, tmp_path: Path) -> None:
    run(typed="你好\n")
    assert (tmp_path / "data" / "xueshi").stat().st_mode & 0o077 == 0
