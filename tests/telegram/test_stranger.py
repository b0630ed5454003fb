"""The same dialogues on a Bot API that nobody here wrote.

Runs where XUESHI_STRANGER is set and Node is, since npm fetches the package from outside the first time.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from itertools import count

import pytest

from policies.library import Library
from storage import open_database
from tests.bot.conftest import environment
from tests.handlers.dialogue import Dialogue, Turn
from tests.nursery import Nursery
from tests.nursery.clock import Clock
from tests.reserved import reserved
from tests.telegram.fake import TOKEN
from tests.telegram.stranger import Stranger, Visitor, installed
from tests.telegram.test_alike import CHOSEN, agree
from tests.telegram.ways import Shown, Told, told

_numbers = count(7_001)


class Elsewhere:
    """Somebody new there."""

    def __init__(self, stranger: Stranger, database: str) -> None:
        self._visitor = Visitor(stranger, next(_numbers))
        self._database = database

    def take(self, said: Turn, now: datetime) -> Shown:
        if said.pressed:
            self._visitor.presses(said.said)
        else:
            self._visitor.says(said.said, now)
        message = self._visitor.hear()
        text = unescape(re.sub("<[^>]+>", "", message["text"])).strip()
        rows = (message.get("reply_markup") or {}).get("inline_keyboard", [])
        labels = tuple(button["text"] for row in rows for button in row)
        return Shown("\n".join(line.rstrip() for line in text.split("\n")), labels)

    def ledger(self) -> list[Told]:
        database = open_database(self._database)
        stands = told(database, str(self._visitor.id))
        database.close()
        return stands


@pytest.fixture(scope="module")
def elsewhere(
    nursery: Nursery, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config
) -> Iterator[tuple[Stranger, str]]:
    """The emulator with our program serving on it."""
    if not os.environ.get("XUESHI_STRANGER") or pytestconfig.cache is None:
        pytest.skip("XUESHI_STRANGER is not set")
    packages = pytestconfig.cache.mkdir("telegram-test-api")
    if not installed(packages):
        pytest.skip("no Node, or no telegram-test-api to be had")
    folder = tmp_path_factory.mktemp("elsewhere")
    database = f"sqlite:///{folder}/served.db"
    with reserved() as free, Stranger(packages, int(free.rpartition(":")[2])) as stranger:
        settings = environment(folder, TELEGRAM_BOT_TOKEN=TOKEN, XUESHI_TELEGRAM_API=stranger.base, XUESHI_DB=database)
        child = nursery.born(settings, folder, folder / "serve.log", Clock())
        yield stranger, database
        nursery.ended(child, signal.SIGTERM)


@pytest.mark.parametrize("dialogue", CHOSEN)
def test_a_dialogue_is_the_same_elsewhere(
    elsewhere: tuple[Stranger, str], dialogue: Dialogue, library: Library
) -> None:
    stranger, database = elsewhere
    agree(Elsewhere(stranger, database), dialogue, library)
