"""Whole turns through the JSONL channel: read, understood, appraised, kept, worded, written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Figure
from tests.bot.conftest import XUESHI, environment
from tests.bot.jsonl_client import JsonlClient

SAID = ("我在常州工作", "去年发表了一篇CN论文，第二作者", "参加单位培训3天", "还差多少学时", "撤销")
PEOPLE = 100
NOW = "2026-11-20T10:00:00+08:00"


def figures(folder: Path) -> Iterator[Figure]:
    """Turns a second, in memory and on disk."""
    for name, database in (("in memory", "sqlite://"), ("on disk, every turn durable", f"sqlite:///{folder}/turns.db")):
        with JsonlClient([*XUESHI, "chat", "--jsonl", "--db", database], folder, environment(folder)) as client:
            talk(client, "warming")
            before = perf_counter()
            for person in range(PEOPLE):
                talk(client, str(person))
            taken = perf_counter() - before
        yield Figure(f"turns a second, {name}", PEOPLE * len(SAID) / taken, "/s")


def talk(client: JsonlClient, user: str) -> None:
    """A short conversation of one person."""
    for number, said in enumerate(SAID):
        answer = client.say(user, said, now=NOW, message_id=str(number))
        assert answer["error"] is None, answer
