"""A clock of the tests' own: it begins at an instant that they choose and runs on, alike in all their processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic

BEGAN = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)  # ten in the morning in China: nothing is due, and nobody sleeps


@dataclass(frozen=True, slots=True)
class Clock:
    """It showed `began` when the machine's own clock, which nobody sets, showed `at` seconds."""

    began: datetime = BEGAN
    at: float = field(default_factory=monotonic)

    def __call__(self) -> datetime:
        """What time it is."""
        return self.began + timedelta(seconds=monotonic() - self.at)
