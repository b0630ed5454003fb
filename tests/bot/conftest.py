"""The program as a person or another program runs it: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.bot.completions import Completions, says
from tests.bot.jsonl_client import JsonlClient
from tests.bot.second import GOOD
from tests.nursery import Nursery

XUESHI = [sys.executable, "-m", "bot"]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(folder: Path, **more: str) -> Mapping[str, str]:
    """An environment without this machine's settings, whose data folder is `folder`."""
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "PYTHONPATH", "SYSTEMROOT"}}
    return {**kept, "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "LANG": "C", "LC_ALL": "C", **more}


@pytest.fixture
def run(nursery: Nursery, tmp_path: Path) -> Run:
    """Runs one command to its end, in a process forked from one that has loaded everything."""

    def command(*arguments: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return nursery.run(arguments, environment(tmp_path, **more), tmp_path, typed)

    return command


@pytest.fixture
def alone(tmp_path: Path) -> Run:
    """Runs one command to its end in an interpreter of its own, with only what that command loads."""

    def command(*arguments: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*XUESHI, *arguments],
            input=typed,
            cwd=tmp_path,
            env=environment(tmp_path, **more),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return command


@pytest.fixture(scope="module")
def channel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JsonlClient]:
    """A JSONL channel over an empty database in memory, for all tests of a module."""
    folder = tmp_path_factory.mktemp("jsonl")
    with JsonlClient([*XUESHI, "chat", "--jsonl"], folder, environment(folder)) as client:
        yield client


@pytest.fixture
def server() -> Iterator[Completions]:
    """A chat-completions endpoint that proposes something sensible until it is told otherwise."""
    with Completions(says({"reports": [GOOD]})) as running:
        yield running
