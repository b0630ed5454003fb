"""A large employer, asked what its people ask: how long it takes, and how much memory.

python -m tests.employers.measure [--members 10000]
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from random import Random

from sqlalchemy import insert

from handlers.assistant import Assistant
from handlers.message import Message
from policies.facts import Attributes
from policies.library import load_library
from storage import Database, open_database
from storage.codec import attributes_text
from storage.tables import ACCOUNT, ENTRY, MEMBERSHIP, PROFILE, REACHABILITY
from tests.employers.sheets import csv

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
FIRST = 100  # number of the first member's account
KINDS: tuple[tuple[str, Attributes], ...] = (
    ("paper", {"cn": True, "rank": Decimal(2), "count": Decimal(1), "title": "隧道管片上浮的控制"}),
    ("training", {"organizer": "own_unit", "days": Decimal(2)}),
    ("training", {"organizer": "authority", "hours": Decimal(24)}),
    ("public_course", {"passed": True, "count": Decimal(1)}),
    ("online_course", {"hours": Decimal(30)}),
    ("exam", {"count": Decimal(1), "passed": True, "certificate": "一级建造师"}),
    ("self_study", {"organised": True, "hours": Decimal(12)}),
)
ASKED = ("谁还没完成", "谁还没完成", "完成率多少", "导出单位台账", "导出3部的台账", "导出批量导入表", "提醒没完成的人")


def staff(database: Database, members: int) -> None:
    """So many members of the first employer, each with up to nine entries of this year."""
    dice, everybody = Random(2), range(FIRST, FIRST + members)
    with database.turn(NOW) as turn:
        run = turn._connection.execute
        run(insert(ACCOUNT), [{"id": each, "user": f"m{each}", "first_seen": NOW} for each in everybody])
        place = {"field": "place", "value": "常州", "recorded_at": NOW}
        run(insert(PROFILE), [{"account_id": each, **place} for each in everybody])
        run(insert(REACHABILITY), [{"account_id": each, "since": NOW} for each in everybody])
        run(insert(MEMBERSHIP), [{"account_id": each, "employer_id": 1, **person(each)} for each in everybody])
        run(insert(ENTRY), [entry(each, *dice.choice(KINDS)) for each in everybody for _ in range(dice.randint(0, 9))])


def person(number: int) -> dict[str, object]:
    known = {"department": f"{number % 25}部", "staff_number": f"{number:06}"}
    return {"name": name(number), "consent": "1", "recorded_at": NOW, **known}


def name(number: int) -> str:
    return f"甲{chr(0x4E00 + number % 20_000)}"


def entry(account: int, activity: str, attributes: Attributes) -> dict[str, object]:
    when = {"starts": date(2026, 1, 1), "ends": date(2026, 11, 1), "exact": False}
    row = {"account_id": account, "activity": activity, "attributes": attributes_text(attributes)}
    return {**row, **when, "said": "去年发了一篇论文，第二作者", "recorded_at": NOW}


def measure(folder: Path, members: int) -> None:
    """Ask, and tell how long each answer took."""
    database, told = open_database(folder / "large.db"), list[int]()
    assistant = Assistant(database, load_library(), progress=lambda _message, count, _of: told.append(count))
    assistant.answer(Message("boss", NOW, text="创建单位 江南轨道集团", name="王敏"))
    staff(database, members)
    people = [("姓名", "工号", "部门"), *((name(n), f"{n:06}", f"{n % 25}部") for n in range(FIRST, FIRST + members))]
    roster = folder / "名单.csv"
    roster.write_bytes(csv(people))
    for message in (*(Message("boss", NOW, text=text) for text in ASKED), Message("boss", NOW, file=str(roster))):
        before, worked = time.perf_counter(), time.process_time()
        answer = assistant.answer(message)
        seconds, worked = time.perf_counter() - before, time.process_time() - worked
        size = sum(Path(file).stat().st_size for reply in answer.replies for file in reply.files)
        took = f"{message.text or roster.name}: {seconds:.2f} s ({worked:.2f} s of work)"
        what = f"{len(answer.replies)} replies, {size / 2**20:.1f} MB, progress told {len(told)} times"
        sys.stdout.write(f"{took}, {what}, peak {peak()} MB\n")
        told.clear()
    database.close()


def peak() -> int:
    """The most memory that this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.employers.measure", description="a large employer")
    parser.add_argument("--members", type=int, default=10_000)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), parser.parse_args(arguments).members)


if __name__ == "__main__":
    main()
