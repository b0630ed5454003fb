"""The commands of Telegram: what must be right is checked before the slow part is imported."""

from __future__ import annotations

import logging
import sys

from bot import wording_telegram as wording
from bot.channels.telegram.configured import token_of
from bot.locations import database_of
from bot.logs import keep_out, log_to_stderr
from bot.settings import Settings

LIBRARIES = ("aiogram", "apscheduler", "fontTools", "httpcore", "httpx", "telegram")


def serve(settings: Settings, database: str | None) -> int:
    """Be the bot until SIGINT or SIGTERM. Raises StartProblem."""
    ready(settings)
    tell(wording.STARTING)
    from bot.channels.telegram import serving  # noqa: PLC0415 - aiogram alone takes seconds

    serving.run(settings, database_of(settings, database), tell)
    return 0


def tick(settings: Settings, database: str | None) -> int:
    """Send what is due and end. Raises StartProblem."""
    ready(settings)
    from bot.channels.telegram import errand  # noqa: PLC0415

    tell(errand.run(settings, database_of(settings, database)))
    return 0


def ready(settings: Settings) -> None:
    """What must be right, and what must be in no log. Raises StartProblem."""
    token = token_of(settings.telegram)
    log_to_stderr(settings.log_level, as_json=settings.log_json)
    keep_out(token)
    quieten(settings.log_level)


def quieten(level: int) -> None:
    """Let the libraries speak of trouble only, unless everything is wanted: some tell every address, with the token."""
    for name in LIBRARIES if level > logging.DEBUG else ():
        logging.getLogger(name).setLevel(logging.WARNING)


def tell(sentence: str) -> None:
    """Say something to whoever runs the program."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
