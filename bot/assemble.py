"""The only place where the parts are joined. Importing it takes most of a second."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot import turn, wording
from bot.documents import library_of
from bot.problem import StartProblem
from bot.settings import Settings
from handlers.assistant import Assistant
from handlers.message import Answer, Message
from storage import StorageProblem, open_database


def answerer(settings: Settings, database: str) -> Callable[[Message], Answer]:
    """What answers messages over that database, with the built-in and the configured policies. Raises StartProblem."""
    try:
        opened = open_database(database)
    except StorageProblem as problem:
        raise StartProblem(wording.storage_problem(problem)) from problem
    return partial(turn.answer, Assistant(opened, library_of(settings), settings.timezone))
