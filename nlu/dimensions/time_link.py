"""Two times that are one: 3月5号到8号, 去年12月底到今年1月初, 上周四、周五, 2023年7月进藏，2025年1月才回来."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from nlu.dimensions import time_grammar
from nlu.dimensions.calendar import Cycle, index_of
from nlu.dimensions.time_ends import bare_day, bare_weekday, figure_day
from nlu.dimensions.time_grammar import Chain
from nlu.dimensions.time_numbers import AND, TO
from nlu.dimensions.time_piece import Piece
from nlu.dimensions.time_settle import Context, ahead, last, place
from nlu.dimensions.time_suffix import suffixed
from nlu.dimensions.time_when import Grain, When, YearFrom, days_between
from policies.facts import Period

_TO = re.compile(TO)
_AND = re.compile(rf"(?:{AND}|，| )?")
_PREFIX = re.compile(r"(?:从|自从|自|由) ?$")
_SET_OUT = re.compile(
    r"(?:份|就|才)?(?:开始的?|起|开班|开课|开的|上的|进藏|进疆|入藏|入疆|援藏|援疆|出发|出国|派出|启程|赴\w{1,4}|到岗"
    r"|去的?|去了)[， ]?"
)
_CAME_BACK = re.compile(r"(?:份|就|才|刚)?(?:结束|回来|回国|回|返|结业|期满|到期|归队|完成|完|结课|为止|撤)")


def range_from(first: Chain, text: str, context: Context) -> tuple[Chain, When] | None:
    """The range that `first` begins, if one does."""
    if first.piece.several:
        return None
    link = _TO.match(text, first.end)
    end = _end(first, text, link.end(), context.today) if link else _loose_end(first, text, context.today)
    if end is None:
        return None
    when = _between(first.piece, end.piece, context)
    if when is None:
        return None
    start = _PREFIX.search(text[max(0, first.start - 3) : first.start])
    begin = first.start - len(start[0]) if start else first.start
    rule = f"{first.rule}{'→' if link else '…'}{end.rule}"
    piece = replace(end.piece, knows=first.piece.knows & end.piece.knows)
    return Chain(piece, begin, end.end, rule), when


def _end(first: Chain, text: str, position: int, today: date) -> Chain | None:
    for reader in (figure_day if first.piece.exact else None, time_grammar.at, _bare(first.piece)):
        chain = reader(text, position, today) if reader else None
        if chain is not None and not chain.piece.several:
            return suffixed(chain, text, today) if chain.piece.grain is not Grain.DAY else chain
    return None


def _bare(first: Piece) -> time_grammar.ChainReader | None:
    """What the end of a range leaves out: 3月5号到8, 上周三到五."""
    if not first.exact:
        return None
    return bare_weekday if Cycle.WEEK in first.knows else bare_day


def _loose_end(first: Chain, text: str, today: date) -> Chain | None:
    """2023年7月进藏，2025年1月才回来."""
    set_out = _SET_OUT.match(text, first.end)
    end = time_grammar.at(text, set_out.end(), today) if set_out else None
    return end if end and _CAME_BACK.match(text, end.end) else None


def _between(first: Piece, second: Piece, context: Context) -> When | None:
    places = _open_places(first, second, context)
    if places is None:
        return None
    start, end = first.at(places[0]), second.at(places[1])
    if start is None or end is None or not start.start <= end.start or not start.end <= end.end:
        return None
    exact = first.exact and second.exact
    period = Period(start.start, end.end, exact)
    days = days_between(period.start, period.end) if exact else ()
    return When(
        period,
        Grain.YEARS if first.grain is second.grain is Grain.YEAR else first.grain,
        exact=exact,
        vague=first.vague or second.vague,
        future=ahead(period, context.today, days) or (end.start > context.today),
        day_list=days,
        year_from=places[2],
        halves=(first.half == "pm") + (second.half == "am"),
    )


def _open_places(first: Piece, second: Piece, context: Context) -> tuple[int, int, YearFrom] | None:
    """Where both ends lie: the second no earlier than the first, and if no year was said, both past."""
    if first.index is None and first.cycle and (second.index is not None or second.cycle is None):
        known = second.at(second.index or 0)
        index = last(first, known.start) if known else None
        return None if index is None else (index, second.index or 0, YearFrom.SAID)
    placed = place(first, context)
    if placed is None:
        return None
    index, other = placed.index, _no_earlier(first, placed.index, second)
    if placed.year_from is YearFrom.PAST and other is not None:
        end = second.at(other)
        if end and end.start > context.today and not first.exact:
            index, other = index - 1, _no_earlier(first, index - 1, second)
    return None if other is None else (index, other, placed.year_from)


def _no_earlier(first: Piece, index: int, second: Piece) -> int | None:
    """The unit of `second`: the first one, from that of `first` on, that does not begin before it."""
    if second.cycle is None or second.index is not None:
        return second.index or 0
    start = first.at(index)
    if start is None:
        return None
    now = index_of(second.cycle, start.start)
    for later in (now, now + 1):
        end = second.at(later)
        if end and end.start >= start.start:
            return later
    return None


def more_days(chain: Chain, when: When, text: str, today: date) -> tuple[Chain, When]:
    """Named days that go on as a list: 上周四、周五; 4号和5号; 昨天今天."""
    while when.exact and not chain.piece.half:
        link = _AND.match(text, chain.end)
        position = link.end() if link else chain.end
        following = _next_day(chain, text, position, today)
        days = following and _added(when.day_list, following.piece)
        if not following or not days:
            break
        when = replace(when, day_list=days, period=_around(days), future=ahead(when.period, today, days))
        chain = Chain(chain.piece, chain.start, following.end, f"{chain.rule}+{following.rule}")
    return chain, when


def _next_day(chain: Chain, text: str, position: int, today: date) -> Chain | None:
    following = time_grammar.at(text, position, today)
    if following and following.piece.cycle is Cycle.DAY and text[chain.end : position] in (" ", "，"):
        return None
    if following is None and Cycle.WEEK in chain.piece.knows and position > chain.end:
        following = bare_weekday(text, position, today)
    return following if following and following.piece.exact else None


def _added(days: tuple[date, ...], piece: Piece) -> tuple[date, ...] | None:
    """`days` with those of an open `piece`, or of a day told from today, that come after them."""
    if piece.cycle in (Cycle.MONTH, Cycle.WEEK) and piece.index is None:
        more = piece.days(index_of(piece.cycle, days[-1]))
    elif piece.cycle is Cycle.DAY and piece.index is not None:
        more = piece.days(piece.index)
    else:
        return None
    return days + more if more and more[0] > days[-1] else None


def _around(days: tuple[date, ...]) -> Period:
    return Period(days[0], days[-1], (days[-1] - days[0]).days == len(days) - 1)
