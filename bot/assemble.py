"""The only place where the parts are joined. Importing it takes most of a second."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from bot import turn, wording
from bot.documents import library_of
from bot.locations import files_of
from bot.problem import StartProblem
from bot.settings import Settings
from bot.turn import Answerer
from handlers.assistant import Assistant
from handlers.long_work import Progress
from handlers.opinion import Opinion
from handlers.posting import Clock
from policies.library import Library
from storage import Database, StorageProblem, open_database
from storage.sealing import Seal


def answerer(settings: Settings, database: str) -> Answerer:
    """What answers messages over that database, with the built-in and the configured policies. Raises StartProblem."""
    return answerer_over(opened(settings, database), settings)


def opened(settings: Settings, database: str) -> Database:
    """The database at that address, or a problem told. Raises StartProblem."""
    try:
        found = open_database(database, files_of(settings, database), seal_of(settings))
        found.tidy(datetime.now(UTC))
    except StorageProblem as problem:
        raise StartProblem(wording.storage_problem(problem)) from problem
    return found


def seal_of(settings: Settings) -> Seal | None:
    """What seals, where keys are configured."""
    return Seal(settings.seal_keys) if settings.seal_keys else None


def answerer_over(
    database: Database,
    settings: Settings,
    posts: Clock | None = None,
    progress: Progress | None = None,
) -> Answerer:
    """What answers messages over an opened database; with `posts` the replies are laid into its outbox, dated by that
    clock; `progress` is told how far work is that takes long. Raises StartProblem."""
    library = library_of(settings)
    opinion = opinion_of(settings, library)
    assistant = Assistant(database, library, settings.timezone, opinion, posts, progress)
    return partial(turn.answer, assistant)


def opinion_of(settings: Settings, library: Library) -> Opinion | None:
    """The second opinion, where one is configured."""
    if settings.opinion is None:
        return None
    from bot.opinion.second import second_opinion  # noqa: PLC0415 - the network's part is loaded for who wants it

    return second_opinion(settings.opinion, library.vocabulary, settings.timezone)
