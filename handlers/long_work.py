"""Work that takes seconds (a workbook of ten thousand people), done while no transaction is open.

The turn that wants it is given up before anything was written, the work is done in short reads of its own, and the turn
is taken again with what came of it; so nobody else waits, and what changed meanwhile is judged anew.
"""

from __future__ import annotations

from collections.abc import Callable

from handlers.message import Message
from storage.database import Database

Tell = Callable[[int, int], None]  # so many are done, of so many
Progress = Callable[[Message, int, int], None]
Work = Callable[[Database, Tell], bytes]


class WorkWanted(Exception):  # noqa: N818 - no error: the turn waits for it
    """Raised by a handler that needs `work` done before it can answer; the scene of the second turn has its result."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work


def done(wanted: WorkWanted, database: Database, message: Message, progress: Progress | None) -> bytes:
    """The work's result; how far it is gets told on the way."""

    def tell(count: int, of: int) -> None:
        if progress is not None:
            progress(message, count, of)

    return wanted.work(database, tell)
