"""How often may be asked: so many calls a day, and a pause after failures in a row.

Both are counted in this process: they protect a bill and a person's patience, not a figure, so a restart may forget
them. That costs no table and no write.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from threading import Lock

FAILURES = 3  # in a row
PAUSE = 600.0  # seconds until it is tried once more


class Allowance:
    """Counts calls. May be used from any thread. `today` gives the day that calls belong to, `clock` seconds."""

    def __init__(self, budget: int, today: Callable[[], date], clock: Callable[[], float]) -> None:
        self._budget = budget
        self._today = today
        self._clock = clock
        self._lock = Lock()
        self._day: date | None = None
        self._used = 0
        self._failures = 0
        self._again_at: float | None = None

    def take(self) -> bool:
        """Whether one more call may be made; it is counted then, whatever comes of it."""
        with self._lock:
            if self._again_at is not None and self._clock() < self._again_at:
                return False
            day = self._today()
            if day != self._day:
                self._day, self._used = day, 0
            if self._used >= self._budget:
                return False
            self._used += 1
            if self._again_at is not None:  # one try; the others go on waiting for what comes of it
                self._again_at = self._clock() + PAUSE
            return True

    def failed(self) -> None:
        """A call got no answer. After several in a row there is a pause."""
        with self._lock:
            self._failures += 1
            if self._failures >= FAILURES:
                self._again_at = self._clock() + PAUSE

    def answered(self) -> None:
        """A call got an answer, of use or not."""
        with self._lock:
            self._failures = 0
            self._again_at = None
