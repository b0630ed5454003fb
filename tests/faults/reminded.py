"""A year of reminders for the faults: what people asked for, and the ticks that tell them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from handlers.message import Message
from tests.faults.talking import PLACES

START = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
PEOPLE = 6
ASKED = (
    "每周五下午5点提醒我登记学时",
    "每月1号提醒我看公需课",
    "{days}天后早上9点提醒我交第{days}份材料",
    "{month}月15号早上8点提醒我带证书",
    "提醒都停了吧",
    "恢复提醒",
    "7天后再提醒",
    "单位组织培训{days}天",
    "我有哪些提醒",
)


def year_of_ticks(chance: random.Random, *, ticks: int = 60) -> tuple[Message, ...]:
    """Ticks about once in six days, and now and then somebody says something."""
    return tuple(_messages(chance, ticks))


def _messages(chance: random.Random, ticks: int) -> Iterator[Message]:
    for number in range(PEOPLE):
        yield Message(f"p{number}", START, text=f"我在{PLACES[number % len(PLACES)]}工作", message_id=f"r{number}")
    now = START
    for number in range(ticks):
        now += timedelta(hours=chance.uniform(1, 290))
        if chance.random() < 0.5:
            said = chance.choice(ASKED).format(days=chance.randint(1, 9), month=chance.randint(1, 12))
            yield Message(f"p{chance.randrange(PEOPLE)}", now, text=said, message_id=f"m{number}")
        yield Message("", now + timedelta(minutes=1), tick=True)
