"""The assistant as a whole: nothing twice, nothing lost, nobody else's, and undo that restores."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.assistant import Assistant
from handlers.message import Answer, Message
from policies.library import Library
from storage.database import open_database

NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


class Person:
    """A person at the keyboard: says things a minute apart, presses the buttons that the last answer showed."""

    def __init__(self, assistant: Assistant, user: str = "u1", now: datetime = NOW) -> None:
        self.assistant, self.user, self.now = assistant, user, now
        self.last = Answer()

    def say(self, text: str, message_id: str | None = None) -> Answer:
        self.now += timedelta(minutes=1)
        self.last = self.assistant.answer(Message(self.user, self.now, text=text, message_id=message_id))
        return self.last

    def press(self, label: str) -> Answer:
        data = next(b.data for reply in self.last.replies for row in reply.buttons for b in row if label in b.label)
        return self.press_data(data)

    def press_data(self, data: str) -> Answer:
        self.now += timedelta(minutes=1)
        self.last = self.assistant.answer(Message(self.user, self.now, press=data))
        return self.last

    def total(self, year: int) -> object:
        answer = self.assistant.answer(Message(self.user, self.now, statement_year=year))
        assert answer.statement is not None
        credited = answer.statement["credited"]
        assert isinstance(credited, dict)
        return credited["total"]


@pytest.fixture
def assistant(library: Library) -> Assistant:
    return Assistant(open_database("sqlite://"), library)


@pytest.fixture
def person(assistant: Assistant) -> Person:
    someone = Person(assistant)
    someone.say("我在常州工作")
    return someone


def test_the_same_message_id_is_answered_alike_and_posted_once(person: Person) -> None:
    first = person.say("去年发表了一篇CN论文，第二作者", message_id="m1")
    again = person.say("去年发表了一篇CN论文，第二作者", message_id="m1")
    assert again.as_json() == first.as_json()
    assert person.total(2025) == 10


def test_one_persons_ledger_is_no_other_persons(assistant: Assistant, person: Person) -> None:
    person.say("去年发表了一篇CN论文，第二作者")
    other = Person(assistant, "u2")
    other.say("我在常州工作")
    assert other.total(2025) == 0
    other.press_data(person.last.replies[0].buttons[0][0].data)
    assert person.total(2025) == 10


def test_undo_restores_the_statement(person: Person) -> None:
    person.say("单位组织培训两天")
    before = person.assistant.answer(Message("u1", person.now, statement_year=2026)).statement
    person.say("去年和今年各发了一篇CN论文，都是一作")
    person.say("撤销")
    assert person.assistant.answer(Message("u1", person.now, statement_year=2026)).statement == before
    assert person.total(2025) == 0


def test_a_restart_in_mid_dialogue_loses_nothing(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    database = open_database(file)
    person = Person(Assistant(database, library))
    person.say("去年发表了一篇CN论文")
    person.say("常州")
    assert person.last.asks == ("author_position",)
    database.close()
    person.assistant = Assistant(open_database(file), library)
    person.say("第二作者")
    assert [(e.year, int(e.hours)) for e in person.last.posted] == [(2025, 10)]


def test_a_stale_button_changes_nothing(person: Person) -> None:
    person.say("今年发了篇CN论文")
    stale = person.last
    person.say("第二作者")
    person.last = stale
    person.press("第一作者")
    assert "过期" in person.last.replies[0].text
    assert person.total(2026) == 10


@pytest.mark.parametrize(
    "data", ["", "c", "c:", "c:1:", "c:x:y", "u:", "u:x", "u:999", "m:-1", "y:1", "y:1:9999", "z:1", "u:" + "9" * 60]
)
def test_a_forged_button_changes_nothing(person: Person, data: str) -> None:
    person.say("单位组织培训两天")
    answer = person.press_data(data)
    assert answer.posted == ()
    assert answer.removed == ()
    assert answer.replies[0].text


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\n", "😀😀", "啊" * 10_000, "\x00\x01\x02", "?" * 3000, "\u202e左", "{{7*7}}", "NULL"]
)
def test_nothing_is_recorded_of_what_says_nothing(person: Person, text: str) -> None:
    answer = person.say(text)
    assert answer.posted == ()
    assert answer.error is None
    assert answer.replies[0].text
    assert person.total(2026) == 0


def test_an_answer_survives_being_stored(person: Person) -> None:
    answer = person.say("今年公需课考过一门，单位组织培训两天")
    assert Answer.from_json(answer.as_json()) == replace(answer)


def test_around_new_year_the_persons_own_day_decides(person: Person) -> None:
    person.now = datetime(2025, 12, 31, 16, 20, tzinfo=ZoneInfo("UTC"))
    assert [e.year for e in person.say("今年单位组织培训一天").posted] == [2026]


def test_a_group_is_left_alone_unless_addressed(person: Person) -> None:
    message = Message("u1", person.now, text="单位组织培训两天", group="g1")
    assert person.assistant.answer(message) == Answer()
    assert person.total(2026) == 0


def test_ones_own_figures_are_told_in_private(person: Person) -> None:
    message = Message("u1", person.now, text="我还差多少学时", group="g1", addressed=True)
    private, public = person.assistant.answer(message).replies
    assert (private.to_user, private.to_group) == ("u1", None)
    assert "90" in private.text
    assert (public.to_user, public.to_group) == (None, "g1")
    assert "90" not in public.text
