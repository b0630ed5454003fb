"""Placing an expression on the calendar: what was left open is the last one not after today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from nlu.dimensions.calendar import Cycle, Span, index_of
from nlu.dimensions.time_piece import Piece
from nlu.dimensions.time_when import Grain, When, YearFrom
from policies.facts import Period

_TRIES = 60  # a 29 February is at most eight years away, a 31st two months
_HALVES = {"": 0, "am": 1, "pm": 1, "eve": -1}
_HALF = {Cycle.YEAR: 183, Cycle.MONTH: 15, Cycle.WEEK: 3, Cycle.DAY: 0}  # days


@dataclass(slots=True)
class Context:
    """What earlier expressions of the sentence said: units by cycle, and the last year spoken of in the message.

    `forward`: what is left open is the next one (deadlines, reminders), not the last.
    """

    today: date
    forward: bool = False
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


class Place(NamedTuple):
    """Where a piece was put: the unit of its cycle, the span there, and how the year came about."""

    nth: int
    span: Span
    year_from: YearFrom
    relative: bool = False


def place(piece: Piece, context: Context) -> Place | None:
    """Where `piece` lies, or None where there is no such time (30 February)."""
    if piece.elsewhere is not None and context.year is not None and piece.cycle:
        return _put(piece, context.year + piece.elsewhere, YearFrom.BEFORE)
    if piece.cycle is None or piece.nth is not None:
        return _put(piece, piece.nth or 0, YearFrom.SAID)
    known = context.units.get(piece.cycle)
    before = None if known is None else _put(piece, known, YearFrom.BEFORE)
    return before or (coming if context.forward else last)(piece, context.today)


def _put(piece: Piece, index: int, year_from: YearFrom) -> Place | None:
    span = piece.at(index)
    relative = piece.elsewhere is not None and year_from is YearFrom.SAID
    return Place(index, span, year_from, relative) if span else None


def last(piece: Piece, today: date) -> Place | None:
    """The last one that does not begin after `today`; one that looks `ahead` may be the next if that is nearer."""
    cycle = piece.cycle
    assert cycle is not None
    now = index_of(cycle, today)
    year_from = YearFrom.SAID if cycle is Cycle.WEEK else YearFrom.PAST
    reach = today.toordinal() + _HALF[cycle] if piece.ahead else today.toordinal()
    for index in range(now, now - _TRIES, -1):
        span = piece.at(index)
        if span and (span.end.replace(day=1) if piece.runs else span.start).toordinal() <= reach:
            return Place(index, span, year_from)
    return None


def coming(piece: Piece, today: date) -> Place | None:
    """The next one that is not over yet."""
    cycle = piece.cycle
    assert cycle is not None
    now = index_of(cycle, today)
    for index in range(now, now + _TRIES):
        span = piece.at(index)
        if span and span.end >= today:
            return Place(index, span, YearFrom.PAST)
    return None


def settle(piece: Piece, context: Context) -> When | None:
    """The meaning of `piece` in its context."""
    placed = place(piece, context)
    if placed is None:
        return None
    start, end, days = placed.span
    crosses = start.year != end.year and not days and piece.grain is not Grain.YEARS
    if crosses and start <= context.today < end:
        end = context.today  # what runs over New Year and is not over yet: nothing reported happened later
        crosses = start.year != end.year
    return When(
        Period(start, end, unbroken(days)),
        piece.grain,
        bool(days),
        piece.vague or (crosses and piece.grain is not Grain.DAY),
        ahead(start, days, context.today),
        placed.relative,
        days,
        placed.year_from,
        _HALVES[piece.half] if len(days) < 2 else int(piece.half == "am"),
    )


def ahead(start: date, days: tuple[date, ...], today: date) -> bool:
    """Whether it lies ahead; named days do as soon as the last one does."""
    return start > today or bool(days and days[-1] > today)


def unbroken(days: tuple[date, ...]) -> bool:
    """Whether each day follows the one before."""
    return bool(days) and days[-1].toordinal() - days[0].toordinal() == len(days) - 1
