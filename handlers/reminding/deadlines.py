"""By when a year must be complete: the employer's deadline, the earliest of several, else the year's last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

Deadline = tuple[int, int]  # month and day
YEAR_END: Deadline = (12, 31)
LAST_OF_WINTER = 3  # a deadline up to March closes the year before


def deadline_in(year: int, own: Deadline | None) -> date:
    """The deadline for a year's hours; `own` is the employer's."""
    month, day = own or YEAR_END
    if month <= LAST_OF_WINTER:
        year += 1
    return date(year, month, min(day, monthrange(year, month)[1]))
