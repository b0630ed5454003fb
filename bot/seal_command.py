"""`xueshi seal`: encryption at rest begun, or its key replaced."""

from __future__ import annotations

import sys

from bot import wording_upkeep as words
from bot.assemble import opened
from bot.locations import database_of
from bot.settings import Settings
from storage.sealing import new_key as fresh_key


def new_key() -> int:
    """Print a new key."""
    print(fresh_key())
    return 0


def seal(database: str | None, settings: Settings) -> int:
    """Seal everything anew by the newest key. Raises StartProblem."""
    if not settings.seal_keys:
        sys.stderr.write(words.NO_KEYS + "\n")
        return 1
    found = opened(settings, database_of(settings, database))
    try:
        texts, files = found.seal_anew()
    finally:
        found.close()
    print(words.SEALED.format(texts=texts, files=files))
    return 0
