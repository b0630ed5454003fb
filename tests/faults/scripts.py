"""Scripts of messages for the faults: what several people say, each message with its own id."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from handlers.message import Message

START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
PLACES = ("常州", "苏州", "江西", "南通", "常德")
REPORTS = (
    "{month}月{day}号单位组织培训，{days}天",
    "今年发表了一篇CN论文，独立作者，题目《{month}号线第{day}标段的{days}种做法》",
    "今年{month}月{day}号听了住建局办的讲座，{days}天",
    "去年公需课考过一门",
    "去年过了一建两门",
)
REST = (
    "撤销",
    "改成{days}天",
    "还差多少",
    "看看明细",
    "第1条删了",
    "改成去年的",
    "时区设为 Europe/London",
    "叫我小王{day}",
)


def dialogues(chance: random.Random, *, people: int = 4, length: int = 60) -> tuple[Message, ...]:
    """Reports, corrections and questions of several people, mixed."""
    return tuple(_messages(chance, people, length))


def _messages(chance: random.Random, people: int, length: int) -> Iterator[Message]:
    for number in range(people):
        yield Message(f"p{number}", START, text=f"我在{PLACES[number % len(PLACES)]}工作", message_id=f"r{number}")
    for number in range(length):
        template = chance.choice(REPORTS if chance.random() < 0.6 else REST)
        said = template.format(month=chance.randint(1, 2), day=chance.randint(1, 28), days=chance.randint(1, 6))
        now = START + timedelta(minutes=number)
        yield Message(f"p{chance.randrange(people)}", now, text=said, message_id=f"m{number}")
