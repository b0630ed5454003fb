"""Replies in the outbox: written with the turn, the channel's own for a while, told in private where that can be."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.assistant import Assistant
from handlers.message import Message, Reply
from handlers.posting import CLAIM, lay_down
from policies.library import Library
from storage.database import Database, open_database

NOW = datetime(2026, 11, 20, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def database() -> Database:
    return open_database("sqlite://")


@pytest.fixture
def assistant(database: Database, library: Library) -> Assistant:
    return Assistant(database, library, posts=lambda: NOW)


def waiting(database: Database, now: datetime = NOW) -> list[str]:
    with database.turn(now) as turn:
        return [str(parcel.body["text"]) for parcel in turn.outbox.claim(now + CLAIM, 10)]


def test_an_answer_is_its_channels_own_and_then_anybodys(assistant: Assistant, database: Database) -> None:
    (reply,) = assistant.answer(Message("u", NOW, text="我在常州工作", message_id="1")).replies
    assert reply.parcel is not None
    assert waiting(database) == []
    assert waiting(database, NOW + CLAIM) == [reply.text]


def test_an_answer_given_again_is_not_laid_down_again(assistant: Assistant, database: Database) -> None:
    message = Message("u", NOW, text="我在常州工作", message_id="1")
    first, second = assistant.answer(message), assistant.answer(message)
    assert second.replies[0].text == first.replies[0].text
    assert second.replies[0].parcel is None
    assert len(waiting(database, NOW + CLAIM)) == 1


def test_a_card_is_replaced_by_whoever_sends_the_answer(assistant: Assistant, database: Database) -> None:
    assistant.answer(Message("u", NOW, text="我在常州工作"))
    waiting(database, NOW + CLAIM)
    answer = assistant.answer(Message("u", NOW, press="u:99", card="17"))
    assert [reply.card for reply in answer.replies] == ["17"]
    with database.turn(NOW) as turn:
        assert turn.answered("u", "17") is None


def test_who_cannot_be_told_in_private_is_told_how(assistant: Assistant) -> None:
    in_group = Message("u", NOW, text="我还差多少学时", group="-1", addressed=True)
    (shut,) = assistant.answer(in_group).replies
    assert (shut.to_group, shut.to_user) == ("-1", None)
    assistant.answer(Message("u", NOW, text="我在常州工作"))
    private, note = assistant.answer(in_group).replies
    assert (private.to_user, note.to_group) == ("u", "-1")


def test_without_an_outbox_nothing_is_laid_down(database: Database, library: Library) -> None:
    (reply,) = Assistant(database, library).answer(Message("u", NOW, text="我在常州工作")).replies
    assert reply.parcel is None
    assert waiting(database, NOW + timedelta(days=1)) == []


def test_what_another_of_its_key_has_said_is_left_out(database: Database) -> None:
    replies = [Reply("提醒", to_user="u", key="due 1"), Reply("提醒", to_user="u", key="due 1")]
    with database.turn(NOW) as turn:
        assert len(list(lay_down(turn.outbox, replies, lambda: NOW))) == 1
    assert waiting(database) == ["提醒"]
