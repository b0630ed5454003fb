"""Databases as released versions left them, as SQL text: `databases/NNNN.sql`, written by SQLite.

python -m tests.release.frozen          freeze the present version; done once, when a version of the tables is released

What is frozen is never written again: the text is what stands on people's disks.
"""

from __future__ import annotations

import sqlite3
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from handlers.assistant import Assistant
from handlers.message import Message
from policies.library import load_library
from storage import open_database, schema
from storage.employers import joining

HERE = Path(__file__).parent
DATABASES = HERE / "databases"
STORY: dict[str, Any] = tomllib.loads((HERE / "story.toml").read_text(encoding="utf-8"))
PDF: bytes = STORY["pdf"].encode()
CODE = "J7K29QXM"


def freeze() -> Path:
    """Play the story on a new database and write down what it left. Raises FileExistsError where that was done."""
    joining.drawn = lambda: CODE
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "x.db"
        paper = Path(name) / "certificate.pdf"
        paper.write_bytes(PDF)
        database = open_database(file, Path(name) / "files")
        library = load_library()
        for message in story(paper):
            answer = Assistant(database, library, posts=partial(getattr, message, "now")).answer(message)
            assert answer.error is None, answer.error
        database.close()
        return written(file, DATABASES / f"{schema.HEAD}.sql")


def story(paper: Path) -> Iterator[Message]:
    """What people did."""
    for number, did in enumerate(STORY["did"]):
        yield Message(
            did.get("who", ""),
            did["at"],
            text=did.get("text"),
            file=str(paper) if "file" in did else None,
            name=did.get("who"),
            group=did.get("group"),
            group_admin="group" in did,
            addressed="group" in did,
            tick="tick" in did,
            message_id=None if "tick" in did else f"m{number}",
        )


def written(file: Path, target: Path) -> Path:
    """A database as SQL text."""
    with closing(sqlite3.connect(file)) as raw, target.open("x", encoding="utf-8") as text:
        text.writelines(f"{line}\n" for line in raw.iterdump())
    return target


def thawed(version: str, file: Path) -> None:
    """The database of that version as an SQLite file."""
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript((DATABASES / f"{version}.sql").read_text(encoding="utf-8"))


if __name__ == "__main__":
    print(freeze())
