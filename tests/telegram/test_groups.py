"""In groups: only who speaks to it is answered, private things are told in private, a group may become another."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from aiogram import types

from bot import wording_telegram as wording
from bot.channels.telegram import routes
from bot.channels.telegram.allowance import BURST
from bot.channels.telegram.incoming import Me
from handlers.message import Answer, Message
from tests.telegram.fake import Fake, Group, Person
from tests.telegram.serving import Serving
from tests.telegram.test_conversations import ledger, settled


def with_group(served: Serving) -> tuple[Person, Group]:
    person = settled(served)
    return person, served.fake.group("一科", person)


def test_a_mention_is_answered_in_the_group(served: Serving) -> None:
    person, group = with_group(served)
    group.says(person, "公需课最少要多少学时", mention=True)
    assert "公需不少于30" in group.hear().text
    assert person.told() == []


def test_what_is_not_for_it_is_not_answered(served: Serving) -> None:
    person, group = with_group(served)
    served.fake.server.privacy = False  # as if somebody had switched privacy mode off
    group.says(person, "我去年培训了三天")
    group.says(person, "/gap@some_other_bot")
    served.fake.server.privacy = True
    group.says(person, "公需课最少要多少学时", mention=True)
    assert "公需不少于30" in group.hear().text
    assert ledger(served, person) == []


def test_what_is_private_is_told_in_private(served: Serving) -> None:
    person, group = with_group(served)
    group.says(person, "我还差多少学时", mention=True)
    assert "还差90学时" in person.hear().text
    assert "90" not in group.hear().text


def test_who_never_wrote_is_told_how_to_begin(served: Serving) -> None:
    person = served.fake.person("新人", started=False)
    group = served.fake.group("二科", person)
    group.says(person, "我还差多少学时", mention=True)
    told = group.hear()
    assert told.text
    assert "学时" not in told.text or "90" not in told.text


def test_a_reply_to_it_is_for_it(served: Serving) -> None:
    person, group = with_group(served)
    group.says(person, "公需课最少要多少学时", mention=True)
    first = group.hear()
    group.says(person, "那专业呢", reply_to=first.id)
    assert "60" in group.hear().text


@pytest.mark.parametrize("announced", [True, False])
def test_a_group_that_became_another_gets_its_answer_there(served: Serving, announced: bool) -> None:
    person, group = with_group(served)
    new = served.fake.do(lambda: asked_and_moved(served.fake, person, group, announced=announced))
    assert "公需不少于30" in new.hear().text
    new.says(person, "公需课最少要多少学时", mention=True)
    assert "公需不少于30" in new.hear().text


def asked_and_moved(fake: Fake, person: Person, group: Group, *, announced: bool) -> Group:
    """Ask, and make a supergroup of it before the answer can come."""
    text = "@xueshi_test_bot 公需课最少要多少学时"
    mention = {"type": "mention", "offset": 0, "length": 16}
    fake.written(group.chat, person.user, {"text": text, "entities": [mention]}, None)
    return fake.migrated(group, announced=announced)


class Listens:
    """Stands for what answers: everybody gets an empty answer, and whom it was said to is noted."""

    def __init__(self) -> None:
        self.answered: list[str] = []
        self.told: list[tuple[str | None, str]] = []

    async def answer(self, said: Message) -> Answer:
        self.answered.append(said.group or said.user)
        return Answer()

    async def deliver(self, _answer: Answer) -> list[int]:
        return []

    async def apologise(self, said: Message, words: str) -> list[int]:
        self.told.append((said.group, words))
        return []

    async def matters(self, _said: Message) -> bool:
        return False


def test_a_group_that_asks_too_much_is_told_once_and_others_are_still_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "monotonic", lambda: 1000.0)  # or a slow machine would let them ask for more
    listens = Listens()
    asking = routes.Routes(listens, None, listens, Me(1, "bot"))  # type: ignore[arg-type]

    async def asked(chat: int, sender: int) -> None:
        here = types.Chat(id=chat, type="supergroup" if chat < 0 else "private")
        who = types.User(id=sender, is_bot=False, first_name="x")
        said = types.Message(message_id=1, date=datetime.now(UTC), chat=here, from_user=who, text="/help")
        await asking.message(said, None)  # type: ignore[arg-type]

    async def everybody() -> None:
        for number in range(BURST + 9):
            await asked(-5, number)
        await asked(-6, 1)
        await asked(1, 1)

    asyncio.run(everybody())
    assert listens.answered == ["-5"] * BURST + ["-6", "1"]
    assert listens.told == [("-5", wording.GROUP_TOO_FAST)]
