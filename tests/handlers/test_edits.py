"""A message that was changed after it was sent: its record follows, or nothing is touched and it is said."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.assistant import Assistant
from handlers.message import Answer, Message
from policies.library import Library
from storage.database import open_database

NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


class Typist:
    """Somebody whose every message has a number, so that it can be changed."""

    def __init__(self, library: Library) -> None:
        self._assistant = Assistant(open_database("sqlite://"), library)
        self._sent = 0
        self.say("我在常州工作")

    def say(self, text: str, edits: str | None = None) -> Answer:
        self._sent += 1
        now = NOW + timedelta(minutes=self._sent)
        return self._assistant.answer(Message("u", now, text=text, message_id=str(self._sent), edits=edits))

    def change(self, text: str, sent: int) -> Answer:
        return self.say(text, edits=str(sent))

    @property
    def last(self) -> int:
        return self._sent


@pytest.fixture
def typist(library: Library) -> Typist:
    return Typist(library)


def hours(answer: Answer) -> list[int]:
    return [int(entry.hours) for entry in answer.posted]


def test_the_record_follows_the_new_words_again_and_again(typist: Typist) -> None:
    assert hours(typist.say("局里办的培训上了两天")) == [16]
    sent = typist.last
    first = typist.change("局里办的培训上了三天", sent)
    assert (first.intent, hours(first), first.removed) == ("amend", [24], ("1",))
    second = typist.change("局里办的培训上了四天", sent)
    assert (hours(second), second.removed) == ([32], ("2",))


def test_several_facts_change_one_for_one(typist: Typist) -> None:
    said = typist.say("公需课考过一门，局里办的培训上了两天")
    assert len(said.posted) == 2
    changed = typist.change("公需课考过一门，局里办的培训上了三天", typist.last)
    assert (hours(changed), len(changed.removed)) == ([24], 1)  # the other one says what it said


def test_a_comma_changes_nothing(typist: Typist) -> None:
    typist.say("局里办的培训上了两天")
    same = typist.change("局里办的培训，上了两天。", typist.last)
    assert (same.posted, same.removed) == ((), ())


@pytest.mark.parametrize("words", ["算了当我没说", "局里办的培训上了两天，还发了两篇CN论文独著，又听了半天讲座"])
def test_what_cannot_be_told_touches_nothing_and_offers_to_take_back(typist: Typist, words: str) -> None:
    typist.say("局里办的培训上了两天")
    unclear = typist.change(words, typist.last)
    assert (unclear.posted, unclear.removed) == ((), ())
    assert [button.data for row in unclear.replies[0].buttons for button in row] == ["u:1"]


def test_an_open_question_is_answered_by_the_new_words(typist: Typist) -> None:
    assert typist.say("去年发了篇论文").asks == ("venue",)
    assert hours(typist.change("去年发了篇CN论文，第二作者", typist.last)) == [10]


def test_a_question_that_was_answered_is_not_recorded_a_second_time(typist: Typist) -> None:
    typist.say("去年发了篇论文")
    sent = typist.last
    typist.say("有CN号的")
    assert hours(typist.say("第一作者")) == [30]
    late = typist.change("去年发了篇CN论文，第一作者", sent)
    assert (late.posted, late.removed, late.intent) == ((), (), "amend")


def test_a_question_that_was_changed_is_asked_anew(typist: Typist) -> None:
    typist.say("还差多少")
    assert typist.change("2025年还差多少", typist.last).intent == "balance"


def test_words_that_were_never_heard_are_as_good_as_new(typist: Typist) -> None:
    assert hours(typist.change("局里办的培训上了两天", 99)) == [16]
