"""Work that takes seconds (a workbook of ten thousand people), done while no transaction is open.

The turn that wants it is given up before anything was written, the work is done in short reads of its own, and the turn
is taken again with what came of it; so nobody else waits, and what changed meanwhile is judged anew.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from handlers.message import Message
from storage.database import Database

Tell = Callable[[int, int], None]  # so many are done, of so many
Progress = Callable[[Message, int, int], None]
Work = Callable[[Database, Tell], bytes]


class WorkBusy(Exception):  # noqa: N818 - no error: who asked is told to come back
    """Somebody else's work is being done; two at a time would leave nobody to answer all others."""


class TakesLong(Exception):  # noqa: N818 - no error: the turn is given up, and taken again by who can wait
    """A turn needs something that takes long, and was given up before anything was written."""


class WorkWanted(TakesLong):
    """Raised by a handler that needs `work` done before it can answer; the scene of the second turn has its result."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work


class Workbench:
    """Where work is done, one at a time."""

    def __init__(self, database: Database, progress: Progress | None) -> None:
        self._database = database
        self._progress = progress
        self._taken = Lock()

    def done(self, wanted: WorkWanted, message: Message) -> bytes:
        """The work's result; how far it is gets told on the way. Raises WorkBusy where another is being done."""

        def tell(count: int, of: int) -> None:
            if self._progress is not None:
                self._progress(message, count, of)

        if not self._taken.acquire(blocking=False):
            raise WorkBusy
        try:
            return wanted.work(self._database, tell)
        finally:
            self._taken.release()
