"""Whole turns: read, understood, appraised, kept, worded. Through the JSONL channel, and within one process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter

from sqlalchemy import event
from sqlmodel import Session, create_engine

from handlers.assistant import Assistant
from handlers.message import Message
from policies.library import load_library
from storage import open_database
from storage.tables import Account, EntryRow
from tests.bench.crowd import AT_ONCE, Talk, pace
from tests.bench.figures import Figure, milliseconds
from tests.bench.storage import YEAR, bare_insert
from tests.bot.conftest import XUESHI, environment
from tests.bot.jsonl_client import JsonlClient

SAID = ("我在常州工作", "去年发表了一篇CN论文，第二作者", "参加单位培训3天", "还差多少学时", "撤销")
PEOPLE = 100
INSTANT = datetime.fromisoformat("2026-11-20T10:00:00+08:00")
RELAXED = "?synchronous=normal"

Tell = Callable[[str, str, int], None]


def figures(folder: Path) -> Iterator[Figure]:
    """Turns a second, in memory and on disk; one turn beside one row by SQLModel; many people at once."""
    for name, database in (("in memory", "sqlite://"), ("on disk, every turn durable", f"sqlite:///{folder}/turns.db")):
        with JsonlClient([*XUESHI, "chat", "--jsonl", "--db", database], folder, environment(folder)) as client:
            talk(lambda *said: say(client, *said), "warming")
            before = perf_counter()
            for person in range(PEOPLE):
                talk(lambda *said: say(client, *said), str(person))
            taken = perf_counter() - before
        yield Figure(f"turns a second, {name}", PEOPLE * len(SAID) / taken, "/s")
    file = folder / "full.db"
    ours, row, read = one_turn(f"sqlite:///{file}{RELAXED}"), one_row(file), one_row(file, refreshed=True)
    name = "turns a second, one process, synchronous=normal"
    yield Figure(name, 1000 / ours, "/s", 1000 / row, "rows by SQLModel, added and committed")
    yield Figure(name, 1000 / ours, "/s", 1000 / read, "and refreshed, as its tutorial does")
    before, crowd, after = bare_insert(folder), at_once(f"sqlite:///{folder}/crowd.db"), bare_insert(folder)
    bare = (before + after) / 2  # the disk is as changeable as the rest of such a machine
    yield Figure(f"durable turns a second of {AT_ONCE} at once", crowd, "/s", 1000 / bare, "durable sqlite3 inserts")


def say(client: JsonlClient, user: str, said: str, number: int) -> None:
    """Through the channel."""
    answer = client.say(user, said, now=at(number).isoformat(), message_id=str(number))
    assert answer["error"] is None, answer


def at(number: int) -> datetime:
    """When somebody says their messages: one after the other."""
    return INSTANT + timedelta(seconds=number)


def talk(tell: Tell, user: str) -> None:
    """A short conversation of one person."""
    for said in talk_of(tell, user):
        said()


def teller(assistant: Assistant) -> Tell:
    """Within this process."""

    def tell(user: str, said: str, number: int) -> None:
        answer = assistant.answer(Message(user, at(number), text=said, message_id=str(number)))
        assert answer.error is None, answer

    return tell


def one_turn(url: str) -> float:
    """Milliseconds of a turn, over whole conversations."""
    database, people = open_database(url), count()
    tell = teller(Assistant(database, load_library()))
    taken = milliseconds(lambda: talk(tell, str(next(people))), PEOPLE) / len(SAID)
    database.close()
    return taken


def one_row(file: Path, *, refreshed: bool = False) -> float:
    """Milliseconds of an entry added and committed (and read again) by an SQLModel session on the same file."""
    engine = create_engine(f"sqlite:///{file}")
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = NORMAL"))
    with Session(engine) as session:
        account = Account(user=f"rows {refreshed}", first_seen=INSTANT)
        session.add(account)
        session.commit()
        number = account.id
    assert number

    def add() -> None:
        with Session(engine) as session:
            row = EntryRow(
                account_id=number,
                activity="paper",
                starts=YEAR.start,
                ends=YEAR.end,
                exact=False,
                attributes='{"cn":true}',
                said=SAID[1],
                recorded_at=INSTANT,
            )
            session.add(row)
            session.commit()
            if refreshed:
                session.refresh(row)

    taken = milliseconds(add, PEOPLE * len(SAID))
    engine.dispose()
    return taken


def at_once(url: str) -> float:
    """Durable turns a second where many people talk at the same time."""
    database = open_database(url)
    tell = teller(Assistant(database, load_library()))
    pace(database, [talk_of(tell, f"w{person}") for person in range(AT_ONCE)])
    found = pace(database, [talk_of(tell, str(person)) for person in range(AT_ONCE * 4)])
    database.close()
    return found


def talk_of(tell: Tell, user: str) -> Talk:
    """The same conversation, message by message."""
    return [partial(tell, user, said, number) for number, said in enumerate(SAID)]
