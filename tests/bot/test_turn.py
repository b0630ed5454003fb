"""A turn that fails is told kindly to the person and exactly to the program, and the next one is answered."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import cast

import pytest

from bot import turn, wording
from handlers.assistant import Assistant
from handlers.message import Answer, Message, Problem, Reply
from storage import StorageProblem
from storage.problem import CODES

MESSAGE = Message("u", datetime(2026, 11, 20, 2, 0, tzinfo=UTC), text="我身份证丢了")
GOOD = Answer((Reply("好", to_user="u"),))


class Failing:
    """An assistant that raises these in turn, then answers."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)

    def answer(self, _message: Message) -> Answer:
        if self.failures:
            raise self.failures.pop(0)
        return GOOD


def answer(*failures: Exception, message: Message = MESSAGE) -> Answer:
    return turn.answer(cast("Assistant", Failing(*failures)), message)


@pytest.mark.parametrize("code", ["locked", "disk_full", "corrupted", "unreachable"])
def test_a_database_that_fails_is_told(code: str) -> None:
    sentence = wording.storage_problem(StorageProblem(code, "ledger.db"))
    expected = Answer((Reply(sentence, to_user="u"),), error=Problem(f"storage_{code}", sentence))
    assert answer(StorageProblem(code, "ledger.db")) == expected


def test_two_turns_that_collided_are_tried_once_more() -> None:
    assert answer(StorageProblem("conflict", "ledger.db")) == GOOD
    again = answer(*[StorageProblem("conflict", "ledger.db")] * 2)
    assert again.error is not None
    assert again.error.code == "storage_conflict"


def test_a_mistake_of_ours_is_owned_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        failed = answer(ZeroDivisionError("oops"))
    assert failed == Answer((Reply(wording.INTERNAL, to_user="u"),), error=Problem("internal", wording.INTERNAL))
    assert "ZeroDivisionError" in caplog.text
    assert "身份证" not in caplog.text


def test_in_a_group_the_group_is_told() -> None:
    failed = answer(ZeroDivisionError(), message=Message("u", MESSAGE.now, text="x", group="g"))
    assert [reply.as_json()["to"] for reply in failed.replies] == [{"group": "g"}]


def test_a_tick_that_fails_has_nobody_to_tell() -> None:
    failed = answer(ZeroDivisionError(), message=Message("", MESSAGE.now, tick=True))
    assert failed.replies == ()
    assert failed.error is not None


def test_every_problem_of_storage_has_its_sentence() -> None:
    assert set(wording.STORAGE_PROBLEMS) == set(CODES)
    for code in CODES:
        sentence = wording.storage_problem(StorageProblem(code, "ledger.db"))
        assert "{" not in sentence
        assert sentence.endswith("。")
