"""A program on the other end of the JSONL channel."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self


class JsonlClient:
    """Writes lines to the channel's process and reads one answer for each."""

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def say(self, user: str, text: str, **fields: object) -> dict[str, Any]:
        """Somebody types something."""
        return self.ask(user=user, text=text, **fields)

    def ask(self, **fields: object) -> dict[str, Any]:
        """A request of these fields."""
        return self.line(json.dumps(fields).encode())

    def line(self, line: bytes) -> dict[str, Any]:
        """Any line at all."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline().decode("utf-8"))
        return answer

    def end(self) -> tuple[int, str]:
        """Close the input; the exit code and what was written to stderr."""
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors.decode("utf-8")
