"""`xueshi stats`: what a person would look up in a dashboard, for those who have none."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import wording_upkeep as words
from bot.assemble import opened
from bot.locations import database_of
from bot.settings import Settings


def stats(database: str | None, settings: Settings) -> int:
    """Print the figures. Raises StartProblem."""
    found = opened(settings, database_of(settings, database))
    try:
        with found.turn(datetime.now(ZoneInfo(settings.timezone))) as turn:
            figures = turn.figures()
    finally:
        found.close()
    print(words.STATS.format(**asdict(figures)))
    if figures.unread:
        print("\n".join([words.UNREAD, *(words.UNREAD_LINE.format(**asdict(each)) for each in figures.unread)]))
    return 0
