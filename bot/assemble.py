"""The only place where the parts are joined. Importing it takes most of a second."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from bot import turn, wording
from bot.documents import library_of
from bot.locations import files_of
from bot.problem import StartProblem
from bot.settings import Settings
from handlers.assistant import Assistant
from handlers.message import Answer, Message
from handlers.opinion import Opinion
from policies.library import Library
from storage import StorageProblem, open_database


def answerer(settings: Settings, database: str) -> Callable[[Message], Answer]:
    """What answers messages over that database, with the built-in and the configured policies. Raises StartProblem."""
    try:
        opened = open_database(database, files_of(settings, database))
        opened.tidy(datetime.now(UTC))
    except StorageProblem as problem:
        raise StartProblem(wording.storage_problem(problem)) from problem
    library = library_of(settings)
    return partial(turn.answer, Assistant(opened, library, settings.timezone, opinion_of(settings, library)))


def opinion_of(settings: Settings, library: Library) -> Opinion | None:
    """The second opinion, where one is configured."""
    if settings.opinion is None:
        return None
    from bot.opinion.second import second_opinion  # noqa: PLC0415 - the network's part is loaded for who wants it

    return second_opinion(settings.opinion, library.vocabulary, settings.timezone)
