"""The file that was opened, told apart from one that took its place: a database file that is moved away or replaced in
mid-run goes on being written to by whoever has it open, and nobody finds again what was written."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import URL

from storage import dialect
from storage.problem import StorageProblem


class Placed:
    """The file at an address. For a server or a database in memory there is none, and nothing to see."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self._file = Path(str(url.database)).absolute() if dialect.is_sqlite(url) and url.database else None
        self._opened = self._seen()

    def check(self) -> None:
        """Raises StorageProblem where the file that was opened is not in its place any more."""
        if self._opened is not None and self._seen() != self._opened:
            raise StorageProblem("moved", dialect.place(self._url))

    def _seen(self) -> tuple[int, int] | None:
        """What names the file, whatever it is called."""
        try:
            found = self._file.stat() if self._file else None
        except OSError:
            return None
        return (found.st_dev, found.st_ino) if found else None
