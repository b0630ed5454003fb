"""Everybody due in the same minute: decided and laid into the outbox, beside APScheduler's own store of jobs.

The people are made by one process and told by another, so that memory is what telling takes. APScheduler gets fewer
jobs, and its time is reckoned up in proportion, which flatters it: its store slows down as it grows.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from threading import Event
from time import perf_counter

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from handlers.reminding.ticking import Ticker, tick_into_outbox
from policies.library import load_library
from storage import open_database
from tests.bench.figures import Figure
from tests.postgres.server import NoServer, running
from tests.reminding.population import populate

PEOPLE, JOBS = 100_000, 2_000
KNOWN = datetime(2026, 11, 5, tzinfo=UTC)
DUE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)


def figures(folder: Path) -> Iterator[Figure]:
    """On SQLite, and on PostgreSQL where there is one."""
    theirs = PEOPLE / JOBS * apscheduler(folder / "jobs.db")
    yield from told(str(folder / "due.db"), "SQLite", theirs)
    with suppress(NoServer), running() as server:
        yield from told(server.fresh(), "PostgreSQL", theirs)


def told(address: str, where: str, theirs: float) -> Iterator[Figure]:
    """How long it takes, and how much more memory than before."""
    _child("make", address)
    taken = json.loads(_child("tell", address))
    name = f"{taken['told']:,} people due in one minute, {where}"
    yield Figure(name, taken["seconds"], "s", theirs, "APScheduler's store, in proportion")
    yield Figure(f"memory that this took, {where}", taken["megabytes"], "MB")


def apscheduler(file: Path) -> float:
    """Seconds to add so many date jobs and to have run them all, with settings that lose none."""
    store = SQLAlchemyJobStore(f"sqlite:///{file}")
    scheduler = BackgroundScheduler(jobstores={"default": store}, timezone=UTC)
    scheduler.start(paused=True)
    REMAINING[0] = JOBS
    DONE.clear()
    before, due = perf_counter(), datetime.now(UTC) + timedelta(milliseconds=1)
    for number in range(JOBS):
        scheduler.add_job(send, "date", run_date=due, args=(number,), misfire_grace_time=None)
    scheduler.resume()
    DONE.wait()
    taken = perf_counter() - before
    scheduler.shutdown()
    return taken


DONE = Event()
REMAINING = [0]


def send(_number: int) -> None:
    """What a job does: next to nothing. Module level, since APScheduler pickles its name."""
    REMAINING[0] -= 1
    if REMAINING[0] <= 0:
        DONE.set()


def _child(what: str, address: str) -> str:
    command = [sys.executable, "-m", "tests.bench.reminders", what, address]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout


def main(what: str, address: str) -> None:
    """One of the two processes."""
    database = open_database(address)
    if what == "make":
        populate(database, PEOPLE, KNOWN, DUE)
        return
    ticker, before, start = Ticker(database, load_library(), "Asia/Shanghai"), megabytes(), perf_counter()
    count = tick_into_outbox(ticker, DUE, lambda: DUE)
    print(json.dumps({"told": count, "seconds": perf_counter() - start, "megabytes": megabytes() - before}))


def megabytes() -> float:
    """The most memory that this process has had."""
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
