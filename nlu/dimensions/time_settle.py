"""Placing an expression on the calendar: what was left open is the last one not after today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from nlu.dimensions.calendar import Cycle, index_of
from nlu.dimensions.time_piece import Piece
from nlu.dimensions.time_when import Grain, When, YearFrom
from policies.facts import Period

_TRIES = 60  # a 29 February is at most eight years away, a 31st two months
_HALVES = {"am": 1, "pm": 1, "eve": -1}


@dataclass(slots=True)
class Context:
    """What earlier expressions of the sentence said: units by cycle, and the last year spoken of in the message."""

    today: date
    units: dict[Cycle, int] = field(default_factory=dict)
    year: int | None = None

    def border(self) -> None:
        """A sentence ended."""
        self.units.clear()

    def learn(self, piece: Piece, when: When) -> None:
        """What later expressions may lean on."""
        self.year = when.period.end.year
        for cycle in piece.knows:
            if cycle is not Cycle.YEAR or when.year_from is not YearFrom.PAST:
                self.units[cycle] = index_of(cycle, when.period.start)


@dataclass(frozen=True, slots=True)
class Place:
    """The unit that a piece was placed in, and how."""

    index: int
    year_from: YearFrom
    relative: bool = False


def place(piece: Piece, context: Context) -> Place | None:
    """Where `piece` lies, or None where there is no such time (30 February)."""
    if piece.elsewhere is not None and context.year is not None and piece.cycle:
        return Place(context.year + piece.elsewhere, YearFrom.BEFORE)
    if piece.cycle is None or piece.index is not None:
        return Place(piece.index or 0, YearFrom.SAID, relative=piece.elsewhere is not None)
    known = context.units.get(piece.cycle)
    if known is not None and piece.at(known):
        return Place(known, YearFrom.BEFORE)
    index = last(piece, context.today)
    return None if index is None else Place(index, YearFrom.SAID if piece.cycle is Cycle.WEEK else YearFrom.PAST)


def last(piece: Piece, today: date) -> int | None:
    """The last unit whose part does not begin after `today`; one that looks `ahead` may be the next if nearer."""
    assert piece.cycle is not None
    now = index_of(piece.cycle, today)
    coming = piece.at(now)
    if piece.ahead and coming:
        length = 366 if piece.cycle is Cycle.YEAR else 31
        return now if (coming.start - today).days <= length // 2 else now - 1
    for index in range(now, now - _TRIES, -1):
        period = piece.at(index)
        if period and period.start <= today:
            return index
    return None


def settle(piece: Piece, context: Context) -> When | None:
    """The meaning of `piece` in its context."""
    placed = place(piece, context)
    period = piece.at(placed.index) if placed else None
    if placed is None or period is None:
        return None
    days = piece.days(placed.index)
    period = _up_to(period, piece, context.today)
    crosses = period.start.year != period.end.year and piece.grain not in (Grain.DAY, Grain.YEARS)
    return When(
        Period(period.start, period.end, _unbroken(days)),
        piece.grain,
        exact=bool(days),
        vague=piece.vague or crosses,
        future=ahead(period, context.today, days),
        relative_to_context=placed.relative,
        day_list=days,
        year_from=placed.year_from,
        halves=_HALVES.get(piece.half, 0),
    )


def ahead(period: Period, today: date, days: tuple[date, ...]) -> bool:
    """Whether it lies ahead; named days do as soon as the last one does."""
    return period.start > today or bool(days and days[-1] > today)


def _unbroken(days: tuple[date, ...]) -> bool:
    return bool(days) and (days[-1] - days[0]).days == len(days) - 1


def _up_to(period: Period, piece: Piece, today: date) -> Period:
    """A term or winter that runs over New Year and is not over yet ends today: nothing reported happened later."""
    runs = period.start <= today < period.end and period.start.year != period.end.year
    return Period(period.start, today) if runs and not piece.exact else period
