"""Load on a bot: floods that are there at once, and messages at a steady rate; what came back, and when."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from tests.telegram.fake import Fake, Meter, Person
from tests.telegram.serving import webhook_settings

PATIENCE = 300.0
ROOT = Path(__file__).parents[3]


@dataclass(slots=True)
class Candidate:
    """A bot as a process of its own, on a fake of its own in this one; like Telegram's default, 40 posts in flight."""

    name: str
    webhook: bool
    fake: Fake = field(default_factory=Fake)
    process: subprocess.Popen[bytes] | None = None
    people: list[Person] = field(default_factory=list)

    def __enter__(self) -> Self:
        self.fake.__enter__()
        self.fake.server.meter = Meter(None)
        return self

    def __exit__(self, *_: object) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
        self.fake.__exit__()
        assert self.fake.server.violations == []

    def address(self) -> dict[str, str]:
        """The settings of its webhook, where it has one."""
        return webhook_settings(self.fake) if self.webhook else {}

    def start(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start it, and wait until it takes updates."""
        self.process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL)
        server = self.fake.server
        self.fake.wait_for(lambda: bool(server.updates.polls or server.updates.webhook), 60)

    def gather(self, count: int, welcome: str) -> None:
        """So many new people, each of whom has written once and been answered."""
        self.people = [self.fake.person(str(number)) for number in range(count)]
        self.flood((welcome,))

    def flood(self, texts: Sequence[str]) -> float:
        """Everybody writes everything at once; the messages answered in a second."""
        began = time.monotonic()
        before, wanted = self.answered(), len(texts) * len(self.people)
        self.fake.do(lambda: self._write_all(texts))
        self.fake.wait(lambda: self.answered() - before >= wanted, PATIENCE, lambda: str(self.answered() - before))
        return wanted / (time.monotonic() - began)

    def steady(self, texts: Sequence[str], rate: float) -> list[float]:
        """Everybody in turn writes at a rate a second; how many seconds each waited for an answer, sorted."""
        began, before = time.monotonic(), len(self.fake.server.events)
        offered: dict[int, list[float]] = {person.id: [] for person in self.people}
        for number, (text, person) in enumerate((text, person) for text in texts for person in self.people):
            time.sleep(max(0.0, began + number / rate - time.monotonic()))
            offered[person.id].append(time.monotonic())
            self.fake.do(lambda person=person, text=text: self._write(person, text))  # type: ignore[misc]
        wanted = len(texts) * len(self.people)
        self.fake.wait(lambda: len(self._sent(before)) >= wanted, PATIENCE)
        waited = [at - offered[chat].pop(0) for chat, at in self._sent(before)]
        return sorted(waited)

    def answered(self) -> int:
        """How many messages the bot has sent."""
        return len(self.fake.server.meter.sent)

    def _sent(self, since: int) -> list[tuple[int, float]]:
        return [(event.chat, event.at) for event in self.fake.server.events[since:] if event.kind == "sent"]

    def _write_all(self, texts: Sequence[str]) -> None:
        for text in texts:
            for person in self.people:
                self._write(person, text)

    def _write(self, person: Person, text: str) -> None:
        self.fake.written(person.chat, person.user, {"text": text}, None)
