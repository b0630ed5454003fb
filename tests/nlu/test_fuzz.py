"""Nothing that can be typed raises, and nothing makes more work than its length is worth."""

from __future__ import annotations

import sys
import tomllib
from itertools import islice
from pathlib import Path
from types import FrameType

import pytest

from nlu import parse
from nlu.reading import Intent
from tests.nlu.fuzz import CONTEXTS, TODAY, patience, trials
from tests.nlu.message_corpus import examples
from tests.nlu.mutation import LONGEST, messages

SEEDS = tomllib.loads((Path(__file__).parent / "corpus" / "seeds.toml").read_text(encoding="utf-8"))
SHARE = 1500
HALF, WHOLE = 700, 1400  # characters


def test_no_made_up_message_raises() -> None:
    assert [trial for trial in trials(seed=2, number=SHARE) if trial.raised] == []


def test_made_up_messages_are_of_every_kind() -> None:
    made = list(islice(messages(5, [example.text for example in examples()]), SHARE))
    assert made == list(islice(messages(5, [example.text for example in examples()]), SHARE))
    assert max(map(len, islice(messages(5, [example.text for example in examples()]), 6 * SHARE))) > LONGEST // 2
    assert any("\u202e" in text for text in made)
    assert any(max(text, default="") > "\uffff" for text in made)
    assert all(text.encode() for text in made if text)


@pytest.mark.parametrize("text", [text for group in SEEDS["raised"] for text in group["texts"]], ids=repr)
def test_what_once_raised_or_never_ended_is_borne(text: str) -> None:
    for context in CONTEXTS:
        with patience():
            assert parse(text, TODAY, context).intent in Intent


@pytest.mark.parametrize("text", [text for group in SEEDS["endless"] for text in group["texts"]], ids=repr)
def test_work_grows_no_faster_than_the_text(text: str) -> None:
    parse(text, TODAY)  # what is read once is read
    assert calls((text * WHOLE)[:WHOLE]) < 3 * calls((text * WHOLE)[:HALF])


def calls(text: str) -> int:
    """How many Python functions parsing a text calls: work without a clock."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        parse(text, TODAY)
    finally:
        sys.setprofile(before)
    return count
