"""What several people say for the faults: reports, corrections, wishes, files; each message has an id."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from handlers.message import Message
from tests.faults.papers import Papers

START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
PLACES = ("常州", "苏州", "江西", "南通", "常德")
REPORTS = (
    "{month}月{day}号单位组织培训，{days}天",
    "今年发表了一篇CN论文，独立作者，题目《{month}号线第{day}标段的{days}种做法》",
    "今年{month}月{day}号听了住建局办的讲座，{days}天",
    "去年公需课考过一门",
    "去年过了一建两门",
)
CHANGES = (
    "撤销",
    "改成{days}天",
    "第1条删了",
    "改成去年的",
    "时区设为 Europe/London",
    "我叫小王",
    "我在南通工作",
    "我明年评高级",
)
WISHES = (
    "还差多少",
    "看看明细",
    "{days}天后早上9点提醒我交材料{day}",
    "每周五下午5点提醒我登记学时",
    "取消提醒",
    "提醒都停了吧",
    "恢复提醒",
    "导出我的学时表格",
    "我交了哪些材料",
)
FAREWELL = ("清除我的数据", "确认清除")


def dialogues(chance: random.Random, folder: Path, *, people: int = 4, length: int = 60) -> tuple[Message, ...]:
    """Several people at once; the files that they send are made in `folder`, the same for the same chance."""
    return tuple(_messages(chance, Papers(folder), people, length))


def _messages(chance: random.Random, papers: Papers, people: int, length: int) -> Iterator[Message]:
    for number in range(people):
        yield Message(f"p{number}", START, text=f"我在{PLACES[number % len(PLACES)]}工作", message_id=f"r{number}")
    for number in range(length):
        now = START + timedelta(minutes=number)
        who = f"p{chance.randrange(people)}"
        for part, message in enumerate(_turns(chance, papers)):
            yield Message(who, now, **message, message_id=f"m{number}.{part}")  # type: ignore[arg-type]


def _turns(chance: random.Random, papers: Papers) -> Sequence[dict[str, str]]:
    """One thing that somebody does, mostly one message."""
    kind = chance.choices(("report", "change", "wish", "press", "proof", "sheet", "leave"), (50, 15, 12, 8, 9, 5, 1))[0]
    if kind == "press":
        return [{"press": chance.choice(("u:{0}", "m:{0}", "y:{0}:2025")).format(chance.randint(1, 20))}]
    if kind == "proof":
        return [{"file": str(papers.photo(chance.randrange(40)))}]
    if kind == "sheet":
        return [{"file": str(papers.sheet(chance))}]
    if kind == "leave":
        return [{"text": words} for words in FAREWELL]
    template = chance.choice({"report": REPORTS, "change": CHANGES, "wish": WISHES}[kind])
    said = template.format(month=chance.randint(1, 2), day=chance.randint(1, 28), days=chance.randint(1, 6))
    return [{"text": said}]
