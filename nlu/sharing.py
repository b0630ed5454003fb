"""Facts told together: a whole that is then told apart ("两篇，一篇一作一篇二作"), one thing in several years."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal

from nlu.dimensions.time_when import Grain, When
from nlu.draft import Draft, read
from nlu.heads import TELLING, with_heads
from nlu.judging import differ
from nlu.listing import listed_beside, with_closing
from nlu.talks import with_talks
from nlu.times import when_of
from nlu.told_apart import told_apart
from nlu.unit import Unit
from nlu.within import inner, without_inner
from policies.facts import Period

OCCASIONS = ("training", "conference", "lecture", "teaching")
SINGLE = Decimal(1)
MOST_YEARS = 12
REST = ("另", "剩下", "其余", "其他", "其它", "第")
OTHERS = ("剩下", "其余", "其他", "其它", "另外的")


def share(drafts: list[Draft]) -> list[Draft]:
    """The facts with wholes told apart and each year a fact of its own."""
    listed = [part for draft in with_talks(without_inner(with_heads(drafts))) for part in told_apart(draft)]
    return [part for draft in _apart(listed) for part in _yearly(draft)]


def _apart(drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    at = 0
    while at < len(drafts):
        whole, parts = drafts[at], _parts_of(drafts, at)
        kept += _divide(whole, parts) if parts else [whole]
        at += 1 + len(parts)
    return kept


def _parts_of(drafts: list[Draft], at: int) -> list[Draft]:
    """The facts after a counted one that are some of it: no more than it counts, none with a time of its own."""
    whole = drafts[at]
    total = read(whole).get("count")
    if not isinstance(total, Decimal) or total < 2 or whole.has("actual"):
        return []
    parts: list[Draft] = []
    for draft in drafts[at + 1 :]:
        if not _is_part(whole, draft) or sum(map(_count, [*parts, draft]), Decimal(0)) > total:
            break
        parts.append(draft)
    return parts if any(_count(part) < total for part in parts) else []


def _is_part(whole: Draft, draft: Draft) -> bool:
    """Whether a fact may be one of those that were counted before."""
    same = draft.activity == whole.activity and draft.units[0].border < 4
    return same and not (
        (_own_time(draft) and _own_time(whole))
        or _is_further(draft)
        or _failed_beside(whole, draft)
        or _contrary(whole, draft)
        or listed_beside(whole, draft)
    )


def _contrary(whole: Draft, draft: Draft) -> bool:
    """两篇核心，一篇普刊: what is otherwise than all of the whole is none of it, unless 其中 says so."""
    if inner(draft.units[0]):
        return False
    mine, theirs = read(whole), read(replace(draft, given={}))
    return any(name in mine and name in theirs and differ(mine[name], theirs[name]) for name in TELLING)


def _failed_beside(whole: Draft, draft: Draft) -> bool:
    """Two were passed and another was not: that one is none of the two."""
    return draft.has("failed") and whole.has("result")


def _is_further(draft: Draft) -> bool:
    """又, 还有 tell of more; 另一篇 may be the rest."""
    return draft.has("another") and not any(piece.text.startswith(REST) for piece in draft.pieces)


def _own_time(draft: Draft) -> bool:
    return any(unit.whens for unit in draft.units)


def _count(draft: Draft) -> Decimal:
    count = read(draft).get("count", SINGLE)
    return count if isinstance(count, Decimal) else SINGLE


def _divide(whole: Draft, parts: list[Draft]) -> list[Draft]:
    """The parts with what was said of the whole, and what is left of it."""
    with_closing(whole, parts)
    common = {name: value for name, value in read(whole).items() if name not in ("count", "title")}
    for part in parts:
        part.given = {**common, **part.given}
        part.when = when_of(whole)
        part.another = False
        part.given.setdefault("count", SINGLE)
    total = read(whole)["count"]
    assert isinstance(total, Decimal)
    if any(piece.text.startswith(OTHERS) for piece in parts[-1].pieces):
        parts[-1].given["count"] = total - sum(map(_count, parts[:-1]), Decimal(0))
    rest = total - sum(map(_count, parts), Decimal(0))
    passed = any(part.has("result") and not part.has("failed") for part in parts)
    only_these = passed and not whole.has("result")  # 一建四科，过了三科
    return parts if rest <= 0 or only_these else [_rest(whole, rest), *parts]


def _rest(whole: Draft, count: Decimal) -> Draft:
    units = [_uncounted(unit) for unit in whole.units]
    return replace(whole, units=units, given={**whole.given, "count": count})


def _yearly(draft: Draft) -> list[Draft]:
    """去年和前年各考过一门, 23到25年每年一门: a fact for each year."""
    for unit in draft.units:
        if len(unit.whens) > 1 and _as_many(unit):
            plain = replace(draft, units=[_uncounted(each) for each in draft.units])
            return [replace(plain, units=_with_time(plain, at)) for at in range(len(unit.whens))]
        if unit.cues & {"each", "all"} and len(unit.whens) > 1 and _before_all(unit):
            return [
                replace(draft, units=_with_time(draft, at), given=dict(draft.given))
                for at in range(min(len(unit.whens), MOST_YEARS))
            ]
        if unit.has("each") and unit.whens and unit.whens[0].grain is Grain.YEARS and not unit.whens[0].vague:
            return [_in_year(draft, year) for year in _years(unit.whens[0])]
        if unit.has("each") and unit.whens and unit.whens[0].grain is Grain.MONTH and draft.activity in OCCASIONS:
            return [_in_month(draft, month) for month in _months(unit.whens[0].period)]
    return [draft]


def _as_many(unit: Unit) -> bool:
    """Whether a unit counts as many as it names times: 5月8日、9月1日两次培训."""
    amounts = [piece.quantity.amount for piece in unit.pieces if piece.quantity and piece.counts]
    return amounts == [len(unit.whens)] and all(when.exact or when.grain is Grain.MONTH for when in unit.whens)


def _uncounted(unit: Unit) -> Unit:
    return unit.with_pieces(piece for piece in unit.pieces if not piece.counts)


def _before_all(unit: Unit) -> bool:
    """Whether the times stand together before 都 or 各 (去年和前年都…), not each with something of its own."""
    times = [at for at, piece in enumerate(unit.pieces) if piece.when]
    shared = [at for at, piece in enumerate(unit.pieces) if piece.cues & {"each", "all"}]
    return times[-1] - times[0] == len(times) - 1 and times[-1] < shared[-1]


def _years(when: When) -> range:
    return range(when.period.start.year, min(when.period.end.year, when.period.start.year + MOST_YEARS) + 1)


def _months(period: Period) -> list[date]:
    """The first of each month: 3、4月份各一天 are two."""
    first, last = (day.year * 12 + day.month - 1 for day in (period.start, period.end))
    return [date(at // 12, at % 12 + 1, 1) for at in range(first, min(last + 1, first + MOST_YEARS))]


def _in_month(draft: Draft, first: date) -> Draft:
    """The fact as it was in one month."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    units = [unit.with_pieces(piece for piece in unit.pieces if not piece.when) for unit in draft.units]
    return replace(draft, units=units, given=dict(draft.given), when=When(Period(first, last), Grain.MONTH))


def _in_year(draft: Draft, year: int) -> Draft:
    """The fact as it was in one year."""
    units = [unit.with_pieces(piece for piece in unit.pieces if not piece.when) for unit in draft.units]
    when = When(Period(date(year, 1, 1), date(year, 12, 31)), Grain.YEAR)
    return replace(draft, units=units, given=dict(draft.given), when=when)


def _with_time(draft: Draft, index: int) -> list[Unit]:
    """The units of the fact at one of its times; what is told of another of them (9月那次做了报告) is left out."""
    units: list[Unit] = []
    every = next([piece.when for piece in unit.pieces if piece.when] for unit in draft.units if len(unit.whens) > 1)
    own = True
    for unit in draft.units:
        if len(unit.whens) == 1 and any(unit.whens[0].period == when.period for when in every):
            own = unit.whens[0].period == every[index].period
        if not own:
            continue
        times = [piece for piece in unit.pieces if piece.when]
        drop = {id(piece) for place, piece in enumerate(times) if len(times) > 1 and place != index}
        units.append(unit.with_pieces(piece for piece in unit.pieces if id(piece) not in drop))
    return units
