"""Many people at once on one database, from several processes: each message reaches two of them at the same time.

What a person's ledger holds at the end, and what was answered to each message, is compared with a model: the same
messages, one after the other, by one process on a database in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from random import Random
from time import perf_counter

from bot.turn import answer
from handlers.assistant import Assistant
from handlers.message import Answer, Message
from policies.library import load_library
from storage import Database, open_database

THREADS = 4
START = datetime(2026, 11, 20, 8, 0, tzinfo=timezone(timedelta(hours=8)))
PLACES = ("常州", "南通", "江西", "常德")
SAID = (
    "{day}参加单位组织的培训{number}天",
    "今年发表了一篇CN论文《{title}》，独著",
    "{day}在市里听了一场讲座",
    "撤销",
    "改成{number}天",
    "还差多少学时",
    "不对，是去年的",
    "今年还有一篇普刊论文，第二作者",
    "公需课学了{number}0学时",
)
Told = dict[str, str]
"""What was answered, by person and message."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. `turns` counts each message once for each time it was sent."""

    ledgers: dict[str, list[str]]
    answers: Told
    turns: int = 0
    seconds: float = 0.0


def rounds(people: int, messages: int, seed: int = 1) -> list[list[Message]]:
    """The messages by the round that they are sent in: one of each person, a minute after their last."""
    random = Random(seed)
    said = [[f"我在{random.choice(PLACES)}工作", *_said(random, messages - 1)] for _ in range(people)]
    return [
        [
            Message(f"u{person}", START + timedelta(minutes=number), text=said[person][number], message_id=f"m{number}")
            for person in range(people)
        ]
        for number in range(messages)
    ]


def _said(random: Random, number: int) -> Iterator[str]:
    for at in range(number):
        day = f"{random.randint(1, 10)}月{random.randint(1, 28)}号"
        yield random.choice(SAID).format(day=day, number=random.randint(1, 5), title=f"第{at}号桥的检测")


def modelled(sent: Sequence[Sequence[Message]]) -> Outcome:
    """What a single process makes of it, one message after the other."""
    database = open_database()
    assistant = Assistant(database, load_library())
    answers = dict(_told(assistant, message) for each in sent for message in each)
    return Outcome(ledgers(database, people_of(sent)), answers)


def people_of(sent: Sequence[Sequence[Message]]) -> list[str]:
    return [message.user for message in sent[0]]


def ledgers(database: Database, people: Sequence[str]) -> dict[str, list[str]]:
    """Each person's entries, withdrawn ones too, without the numbers that differ between databases."""
    with database.turn(START) as turn:
        found = {user: turn.ledger(user).entries(withdrawn=True) for user in people}
    return {
        user: [
            f"{entry.fact.activity} {entry.fact.when} {dict(entry.fact.attributes)} {entry.said} {entry.why}"
            for entry in entries
        ]
        for user, entries in found.items()
    }


def crowded(url: str, sent: Sequence[Sequence[Message]], processes: int = 3) -> Outcome:
    """The same by several processes, each message handed to two of them at once. They must give the same answer."""
    open_database(url).close()
    context = get_context("spawn")
    pipes = [context.Pipe() for _ in range(processes)]
    workers = [context.Process(target=_work, args=(url, theirs)) for _, theirs in pipes]
    for worker in workers:
        worker.start()
    ours = [pipe for pipe, _ in pipes]
    for pipe in ours:
        pipe.recv()  # it is ready
    begun = perf_counter()
    answers: Told = {}
    for number, messages in enumerate(sent):
        _round(ours, number, messages, answers)
    seconds = perf_counter() - begun
    for pipe, worker in zip(ours, workers, strict=True):
        pipe.send(None)
        worker.join()
    database = open_database(url)
    outcome = Outcome(
        ledgers(database, people_of(sent)), answers, sum(map(len, sent)) * len(_takers(0, processes)), seconds
    )
    database.close()
    return outcome


def _takers(place: int, processes: int) -> tuple[int, ...]:
    """The processes that a message is handed to."""
    return tuple({place % processes, (place + 1) % processes})


def _round(pipes: Sequence[Connection], number: int, messages: Sequence[Message], answers: Told) -> None:
    """Everybody's next message; the round is over when all are answered."""
    for at, pipe in enumerate(pipes):
        pipe.send([each for place, each in enumerate(messages) if at in _takers(place + number, len(pipes))])
    for pipe in pipes:
        for key, told in pipe.recv().items():
            assert answers.setdefault(key, told) == told, (key, told, answers[key])


def _work(url: str, pipe: Connection) -> None:
    """A process that answers what it is handed, several messages at once."""
    database = open_database(url)
    tell = partial(_told, Assistant(database, load_library()))
    with ThreadPoolExecutor(THREADS) as pool:
        pipe.send(None)
        while (messages := pipe.recv()) is not None:
            pipe.send(dict(pool.map(tell, messages)))
    database.close()


def _told(assistant: Assistant, message: Message) -> tuple[str, str]:
    return f"{message.user} {message.message_id} {message.text}", _words(answer(assistant, message))


def _words(made: Answer) -> str:
    """An answer without the numbers of entries."""
    return f"{made.error} {[reply.text for reply in made.replies]}"
