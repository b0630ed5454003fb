"""Chats: who may be written to, what groups let the bot see, edits, presses, floods, faults."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.telegram.fake import Fake, Limits, Meter
from tests.telegram.fake_tests.raw import call, refused

BUTTON = {"inline_keyboard": [[{"text": "撤销", "callback_data": "u:1"}]]}


@dataclass(slots=True)
class Seconds:
    """Seconds that pass when they are told to."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def texts(fake: Fake) -> list[str]:
    return [update["message"]["text"] for update in call(fake, "getUpdates")["result"] if "message" in update]


def test_who_never_wrote_cannot_be_written_to(fake: Fake) -> None:
    stranger = fake.person(started=False)
    assert "can't initiate conversation" in refused(fake, "sendMessage", chat_id=stranger.id, text="好")
    assert "chat not found" in refused(fake, "sendMessage", chat_id=42, text="好")
    stranger.says("你好")
    assert call(fake, "sendMessage", chat_id=stranger.id, text="好")["ok"]


def test_who_blocked_the_bot_is_told_and_refused(fake: Fake) -> None:
    person = fake.person()
    person.blocks()
    answer = call(fake, "sendMessage", chat_id=person.id, text="好")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    person.blocks(blocked=False)
    assert call(fake, "sendMessage", chat_id=person.id, text="好")["ok"]
    states = [update["my_chat_member"]["new_chat_member"]["status"] for update in call(fake, "getUpdates")["result"]]
    assert states == ["kicked", "member"]


def test_a_group_that_became_another_names_it(fake: Fake) -> None:
    group = fake.group("一科", fake.person())
    new = group.becomes_supergroup()
    answer = call(fake, "sendMessage", chat_id=group.chat.id, text="好")
    assert answer["parameters"] == {"migrate_to_chat_id": new.chat.id}
    assert call(fake, "sendMessage", chat_id=new.chat.id, text="好")["ok"]


def test_privacy_hides_what_is_not_for_the_bot(fake: Fake) -> None:
    person = fake.person()
    group = fake.group("一科", person)
    group.says(person, "大家好")
    group.says(person, "还差多少", mention=True)
    group.says(person, "/gap")
    group.says(person, "/gap@other_bot")
    sent = call(fake, "sendMessage", chat_id=group.chat.id, text="好")["result"]["message_id"]
    group.says(person, "谢谢", reply_to=sent)
    assert texts(fake) == ["@xueshi_test_bot 还差多少", "/gap", "谢谢"]


def test_edits_change_what_stands(fake: Fake) -> None:
    person = fake.person()
    sent = call(fake, "sendMessage", chat_id=person.id, text="一", reply_markup=BUTTON)["result"]["message_id"]
    where = {"chat_id": person.id, "message_id": sent}
    assert "message is not modified" in refused(fake, "editMessageText", **where, text="一", reply_markup=BUTTON)
    assert call(fake, "editMessageText", **where, text="一")["ok"]  # the buttons went
    assert call(fake, "editMessageReplyMarkup", **where, reply_markup=BUTTON)["ok"]
    assert "message to edit not found" in refused(fake, "editMessageText", chat_id=person.id, message_id=999, text="二")
    own = person.says("我的")
    assert "can't be edited" in refused(fake, "editMessageText", chat_id=person.id, message_id=own, text="二")
    assert [heard.text for heard in person.hears(3)] == ["一", "一", "一"]
    assert person.button("撤销").id == sent


def test_a_press_is_answered_while_it_is_fresh(fake: Fake) -> None:
    person = fake.person()
    call(fake, "sendMessage", chat_id=person.id, text="一", reply_markup=BUTTON)
    press = person.presses("撤销")
    update = call(fake, "getUpdates")["result"][0]["callback_query"]
    assert (update["id"], update["data"]) == (press, "u:1")
    assert call(fake, "answerCallbackQuery", callback_query_id=press, text="好")["ok"]
    assert person.toasts() == ["好"]
    fake.server.clock = lambda: datetime.now(UTC) + timedelta(days=1)
    assert "query is too old" in refused(fake, "answerCallbackQuery", callback_query_id=press)


def test_floods_are_refused_with_how_long_to_wait(fake: Fake) -> None:
    person, group = fake.person(), fake.group("一科")
    fake.server.monotonic = Seconds()
    fake.server.meter = Meter(Limits(burst=3))
    answers = [call(fake, "sendMessage", chat_id=person.id, text="好") for _ in range(4)]
    assert [answer["ok"] for answer in answers] == [True, True, True, False]
    assert answers[3]["parameters"] == {"retry_after": 3}
    fake.server.meter = Meter(Limits(burst=100))
    answers = [call(fake, "sendMessage", chat_id=group.chat.id, text="好") for _ in range(21)]
    assert answers[20]["parameters"] == {"retry_after": 60}
    assert fake.server.meter.peak(60, group.chat.id) == 20


def test_thirty_a_second_over_all(fake: Fake) -> None:
    fake.server.monotonic = seconds = Seconds()
    people = [fake.person() for _ in range(31)]
    answers = [call(fake, "sendMessage", chat_id=person.id, text="好") for person in people]
    assert [answer["ok"] for answer in answers] == [True] * 30 + [False]
    seconds.now += 1
    assert call(fake, "sendMessage", chat_id=people[-1].id, text="好")["ok"]


def test_faults_happen_as_often_as_they_are_set(fake: Fake) -> None:
    person = fake.person()
    fake.server.monotonic = seconds = Seconds()
    fake.fails("flood", "sendMessage", seconds=1)
    assert call(fake, "sendMessage", chat_id=person.id, text="一")["parameters"] == {"retry_after": 1}
    assert call(fake, "sendMessage", chat_id=person.id, text="一")["error_code"] == 429  # the second is not over
    seconds.now += 1
    fake.fails("broken", "sendMessage")
    assert call(fake, "sendMessage", chat_id=person.id, text="一")["error_code"] == 500
    for kind in ("cut", "deaf"):
        fake.fails(kind, "sendMessage")
        with pytest.raises((URLError, ConnectionError)):
            call(fake, "sendMessage", chat_id=person.id, text=kind)
    assert [heard.text for heard in person.hears()] == ["deaf"]  # done, but nobody heard of it


def test_a_wrong_token_is_nobody(fake: Fake) -> None:
    with pytest.raises(HTTPError, match="Unauthorized"):
        urlopen(f"{fake.base}/bot1:wrong/getMe", timeout=5)
