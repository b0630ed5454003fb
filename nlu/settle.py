"""A fact in the making becomes a report: attributes, time, mood, and what cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from nlu.amounts import by_rate
from nlu.dimensions.time_when import Grain, When
from nlu.draft import Draft, meaning, read
from nlu.known import attributes_of, vocabulary
from nlu.make_up import made_up_for
from nlu.moods import mood_of
from nlu.reading import Doubt, Mood, Problem, Report
from nlu.repair import Slip
from nlu.subjects import count_names
from nlu.times import undated, when_of
from nlu.uncounted import uncounted
from nlu.unit import names_one, of_term
from policies.facts import Period, Value

SPANNED = frozenset({"service", "visit", "training", "field_study"})
DATED = frozenset(
    {"training", "conference", "lecture", "visit", "field_study", "service", "self_study", "public_course"}
)
# what is attained once and cannot be made up: 补2024年的论文 is one of 2024 that is told late
ACHIEVED = frozenset({"paper", "book", "patent", "award", "project", "exam", "skill", "degree"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What holds around the facts of a message: its text, the day it is read on, the year talked of before."""

    text: str
    today: date
    last_year: int | None = None
    slips: tuple[Slip, ...] = ()


def report_of(draft: Draft, around: Surroundings, mood: Mood | None = None) -> Report:
    """The report that a draft makes; `mood` where the whole sentence decides it (a question, a supposition)."""
    when = _resolved(when_of(draft), around)
    making_up = made_up_for(draft)
    if making_up and when is None and draft.activity in ACHIEVED:
        when, making_up = _whole_year(making_up), None
    attributes = read(draft)
    of_subjects(draft, attributes)
    count_names(draft, attributes)
    from_term(draft, attributes)
    if when is not None and when.vague and not when.unsure and when.year == around.today.year:
        when = None
    if when is not None:
        from_time(draft, when, attributes)
    one_year = when is not None and when.period.start.year == when.period.end.year
    months = _regular(when, around.today) if when is not None else 0
    attributes |= by_rate(draft.units, draft.activity, attributes, in_one_year=one_year, months=months)
    own = mood_of(around.text, draft.units)
    final = mood or own
    if final is Mood.DONE:
        attributes = {name: value for name, value in attributes.items() if not _undone(name, value, draft)}
    problems = (*_impossible(draft, attributes), *_ahead(when, around.today))
    unsure = undated(when, around.text)
    return Report(
        draft.activity,
        attributes,
        None if when is None or unsure else when.period,
        when_unsure=unsure,
        mood=final,
        said=_said(draft, around.text),
        doubts=_doubts(draft, around, attributes),
        problems=problems,
        made_up_for=making_up,
        another=draft.another,
        named=bool(draft.units) and names_one(draft.units[0]),
        count_unsure=uncounted(draft, attributes),
    )


def _doubts(draft: Draft, around: Surroundings, attributes: dict[str, Value]) -> tuple[Doubt, ...]:
    """Near misses that the report rests on."""
    found, pieces = [], draft.pieces
    for slip in (slip for slip in around.slips if not slip.sure):
        inside = [piece for piece in pieces if piece.start < slip.end and slip.start < piece.end]
        if inside:
            said = [name for piece in inside for name in meaning(piece, draft.activity) if name in attributes]
            found.append(Doubt(slip.heard, slip.meant, None if inside[0].activity else said[0] if said else None))
    return tuple(found)


def _resolved(when: When | None, around: Surroundings) -> When | None:
    """同年, 那年: the year that was talked of."""
    if when is None or not when.relative_to_context or around.last_year is None:
        return when
    shift = when.period.end.year - around.today.year
    year = around.last_year + (shift if abs(shift) == 1 else 0)
    return _whole_year(year)


def _whole_year(year: int) -> When:
    return When(Period(date(year, 1, 1), date(year, 12, 31)), Grain.YEAR)


def _said(draft: Draft, text: str) -> str:
    own = [unit for unit in draft.units if unit.pieces]
    return text[own[0].start : own[-1].end].strip("，。；、 ") if own else ""


def of_subjects(draft: Draft, attributes: dict[str, Value]) -> None:
    """拿了一个二建证: one certificate says nothing of how many subjects were passed."""
    if draft.activity != "exam" or "certificate" not in attributes or attributes.get("count") != 1:
        return
    counted = [(unit, piece) for unit in draft.units for piece in unit.pieces if piece.counts]
    if counted and all(
        piece.text.endswith("个") and not unit.between(piece.end, unit.end).startswith("科") for unit, piece in counted
    ):
        del attributes["count"]


def _regular(when: When, today: date) -> int:
    """The months of a quarter or half of a year that is over: 一季度每月培训一天."""
    first, last = when.period.start, when.period.end
    over = when.grain in (Grain.QUARTER, Grain.HALF) and last <= today
    return last.month - first.month + 1 if over and first.year == last.year else 0


def from_term(draft: Draft, attributes: dict[str, Value]) -> None:
    """聘期2017到2021: the years between which the person was employed."""
    for unit in draft.units:
        for at, piece in enumerate(unit.pieces):
            if piece.when and of_term(unit.pieces, at) and "term_from" in attributes_of(draft.activity or "degree"):
                attributes["term_from"] = Decimal(piece.when.period.start.year)
                attributes["term_to"] = Decimal(piece.when.period.end.year)


def from_time(draft: Draft, when: When, attributes: dict[str, Value]) -> None:
    """Days and months that follow from the dates named."""
    if draft.activity in DATED and "days" not in attributes and "hours" not in attributes:
        days = when.days
        if days is not None and (days > 1 or len(when.day_list) > 1) and "days" in attributes_of(draft.activity or ""):
            attributes["days"] = days
    if draft.activity in DATED and when.days is not None and (travelled := _travelled(draft)):
        attributes["days"] = max(when.days - travelled, Decimal("0.5"))
    span = _months(when)
    if span and draft.activity in SPANNED and not {"days", "hours", "months"} & set(attributes):
        attributes["months"] = Decimal(span)


def _travelled(draft: Draft) -> Decimal:
    """The days of the journey, where no others were counted: 3月1日到3月20日，路上两天."""
    days = [(unit, piece.quantity) for unit in draft.units for piece in unit.pieces if piece.quantity]
    counted = [(unit, quantity) for unit, quantity in days if quantity.attribute == "days"]
    if not counted or not all(unit.has("travel") for unit, _ in counted):
        return Decimal(0)
    return sum((quantity.amount * (2 if unit.has("each") else 1) for unit, quantity in counted), Decimal(0))


def _months(when: When) -> int:
    """Whole months between the ends of a span of months: July 2023 to January 2025 is 18."""
    start, end = when.period.start, when.period.end
    if when.exact or when.grain is not Grain.MONTH:
        return 0
    return (end.year - start.year) * 12 + end.month - start.month


def _undone(name: str, value: Value, draft: Draft) -> bool:
    """A failure that a later success has overtaken says nothing any more."""
    return value is False and name in ("attained", "passed", "concluded") and draft.has("failed")


def _impossible(draft: Draft, attributes: dict[str, Value]) -> tuple[Problem, ...]:
    found = []
    amounts = [piece.quantity for piece in draft.pieces if piece.quantity]
    rates = {amount.attribute: amount.amount for amount in amounts if amount.per == "年"}
    for name, value in (rates | attributes).items():  # 一年发一百篇
        known = vocabulary().attributes[name]
        if isinstance(value, Decimal) and known.type == "number":
            low, high = known.least, known.most
            outside = (low is not None and value < low) or (high is not None and value > high)
            if outside or (known.whole and value != value.to_integral_value()):
                found.append(Problem("impossible", name, _words_for(draft, name)))
    return tuple(found)


def _words_for(draft: Draft, name: str) -> str:
    texts = [piece.text for piece in draft.pieces if piece.quantity and piece.quantity.attribute == name]
    return texts[-1] if texts else ""


def _ahead(when: When | None, today: date) -> tuple[Problem, ...]:
    if when is None or when.period.start <= today:
        return ()
    return (Problem("future", "when", str(when.period.start.year)),)
