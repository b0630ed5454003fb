"""The scriptable channel: one JSON object a line in, one a line out, in order. It is a public interface."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from datetime import UTC, datetime
from typing import BinaryIO

from bot import assemble
from bot.channels.request import LONGEST_LINE, BadRequest, read_request
from bot.settings import Settings
from handlers.message import Answer, Message

Answerer = Callable[[Message], Answer]


def start(settings: Settings, database: str) -> int:
    """Run the channel over the process's own streams until the input ends. Raises StartProblem."""
    run(assemble.answerer(settings, database), sys.stdin.buffer, sys.stdout.buffer)
    return 0


def run(answerer: Answerer, source: BinaryIO, sink: BinaryIO) -> None:
    """Answer every line of `source` until it ends. What a library prints meanwhile goes to stderr."""
    with redirect_stdout(sys.stderr):
        for line in lines(source):
            sink.write(json_line(respond(answerer, line)))
            sink.flush()


def respond(answerer: Answerer, line: bytes) -> Mapping[str, object]:
    """The answer to one line, in the contract's form."""
    try:
        message = read_request(line, datetime.now(UTC))
    except BadRequest as problem:
        return {"error": {"code": problem.code, "message": str(problem)}}
    return answerer(message).as_json()


def lines(source: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream. Of one that is too long only enough is kept to see that."""
    while line := source.readline(LONGEST_LINE + 2):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = source.readline(LONGEST_LINE + 2)
        yield line.rstrip(b"\r\n")


def json_line(answer: Mapping[str, object]) -> bytes:
    """An answer as a line of UTF-8, whatever the locale."""
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
