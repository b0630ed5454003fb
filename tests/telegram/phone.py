"""A dialogue on a phone: the serving part in a thread of this process, its clock in the test's hand."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Self

from bot.channels.telegram.configured import TelegramSettings
from bot.channels.telegram.serving import serve
from bot.settings import Settings
from storage import open_database
from tests.handlers.dialogue import SHANGHAI, START, Turn
from tests.telegram.fake import Fake, Meter, Person
from tests.telegram.ways import Shown, Told, told


class Bench:
    """A fake and a bot that serves on it, over one database; `now` is what time it is for both. Nobody sets it while
    answers are under way: to the bot it would seem that they have been so for as long as the clock was moved."""

    def __init__(self, folder: Path) -> None:
        self.fake = Fake()
        self.now = datetime.fromisoformat(START).replace(tzinfo=SHANGHAI)
        self.file = folder / "phone.db"
        self.database = open_database(self.file)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="serving", daemon=True)

    def __enter__(self) -> Self:
        self.fake.__enter__()
        self.fake.server.clock = self.clock
        self.fake.server.meter = Meter(None)  # this clock stands still between messages: no limit would ever pass
        self._thread.start()
        self.fake.wait_for(lambda: self.fake.server.updates.polls > 0, 30)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(30)
        self._loop.close()
        self.fake.__exit__()
        self.database.close()

    def clock(self) -> datetime:
        """The dialogue's time."""
        return self.now

    def settle(self) -> None:
        """Wait until the bot has noted all that it said as said; it is heard a moment before."""
        self.fake.wait_for(self._all_is_said, 20)

    def _all_is_said(self) -> bool:
        with self.database.turn(self.now) as turn:
            return turn.backlog().waiting == 0

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        settings = Settings(telegram=TelegramSettings(self.fake.token, self.fake.base))
        self._task = self._loop.create_task(serve(settings, self.database, self.clock, lambda _: None))
        with suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._task)


@dataclass(slots=True)
class Phone:
    """Somebody new with a phone."""

    bench: Bench
    person: Person = field(init=False)

    def __post_init__(self) -> None:
        self.person = self.bench.fake.person()

    def take(self, said: Turn, now: datetime) -> Shown:
        self.bench.settle()
        self.bench.now = now
        if said.pressed:
            self.person.presses(said.said)
        else:
            self.person.says(said.said)
        heard = self.person.hear()
        return Shown("\n".join(line.rstrip() for line in heard.text.split("\n")), tuple(heard.buttons))

    def ledger(self) -> list[Told]:
        assert self.person.told() == []
        return told(self.bench.database, str(self.person.id))
