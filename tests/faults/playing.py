"""A script of messages played twice, once undisturbed and once under fire; both must leave the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from unittest.mock import patch

from handlers.assistant import Assistant
from handlers.message import Answer, Message
from policies.library import Library, load_library
from storage import Database, open_database
from storage.employers import joining
from tests.faults.killing import under_fire
from tests.faults.outcome import Outcome
from tests.faults.state import contents, differences, files_in
from tests.faults.working import CODE

LATER = timedelta(hours=2)  # by then no file of a turn under way is spared


def survived(folder: Path, script: Sequence[Message], chance: random.Random) -> Outcome:
    """Play the script both ways and tell what differs."""
    calm, fire = folder / "calm.db", folder / "fire.db"
    work(calm, script)(0, lambda: None)
    kills = under_fire(work(fire, script), len(script), chance)
    wrong = differences(contents(calm), contents(fire))
    wrong += [] if proofs_of(calm) == proofs_of(fire) else ["the files that were handed in differ"]
    return Outcome(kills, len(script), tuple(wrong))


def work(file: Path, script: Sequence[Message]) -> Callable[[int, Callable[[], None]], None]:
    """What one process does: open, and answer from a message on."""

    def answer(first: int, acknowledge: Callable[[], None]) -> None:
        database = opened(file)
        for message in script[first:]:
            told = answered(database, message)
            assert told.error is None, told.error
            acknowledge()
        database.close()

    return answer


def opened(file: Path) -> Database:
    return open_database(file, file.with_suffix(".files"))


def answered(database: Database, message: Message) -> Answer:
    """What an assistant answers whose clock stands, and whose join codes follow from the message, so that both runs
    are alike."""
    code = CODE if message.message_id == "m0" else f"K{message.message_id}".upper()
    with patch.object(joining, "drawn", lambda: code):
        return Assistant(database, library(), posts=lambda: message.now).answer(message)


def proofs_of(file: Path) -> dict[str, bytes]:
    """What was handed in, once the leftovers of killed turns are cleared away."""
    database = opened(file)
    database.tidy(datetime.now(UTC) + LATER)
    database.close()
    folder = file.with_suffix(".files")
    return files_in(folder) if folder.exists() else {}


@cache
def library() -> Library:
    """All documents, loaded once for all the forked processes."""
    return load_library()
