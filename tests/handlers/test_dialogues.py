"""Whole dialogues, reply by reply. `XUESHI_WRITE_DIALOGUES=1` writes what came into the files, for the diff."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handlers.assistant import Assistant
from policies.library import Library
from storage.database import Database, open_database
from tests.handlers.dialogue import Dialogue, play, read, written

FOLDER = Path(__file__).parent / "dialogues"
EVERY = 4  # of so many dialogues one is held on PostgreSQL as well
DIALOGUES = [(path, dialogue) for path in sorted(FOLDER.glob("*.txt")) for dialogue in read(path)]


@pytest.mark.skipif("XUESHI_WRITE_DIALOGUES" in os.environ, reason="writing the files instead")
@pytest.mark.parametrize("dialogue", [pytest.param(d, id=f"{p.stem}: {d.title}") for p, d in DIALOGUES])
def test_dialogue(dialogue: Dialogue, library: Library) -> None:
    goes_as_written(Assistant(open_database("sqlite://"), library), dialogue)


@pytest.mark.parametrize("dialogue", [pytest.param(d, id=f"{p.stem}: {d.title}") for p, d in DIALOGUES[::EVERY]])
def test_some_go_alike_on_a_server(dialogue: Dialogue, library: Library, on_server: Database) -> None:
    goes_as_written(Assistant(on_server, library), dialogue)


def goes_as_written(assistant: Assistant, dialogue: Dialogue) -> None:
    """Each reply is the one in the file."""
    for turn, lines, outcome in play(assistant, dialogue, "u1"):
        if turn.reply:
            assert "\n".join(line.rstrip() for line in lines) == "\n".join(turn.reply), turn.said
        if turn.outcome is not None:
            assert outcome == turn.outcome, turn.said


@pytest.mark.skipif("XUESHI_WRITE_DIALOGUES" not in os.environ, reason="only to write the files anew")
def test_write(library: Library) -> None:
    for path in sorted(FOLDER.glob("*.txt")):
        texts = []
        for dialogue in read(path):
            assistant = Assistant(open_database("sqlite://"), library)
            texts.append(written(dialogue, list(play(assistant, dialogue, "u1"))))
        path.write_text("\n".join(texts), encoding="utf-8")
