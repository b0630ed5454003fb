"""Two times that are one: 3月5号到8号, 去年11月底到今年2月初, 上周四、周五, 2022年9月进疆，2024年3月回来."""

from __future__ import annotations

import re
from datetime import date

from nlu.dimensions import time_grammar
from nlu.dimensions.calendar import Cycle, Span, index_of
from nlu.dimensions.time_ends import bare_day, bare_month, bare_weekday, figure_day
from nlu.dimensions.time_grammar import Chain
from nlu.dimensions.time_numbers import AND, TO
from nlu.dimensions.time_piece import Piece
from nlu.dimensions.time_settle import Context, Place, ahead, last, place, unbroken
from nlu.dimensions.time_suffix import suffixed
from nlu.dimensions.time_when import Grain, When, YearFrom, days_between
from policies.facts import Period

_TO = re.compile(TO)
_AND = re.compile(rf"(?:{AND}|，| )?")
_UNTIL = r"[， ]?(?:一直到|直到|到)?"
_SET_OUT = re.compile(
    r"(?:份|就|才)?(?:开始[^，。；\n\d]{0,4}|起|开班|开课|开的|上的|进藏|进疆|入藏|入疆|援藏|援疆|出发|出国|派出|启程|到岗"
    rf"|去的?|去了){_UNTIL}"
)
_WENT = re.compile(rf"(?:份|就|才)?(?:去|赴|到|进|入)了?的?[^，。；\n\d]{{1,5}}{_UNTIL}")
_CAME_BACK = re.compile(r"(?:份|就|才|刚)?(?:回|返|撤|归队)")
_ENDED = re.compile(r"(?:份|就|才|刚)?(?:回|返|撤|归队|结束|结业|期满|到期|完成|完|结课|为止)")
_WEEKDAY_NOTE = re.compile(r"（(?:周|星期)[一二三四五六日天]）")
_OUTER_PARTS = ("part-of-month-after", "part-bare")  # 6月底, 去年底


def range_from(first: Chain, text: str, context: Context) -> tuple[Chain, When] | None:
    """The range that `first` begins, if one does."""
    if first.piece.several:
        return None
    note = _WEEKDAY_NOTE.match(text, first.end)
    link = _TO.match(text, note.end() if note else first.end)
    end = _end(first, text, link.end(), context.today) if link else _loose_end(first, text, context.today)
    if end is None:
        return None
    when = _between(first.piece, end.piece, context)
    if when is None:
        return None
    rule = f"{first.rule}{'→' if link else '…'}{end.rule}"
    piece = end.piece._replace(knows=first.piece.knows & end.piece.knows)
    return Chain(piece, first.start, end.end, rule), when


def _end(first: Chain, text: str, position: int, today: date) -> Chain | None:
    for reader in (figure_day if first.piece.exact else None, time_grammar.at, _bare(first.piece)):
        chain = reader(text, position, today) if reader else None
        if chain is not None and not chain.piece.several:
            return _noted(suffixed(chain, text, today) if chain.piece.grain is not Grain.DAY else chain, text)
    return None


def _noted(chain: Chain, text: str) -> Chain:
    """With the weekday that is given in brackets."""
    note = _WEEKDAY_NOTE.match(text, chain.end)
    return chain._replace(end=note.end()) if note else chain


def _bare(first: Piece) -> time_grammar.ChainReader | None:
    """What the end of a range leaves out: 3月5号到8, 上周三到五."""
    if first.grain is Grain.MONTH and first.inside:
        return bare_month
    if not first.exact:
        return None
    return bare_weekday if Cycle.WEEK in first.knows else bare_day


def _loose_end(first: Chain, text: str, today: date) -> Chain | None:
    """2022年9月进疆，2024年3月回来; 6月底7月初."""
    end = time_grammar.at(text, first.end, today) if first.rule.endswith(_OUTER_PARTS) else None
    if end and end.rule.endswith(_OUTER_PARTS):
        return end
    for begins, ends in ((_SET_OUT, _ENDED), (_WENT, _CAME_BACK)):
        begun = begins.match(text, first.end)
        end = time_grammar.at(text, begun.end(), today) if begun else None
        if end and ends.match(text, end.end):
            return end
    return None


def _between(first: Piece, second: Piece, context: Context) -> When | None:
    ends = _ends(first, second, context)
    if ends is None:
        return None
    (_, start, year_from, _), end = ends
    if not start.start <= end.start or not start.end <= end.end:
        return None
    days = days_between(start.start, end.end) if first.exact and second.exact else ()
    return When(
        Period(start.start, end.end, bool(days)),
        Grain.YEARS if first.grain is second.grain is Grain.YEAR else first.grain,
        exact=bool(days),
        vague=first.vague or second.vague,
        future=ahead(end.start, days, context.today),
        day_list=days,
        year_from=year_from,
        halves=(first.half == "pm") + (second.half == "am"),
    )


def _ends(first: Piece, second: Piece, context: Context) -> tuple[Place, Span] | None:
    """Where both ends lie: the second no earlier than the first, and if no year was said, both past."""
    if second.nth is not None or second.cycle is None:
        return _up_to(first, second, context)
    placed = place(first, context)
    end = _no_earlier(placed.span, second) if placed else None
    if placed and end and placed.year_from is YearFrom.PAST and end.start > context.today and not first.exact:
        span = first.at(placed.nth - 1)
        placed = placed._replace(nth=placed.nth - 1, span=span) if span else None
        end = _no_earlier(placed.span, second) if placed else None
    return (placed, end) if placed and end else None


def _up_to(first: Piece, second: Piece, context: Context) -> tuple[Place, Span] | None:
    """The end is settled by itself: an open beginning is the last one before it."""
    end = place(second, context)
    is_open = first.nth is None and first.cycle
    start = (last(first, end.span.start) if is_open else place(first, context)) if end else None
    if start is None or end is None:
        return None
    return (start._replace(year_from=YearFrom.SAID) if is_open else start), end.span


def _no_earlier(start: Span, second: Piece) -> Span | None:
    """`second` in the first unit, from that of `start` on, where it does not begin before it."""
    assert second.cycle is not None
    now = index_of(second.cycle, start.start)
    for index in (now, now + 1):
        end = second.at(index)
        if end and end.start >= start.start:
            return end
    return None


def more_days(chain: Chain, when: When, text: str, today: date) -> tuple[Chain, When]:
    """Named days that go on as a list: 上周四、周五; 4号和5号; 昨天今天."""
    while when.exact and when.halves >= 0:
        link = _AND.match(text, chain.end)
        position = link.end() if link else chain.end
        following = _next_day(chain, text, position, today)
        days = following and _added(when.day_list, following.piece)
        if not following or not days:
            break
        when = when._replace(
            halves=when.halves + bool(following.piece.half),
            day_list=days,
            period=Period(days[0], days[-1], unbroken(days)),
            future=ahead(days[0], days, today),
        )
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
    if piece.cycle in (Cycle.MONTH, Cycle.WEEK) and piece.nth is None:
        more = piece.at(index_of(piece.cycle, days[-1]))
    elif piece.cycle is Cycle.DAY and piece.nth is not None:
        more = piece.at(piece.nth)
    else:
        return None
    if more is None or more.start in days:
        return None
    return tuple(sorted(days + more.days)) if piece.cycle is Cycle.DAY or more.start > days[-1] else None
