"""What a time expression stands for."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from policies.facts import Period


class Grain(StrEnum):
    """How finely the time was said."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"  # seasons, school holidays, terms, parts of a year such as 年底
    HALF = "half"
    YEAR = "year"
    YEARS = "years"


class YearFrom(StrEnum):
    """How the year came about."""

    SAID = "said"  # 2024年, 去年, and what implies a year by itself: 上周三, 昨天, 上个月
    BEFORE = "before"  # taken over from an earlier expression of the sentence: 去年3月…，5月…
    PAST = "past"  # unsaid, the last one not after today (the next one where times are read forward): 6月, 国庆, 28号


class When(NamedTuple):
    """A time. `period` has both ends counted.

    `exact`: these very days were named. `vague`: it fits several times (前两年, 最近, 近三年, 上学期 over New Year).
    `future`: it lies ahead. `relative_to_context`: it points at a time said elsewhere (同年, 那年, 任现职以来);
    `period` is then only a stand-in. `day_list`: the days of a list ("27、28、29", "上周四、周五") or an exact range.
    `halves`: half days to be taken off the first and last day (上午, 下午).
    """

    period: Period
    grain: Grain
    exact: bool = False
    vague: bool = False
    future: bool = False
    relative_to_context: bool = False
    day_list: tuple[date, ...] = ()
    year_from: YearFrom = YearFrom.SAID
    halves: int = 0

    @property
    def year(self) -> int:
        """The year it ended in."""
        return self.period.end.year

    @property
    def unsure(self) -> bool:
        """Fits several years, so that a report must be asked for its year."""
        return self.relative_to_context or (self.vague and self.period.start.year != self.period.end.year)

    @property
    def days(self) -> Decimal | None:
        """How many days were named, by the half day; None where no very days were named (or only an evening)."""
        if not self.exact or self.halves < 0:
            return None
        return Decimal(len(self.day_list)) - Decimal(self.halves) / 2


def days_between(start: date, end: date) -> tuple[date, ...]:
    """Every day from `start` to `end`, both counted."""
    return tuple(start + timedelta(days=n) for n in range((end - start).days + 1))
