"""Reminders to earn hours: they have no point any more as soon as nothing is missing."""

from __future__ import annotations

import re
from functools import cache

from nlu.phrases import any_of, table


def is_to_earn(text: str) -> bool:
    """补学时, 凑公需, 把公需课学完."""
    return _pattern("hours").search(text) is not None


def is_of_public(text: str) -> bool:
    """Whether public hours are spoken of."""
    return _pattern("public").search(text) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return any_of(table("reminders")["earning"][name])
