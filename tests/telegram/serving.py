"""`xueshi serve` as a process of its own, pointed at a fake; it can be killed and started again at will."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from tests.bot.conftest import environment
from tests.nursery import Nursery
from tests.nursery.clock import Clock
from tests.telegram.fake import Fake

PUBLIC = "bot.example.org"  # where the webhook is for the world; a proxy of ours hands it on


class Serving:
    """A serving program over one database in `folder`. Between `start` and `stop` or `kill` it lives. Its clock is the
    fake's too, whatever day the tests are run on."""

    def __init__(self, nursery: Nursery, fake: Fake, folder: Path, **settings: str) -> None:
        self._nursery = nursery
        self.fake = fake
        self.clock = fake.server.clock = Clock()
        self._settings = settings
        self._child = 0
        self.folder = folder
        self.database = folder / "served.db"
        self.log = folder / "serve.log"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._child:
            self.stop()

    def start(self) -> None:
        """Start it, and wait until it takes updates."""
        before = self._listening()
        self._child = self._nursery.born(self.environment(), self.folder, self.log, self.clock)
        self.fake.wait_for(lambda: self._listening() > before, 30, lambda: self.said()[-2000:])

    def stop(self) -> int:
        """End it as an operator would; the exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> int:
        """End it as a power cut would."""
        return self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> int:
        child, self._child = self._child, 0
        return self._nursery.ended(child, how)

    def said(self) -> str:
        """What it wrote to its terminal."""
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""

    def environment(self) -> Mapping[str, str]:
        """The environment with the settings of this life."""
        return environment(
            self.folder,
            TELEGRAM_BOT_TOKEN=self.fake.token,
            XUESHI_TELEGRAM_API=self.fake.base,
            XUESHI_DB=f"sqlite:///{self.database}",
            **self._settings,
        )

    def _listening(self) -> int:
        calls = [call.method for call in self.fake.server.calls]
        polls = self.fake.server.updates.polls
        return polls + calls.count("setWebhook")


def webhook_settings(fake: Fake, **more: str) -> dict[str, str]:
    """Settings for a webhook at a public address, which the fake reaches here as through a proxy."""
    local = fake.address()
    fake.server.webhook.behind[PUBLIC] = local
    return {"XUESHI_WEBHOOK_URL": f"https://{PUBLIC}/telegram", "XUESHI_WEBHOOK_LISTEN": local, **more}
