"""The program as processes of its own that start at once: each is forked from one that has loaded everything."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from tests.nursery.clock import Clock

ROOT = Path(__file__).parents[2]
LONGEST = 60  # seconds that a command may take; then it is ended, and its exit code is negative


class Nursery:
    """The process that others are forked from."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        self._ready = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=30)

    def born(self, settings: Mapping[str, str], folder: Path, log: Path, clock: Clock) -> int:
        """Start a process that serves by that clock; its number."""
        streams = (Path(os.devnull), log, log)
        return self._start(["serve"], settings, folder, streams, clock=(clock.began.isoformat(), clock.at))

    def ended(self, child: int, how: signal.Signals | None = None) -> int:
        """Send it a signal, or wait until it ends by itself; its exit code."""
        return self._ask(child=child, signal=int(how or 0))

    def run(
        self, arguments: Sequence[str], settings: Mapping[str, str], folder: Path, typed: str
    ) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        with tempfile.TemporaryDirectory() as name:
            streams = typing, said, complained = Path(name, "in"), Path(name, "out"), Path(name, "err")
            typing.write_bytes(typed.encode())
            code = self.ended(self._start(arguments, settings, folder, streams, seconds=LONGEST))
            told = (stream.read_bytes().decode() for stream in (said, complained))
            return subprocess.CompletedProcess(arguments, code, *told)

    def _start(
        self,
        arguments: Sequence[str],
        settings: Mapping[str, str],
        folder: Path,
        streams: Sequence[Path],
        **more: object,
    ) -> int:
        return self._ask(
            start=list(arguments),
            env=dict(settings),
            cwd=str(folder),
            streams=[str(stream) for stream in streams],
            **more,
        )

    def _ask(self, **order: object) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if not self._ready:
            assert self._process.stdout.readline() == "ready\n"
            self._ready = True
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())
