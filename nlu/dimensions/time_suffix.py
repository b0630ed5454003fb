"""What stands behind a time and shifts it: 国庆前, 元旦过后, 2023年以来, 教师节那天, 春节期间."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from nlu.dimensions.calendar import Span, shift
from nlu.dimensions.time_grammar import Chain
from nlu.dimensions.time_piece import At, Piece, day_list
from nlu.dimensions.time_when import Grain

_NEAR = 21  # days that 国庆前 and 国庆后 reach
_ABOUT = 3  # days that 教师节前后 reaches
_FIRST = date(2000, 1, 1)  # before this nobody's hours are counted

_SUFFIX = re.compile(
    r"(?:"
    r"(?P<around>前后|左右|那阵子|那会儿?|那段时间|那几天|那些天|那时候?)"
    r"|(?P<since>以来|至今|起?到现在|起?到今天|起?到目前(?:为止)?|迄今|起至今|起(?![草步诉因来]))"
    r"|(?P<before>之前|以前|前夕|前(?![面期沿后往途年天者列排名端三两几\d一二四五六七八九十]))"
    r"|(?P<after>之后|以后|过后|后(?![年天来面勤期台续半备盾者代三两几\d一二四五六七八九十]))"
    r"|(?P<day>当天|那一?天|当日)"
    r"|(?P<during>(?:假期|长假|小长假|放假)?期间|假期里?|小?长假里?|放假的?时候|放假)"
    r"|(?P<within>的?时候|那一?次|之内|以内|内(?![训部容科刊审])|里(?![面程])|（(?:周|星期)[一二三四五六日天]）)"
    r")"
)


def suffixed(chain: Chain, text: str, today: date) -> Chain:
    """`chain` with the suffix that follows it taken in, if there is one that makes sense."""
    match = _SUFFIX.match(text, chain.end)
    if match is None or chain.piece.several:
        return chain
    name = match.lastgroup or "within"
    piece = _SHIFTS[name](chain.piece, today)
    return Chain(piece, chain.start, match.end(), f"{chain.rule}+{name}")


def _moved(piece: Piece, move: Callable[[Span], Span], grain: Grain) -> Piece:
    return piece._replace(at=_mapped(piece.at, move), grain=grain, exact=False, vague=True, inside=None, holiday=None)


def _mapped(at: At, move: Callable[[Span], Span]) -> At:
    def moved(index: int) -> Span | None:
        span = at(index)
        return move(span) if span else None

    return moved


def _before(piece: Piece, _: date) -> Piece:
    def move(period: Span) -> Span:
        end = shift(period.start, -1)
        if piece.grain in (Grain.DAY, Grain.WEEK):
            return Span(shift(period.start, -_NEAR), end)
        if piece.grain in (Grain.YEAR, Grain.YEARS):
            return Span(min(_FIRST, end), end)
        return Span(date(end.year, 1, 1), end)

    return _moved(piece, move, Grain.YEARS if piece.grain is Grain.YEAR else Grain.SEASON)


def _after(piece: Piece, today: date) -> Piece:
    def move(period: Span) -> Span:
        start = shift(period.end, 1)
        near = shift(start, _NEAR - 1)
        if piece.grain in (Grain.DAY, Grain.WEEK) or today <= start:
            return Span(start, near)
        return Span(start, today)

    return _moved(piece, move, Grain.YEARS if piece.grain is Grain.YEAR else Grain.SEASON)


def _since(piece: Piece, today: date) -> Piece:
    return _moved(piece, lambda period: Span(period.start, max(today, period.start)), piece.grain)


def _around(piece: Piece, _: date) -> Piece:
    if piece.grain is not Grain.DAY:
        return piece
    near = _moved(piece, lambda period: Span(shift(period.start, -_ABOUT), shift(period.end, _ABOUT)), Grain.DAY)
    return near._replace(vague=False)


def _day(piece: Piece, _: date) -> Piece:
    """教师节那天: that very day, the first one of several."""
    if piece.grain is not Grain.DAY:
        return piece

    def first(index: int) -> tuple[date, ...] | None:
        period = piece.at(index)
        return (period.start,) if period else None

    return day_list(piece.cycle, first)._replace(nth=piece.nth, knows=piece.knows)


def _during(piece: Piece, _: date) -> Piece:
    at = _mapped(piece.holiday or piece.at, lambda span: Span(span.start, span.end))
    return piece._replace(at=at, exact=False, inside=None)


def _within(piece: Piece, _: date) -> Piece:
    return piece


_SHIFTS: dict[str, Callable[[Piece, date], Piece]] = {
    "around": _around,
    "since": _since,
    "before": _before,
    "after": _after,
    "day": _day,
    "during": _during,
    "within": _within,
}
