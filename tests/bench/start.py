"""From the command to the prompt, and to the first answer, on a pseudo-terminal; beside jieba with its dictionary."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import pexpect

from bot.wording import PROMPT
from tests.bench.figures import Figure, milliseconds
from tests.bot.conftest import XUESHI, environment

RUNS = 5
JIEBA = [sys.executable, "-c", "import jieba; jieba.setLogLevel(60); jieba.initialize()"]


def figures(folder: Path) -> Iterator[Figure]:
    """Start-up, each time a fresh process and a fresh data folder."""
    starts = [one_start(folder / str(number)) for number in range(RUNS)]
    jieba = milliseconds(lambda: subprocess.run(JIEBA, check=True), RUNS)
    names = ("start to prompt", "start to first answer, typed at once", "an answer after that")
    for name, taken in zip(names, zip(*starts, strict=True), strict=True):
        yield Figure(name, median(taken) * 1000, "ms", jieba, "importing jieba with its dictionary")
    help_text = milliseconds(lambda: subprocess.run([*XUESHI, "--help"], check=True, stdout=subprocess.DEVNULL), RUNS)
    yield Figure("xueshi --help", help_text)


def one_start(folder: Path) -> tuple[float, float, float]:
    """Seconds to the prompt, to the first answer (since the start), and for a later answer."""
    folder.mkdir()
    before = perf_counter()
    child = pexpect.spawn(
        XUESHI[0], XUESHI[1:], cwd=str(folder), env=dict(environment(folder, TERM="xterm")), encoding="utf-8"
    )
    child.delaybeforesend = None
    child.expect_exact(PROMPT.strip())
    prompt = perf_counter()
    child.send("我在常州工作\r")
    child.expect_exact("常人社职")
    first = perf_counter()
    child.expect_exact(PROMPT.strip())
    asked = perf_counter()
    child.send("还差多少学时\r")
    child.expect_exact("0/90")
    answered = perf_counter()
    child.close(force=True)
    return prompt - before, first - before, answered - asked
