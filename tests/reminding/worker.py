"""A process that ticks and empties the outbox into a file, one line a message, until it is killed.

python -m tests.reminding.worker DATABASE FILE INSTANT
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path
from time import sleep
from typing import BinaryIO

from handlers.reminding.ticking import Ticker, tick_into_outbox
from policies.library import load_library
from storage import Database, open_database
from storage.problem import StorageProblem

LEASE = timedelta(minutes=1)
AT_HAND = 20
ON_THE_WIRE = 0.002  # seconds that a message takes


def main(arguments: list[str]) -> None:
    """Tick once, then send all there is, whoever laid it down."""
    address, file, instant = arguments
    now, database = datetime.fromisoformat(instant), opened(address)
    library = load_library()
    print("ready", flush=True)
    tick_into_outbox(Ticker(database, library, "Asia/Shanghai"), now, lambda: now)
    with Path(file).open("ab", buffering=0) as wire:
        while send_some(database, now, wire):
            pass
    database.close()


def opened(address: str) -> Database:
    """The database, as soon as a busy one lets us; whoever runs the processes would start this one again."""
    while True:
        try:
            return open_database(address)
        except StorageProblem as problem:
            if problem.code != "locked":
                raise


def send_some(database: Database, now: datetime, wire: BinaryIO) -> bool:
    """Send what can be claimed, each settled as soon as it is sent."""
    with database.turn(now) as turn:
        parcels = turn.outbox.claim(now + LEASE, AT_HAND)
    for parcel in parcels:
        wire.write(f"{parcel.to_user}\n".encode())
        sleep(ON_THE_WIRE)
        with database.turn(now) as turn:
            turn.outbox.sent([parcel.id])
    return bool(parcels)


if __name__ == "__main__":
    main(sys.argv[1:])
