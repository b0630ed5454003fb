"""Whole messages: what every phrasing of the corpus is understood as. Shares are ratcheted up, never down."""

from __future__ import annotations

from functools import cache

import pytest

from tests.nlu.message_corpus import Example, Outcome, examples, outcome

LEAST = 0.98
LEAST_OF: dict[str, float] = {}
"""Shares that must be right, by file; where one is lower, its phrasings await another part."""

MISREAD: frozenset[str] = frozenset()
"""Phrasings that are still read as something else: each is an open defect."""


def _files() -> list[str]:
    return sorted({example.file for example in examples()})


@pytest.mark.parametrize("file", _files())
def test_messages_are_understood(file: str) -> None:
    outcomes = [(example, found) for example, found in _outcomes() if example.file == file]
    wrong = [f"{example.text!r}: {'; '.join(found.wrong)}" for example, found in outcomes if found.wrong]
    share = 1 - len(wrong) / len(outcomes)
    assert share >= LEAST_OF.get(file, LEAST), "\n".join(wrong)


def test_nothing_is_reported_that_was_not_meant() -> None:
    harmful = {example.text: found.wrong for example, found in _outcomes() if found.harmful}
    assert {text: why for text, why in harmful.items() if text not in MISREAD} == {}


def test_misread_phrasings_are_taken_off_the_list_once_they_are_right() -> None:
    right = {example.text for example, found in _outcomes() if not found.wrong}
    assert right & MISREAD == set()


@cache
def _outcomes() -> tuple[tuple[Example, Outcome], ...]:
    return tuple((example, outcome(example)) for example in examples())
