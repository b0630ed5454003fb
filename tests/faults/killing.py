"""A script of messages played by a process that is killed again and again; what was not acknowledged is sent again.

The process is forked from a warm one, so that thousands of kills take minutes. It answers over a database in a file and
acknowledges each message through a pipe, as a channel does; SIGKILL comes at a random instant of its life.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from handlers.assistant import Assistant
from handlers.message import Message
from policies.library import Library
from storage import Database, open_database

MOST_LIFE = 0.06  # seconds; several turns, so that a kill falls anywhere in one

MakeAssistant = Callable[[Database], Assistant]


def assistant_over(library: Library) -> MakeAssistant:
    return lambda database: Assistant(database, library)


def play(file: Path, script: Sequence[Message], make: MakeAssistant) -> None:
    """The script without any fault."""
    database = open_database(file)
    assistant = make(database)
    for message in script:
        assistant.answer(message)
    database.close()


def play_under_fire(file: Path, script: Sequence[Message], make: MakeAssistant, chance: random.Random) -> int:
    """The script, its process killed at random instants until all of it is acknowledged. Gives the number of kills."""
    done, kills = 0, 0
    while done < len(script):
        acknowledged, killed = _one_life(file, script[done:], make, chance.uniform(0, MOST_LIFE))
        done += acknowledged
        kills += killed
    return kills


def _one_life(file: Path, rest: Sequence[Message], make: MakeAssistant, seconds: float) -> tuple[int, bool]:
    """How many messages were acknowledged, and whether the process was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _live(file, rest, make, writing)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as acknowledgements:
        return len(acknowledgements.read()), os.WIFSIGNALED(status)


def _live(file: Path, rest: Sequence[Message], make: MakeAssistant, writing: int) -> None:
    """The forked process: never returns."""
    code = 1
    try:
        assistant = make(open_database(file))
        for message in rest:
            assert assistant.answer(message).error is None
            os.write(writing, b".")
        code = 0
    finally:
        os._exit(code)
