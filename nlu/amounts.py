"""Choosing among several amounts of one kind: planned and real days, travel, one's own share of the characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from nlu.counted import fits
from nlu.each import EACH, OCCASIONS
from nlu.pieces import Piece
from nlu.unit import Unit
from policies.facts import Value

DAYS = ("天", "日")
WEEKS = ("周", "星期", "礼拜")
MONTHS = ("月", "个月")
YEARS = ("年", "年度")
MOST_RATES = 8  # of one fact; each looks at all its amounts
QUARTERS = ("季度",)
SAME = (WEEKS, MONTHS, QUARTERS)
REGULAR = (*WEEKS, *MONTHS, *QUARTERS)
ROLES = ("actual", "original", "travel")
OVER = re.compile(
    "[多余]|超过|不止|出头"
)  # 2000多字 is above two thousand, which makes a difference for a paper read out
_PER = re.compile("每|(?<!第)[一1][天节年]")
_PER_BEHIND = re.compile(" ?(?:/|每|[一1][次场]|[x×*X] ?[\\d两三四五六七八九十])")
_SHORT_OF = re.compile("(?:不到|不足|未满|不满|没到|没满)(?=$|[\\d一二两三四五六七八九十百千万半])")
_PART = re.compile(
    "(?:上午|下午|晚上|早上|中午|第[一二三四五六][天周期]|[前后][一两]天|头天|首日|次日|理论|实操|实践|现场|面授|线上|线下|网络|集中|自学)"
    "(?:课|培训|学习|部分|教学|研修|各|[讲上学听有是共的了])*$"
)
_VAGUE = re.compile("[几多余数来]|一两|一二|两三|二三|三四|四五|五六|六七|七八|八九|三五|\\d ?[-~到至] ?\\d")


def amounts_of(units: Iterable[Unit], activity: str | None) -> dict[str, Value]:
    """The amounts that were said of an activity, by attribute."""
    said: dict[str, list[tuple[str, Decimal]]] = {}
    units, corrected = tuple(units), ""
    per = {piece.quantity.per for unit in units for piece in unit.pieces if piece.quantity}
    if not per:
        return {}
    journey = any(unit.has("travel") for unit in units)
    for unit in units:
        plain = _in_whole_weeks(unit) if journey else unit
        for name, role, amount in _in_unit(_without_spans(plain, per), activity, corrected):
            said.setdefault(name, []).append((role, amount))
        corrected = "actual" if unit.has("correction") else ""
    return {name: _choose(values) for name, values in said.items()}


def by_rate(
    units: Iterable[Unit],
    activity: str | None,
    said: Mapping[str, Value],
    *,
    in_one_year: bool = False,
    months: int = 0,
) -> dict[str, Value]:
    """三次培训，每次半天 is a day and a half; 培训4天，每天6学时 is 24 hours; 每周两小时，上了20周 is 40 hours.

    What was said outright is left alone. `in_one_year`: so much a year is then all that there was; `months`: those of
    the quarter or half of a year that was named.
    """
    found: dict[str, Value] = {}
    amounts = [piece for unit in units for piece in unit.pieces if piece.quantity]
    rates = [piece for piece in amounts if piece.quantity and piece.quantity.per and fits(piece, activity)]
    for rate in (piece.quantity for piece in rates[:MOST_RATES] if piece.quantity):
        times = _times(rate.per, amounts, said, in_one_year=in_one_year)
        times = Decimal(months) if times is None and rate.per in MONTHS and months else times
        part_of_each = rate.attribute == "days" and rate.per in DAYS and rate.amount < 1  # 培训3天，每天半天
        if times is not None and (rate.attribute not in said or part_of_each):
            found[rate.attribute] = rate.amount * times
    return found


def _times(per: str, amounts: Iterable[Piece], said: Mapping[str, Value], *, in_one_year: bool) -> Decimal | None:
    """How often it was: days, occasions, or the weeks and months that it ran for; None where nobody said."""
    if per in YEARS:
        return Decimal(1) if in_one_year else None
    spans = [piece.quantity.number for piece in amounts if piece.quantity and _runs(piece, per)]
    if per in REGULAR and spans:
        return spans[-1]
    often = said.get("days") if per in DAYS else said.get("count", None if per in REGULAR else Decimal(1))
    return often if per in (*DAYS, *OCCASIONS, *REGULAR, EACH) and isinstance(often, Decimal) else None


def _runs(piece: Piece, per: str) -> bool:
    """Whether an amount tells for how many weeks (months) it went on, where so much was done each of them."""
    quantity = piece.quantity
    return bool(quantity and not quantity.per and any(per in same and quantity.unit in same for same in SAME))


def _without_spans(unit: Unit, per: set[str]) -> Unit:
    """The unit without the weeks (months) that it went on for, where so much was done each of them."""
    if not any(_runs(piece, each) for each in per for piece in unit.pieces):
        return unit
    return unit.with_pieces(piece for piece in unit.pieces if not any(_runs(piece, each) for each in per))


def _in_whole_weeks(unit: Unit) -> Unit:
    """一个礼拜，路上两天: weeks that the journey is part of have seven days."""
    return unit.with_pieces(
        replace(piece, quantity=replace(piece.quantity, amount=piece.quantity.number * 7))
        if piece.quantity and piece.quantity.unit in WEEKS and piece.quantity.attribute == "days"
        else piece
        for piece in unit.pieces
    )


def _in_unit(unit: Unit, activity: str | None, role: str = "") -> Iterable[tuple[str, str, Decimal]]:
    passed = unit.has("result") and not unit.has("failed")
    for piece in unit.pieces:
        for cue in ROLES:
            if cue in piece.cues:
                role = cue
        role = "actual" if "correction" in piece.cues else role  # 三天哦不对是四天
        quantity = piece.quantity
        if quantity and quantity.attribute == "words" and unit.has("among"):
            role = "actual"
        if quantity and not (_rate(unit, piece) or vague(piece) or _not_reached(unit, piece)) and fits(piece, activity):
            plain = "passed" if passed and quantity.attribute == "count" else ""
            plain = "part" if of_a_part(unit, piece) else plain
            over = quantity.attribute == "words" and activity == "conference" and bool(OVER.search(piece.text))
            yield quantity.attribute, role or plain or ("about" if quantity.approx else ""), quantity.amount + over
            role = "" if role == "travel" else role


def of_a_part(unit: Unit, piece: Piece) -> bool:
    """Whether days or hours are those of a part of an occasion: 上午3学时."""
    measured = piece.quantity and piece.quantity.attribute in ("days", "hours")
    return bool(measured and _PART.search(unit.between(unit.start, piece.start)[-8:]))


def _rate(unit: Unit, piece: Piece) -> bool:
    """Whether an amount is per day or per item; not where a border stands between (培训1天 网课10学时)."""
    quantity = piece.quantity
    if quantity is None or quantity.per == EACH:
        return quantity is not None
    if not quantity.per:
        return False
    behind = _PER_BEHIND.match(unit.between(piece.end, unit.end))
    return bool(behind or _PER.search(unit.between(unit.start, piece.start)))


def _not_reached(unit: Unit, piece: Piece) -> bool:
    """不到一千分 is no amount; but for characters, up to two thousand of them is a figure of its own."""
    words = bool(piece.quantity and piece.quantity.attribute == "words")
    before = unit.between(unit.start, piece.start)
    return not words and bool(_SHORT_OF.search(before[-2:]) or _SHORT_OF.match(piece.text))


def vague(piece: Piece) -> bool:
    """七八天, 十来篇: an amount that has to be asked for; three thousand and some characters will do as they are."""
    quantity = piece.quantity
    return bool(
        quantity and quantity.approx and quantity.attribute not in ("words", "points") and _VAGUE.search(piece.text)
    )


def _choose(said: list[tuple[str, Decimal]]) -> Value:
    """The real amount where one was told apart; else the plain one, less the days of travel."""
    actual = [amount for role, amount in said if role == "actual"]
    if actual:
        return actual[-1]
    for wanted in ("passed", "", "part", "about", "original"):
        plain = [amount for role, amount in said if role == wanted]
        if plain:
            break
    if plain and wanted == "part":  # 上午3学时，下午3学时
        plain = [sum(plain, Decimal(0))]
    travel = [amount for role, amount in said if role == "travel"]
    if not plain and len(travel) > 1 and travel[0] > sum(travel[1:], Decimal(0)):  # 来回5天，路上占2天
        plain, travel = travel[:1], travel[1:]
    return plain[0] - sum(travel, Decimal(0)) if plain else sum(travel, Decimal(0))
