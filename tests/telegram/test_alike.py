"""The same dialogues by every channel, with the same words, the same buttons and the same ledger in the end.

A few are played here by each; `XUESHI_ALL_DIALOGUES=1` plays all of them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

from policies.library import Library
from tests.handlers.dialogue import Dialogue
from tests.handlers.test_dialogues import DIALOGUES
from tests.telegram.phone import Bench, Phone
from tests.telegram.ways import Core, Jsonl, Terminal, Way, expected, played

SOME = ("第一次对话：地区，一篇论文，还差多少", "按钮回答，再撤销", "中途岔开，回来接着答", "撤销一次更正，旧的回来")
CHOSEN = [
    pytest.param(dialogue, id=f"{path.stem}: {dialogue.title}")
    for path, dialogue in DIALOGUES
    if dialogue.title in SOME or "XUESHI_ALL_DIALOGUES" in os.environ
]
WAYS: dict[str, Callable[[Library], Way]] = {"core": Core, "jsonl": Jsonl, "terminal": Terminal}


def test_the_chosen_dialogues_are_there() -> None:
    assert {dialogue.title for _, dialogue in DIALOGUES} >= set(SOME)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """One bot for everybody's dialogues."""
    with Bench(tmp_path_factory.mktemp("phone")) as serving:
        yield serving
        assert serving.fake.server.violations == []


@pytest.mark.parametrize("dialogue", CHOSEN)
def test_a_dialogue_is_the_same_on_a_phone(bench: Bench, dialogue: Dialogue, library: Library) -> None:
    agree(Phone(bench), dialogue, library)


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize("dialogue", CHOSEN)
def test_a_dialogue_is_the_same_by_every_channel(name: str, dialogue: Dialogue, library: Library) -> None:
    agree(WAYS[name](library), dialogue, library)


def agree(way: Way, dialogue: Dialogue, library: Library) -> None:
    """Play it that way; what is seen is what the file says, and what is kept is what the core keeps."""
    for said, came in played(way, dialogue):
        wanted = expected(said)
        assert came.text.startswith(wanted.text), said.said  # a terminal draws the year's ring below
        assert came.labels == wanted.labels, said.said
    core = Core(library)
    for _ in played(core, dialogue):
        pass
    assert way.ledger() == core.ledger()
