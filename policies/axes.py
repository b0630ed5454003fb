"""The ways in which an open point can be settled: the answers that a question offers, and samples for numbers.

An axis stands for one question. Its options are the vocabulary's own lists where there is one, the places that the
document tells apart for ranks, the values that it names for choices, and a few sample figures for numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from policies.conditions import INFINITE, Among, Band, Condition
from policies.facts import Attributes, Range, Value
from policies.pack import QUANTITIES, Rule
from policies.ranks import bounds
from policies.vocabulary import Choices, Vocabulary

AUTHORED = ("paper", "book")
NUMERALS = "零一二三四五六七八九十"
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Option:
    """One way to settle an axis: what a button says, and what it sets."""

    label: str
    sets: Attributes


@dataclass(frozen=True, slots=True)
class Axis:
    """One open point. `listed`: its options are answers to choose from; else they are only samples of a number."""

    attribute: str
    slot: str
    options: tuple[Option, ...]
    settles: frozenset[str]
    listed: bool = True
    merges: bool = False  # neighbouring options of equal outcome are one answer
    from_vocabulary: bool = False


def axis_for(attribute: str, activity: str, rules: Sequence[Rule], said: Attributes, vocabulary: Vocabulary) -> Axis:
    """The axis on which an attribute lies, as the vocabulary asks for it, else as the rules tell values apart."""
    choices = choices_for(attribute, activity, rules, said, vocabulary)
    if choices is not None:
        options = tuple(Option(label, sets) for label, sets in choices.options if agrees(sets, said))
        if options:
            return Axis(choices.attribute, choices.slot, options, choices.settles, from_vocabulary=True)
    return plain_axis(attribute, activity, rules, said, vocabulary)


def choices_for(
    attribute: str, activity: str, rules: Sequence[Rule], said: Attributes, vocabulary: Vocabulary
) -> Choices | None:
    """The narrowest list of answers that settles the attribute and whatever else of its kind is open."""
    lists = [each for each in vocabulary.choices if activity in each.activities and attribute in each.settles]
    family = frozenset().union(*(each.settles for each in lists))
    read = frozenset().union(*(rule.reads for rule in rules))
    opened = (family & read) - said.keys() | {attribute}
    return next((each for each in lists if opened <= each.settles), None)


def agrees(sets: Attributes, said: Attributes) -> bool:
    """Whether an answer contradicts nothing that was said; a rank said as a range may be narrowed."""
    return all(name not in said or compatible(said[name], value) for name, value in sets.items())


def compatible(said: Value, value: Value) -> bool:
    if isinstance(said, Range) or isinstance(value, Range):
        (low, high), (least, most) = bounds(said), bounds(value)
        return (most is None or low <= most) and (high is None or least <= high)
    return said == value


def plain_axis(attribute: str, activity: str, rules: Sequence[Rule], said: Attributes, vocabulary: Vocabulary) -> Axis:
    """The axis of one attribute by its type."""
    known = vocabulary.attributes[attribute]
    if attribute in {"rank", "sole", "role"}:
        return places(activity, rules, said)
    if known.type == "flag":
        yes_no = (Option("是", {attribute: True}), Option("不是", {attribute: False}))
        return Axis(attribute, known.slot, yes_no, frozenset({attribute}))
    if known.type == "choice":
        values = told_apart(attribute, vocabulary.values_of(activity, attribute), rules)
        options = tuple(Option(vocabulary.label(attribute, value), {attribute: value}) for value in values)
        return Axis(attribute, known.slot, options, frozenset({attribute}))
    figures = tuple(Option("", {attribute: value}) for value in samples(attribute, rules, known.least, known.whole))
    return Axis(attribute, known.slot, figures, frozenset({attribute}), listed=False)


def told_apart(attribute: str, values: Sequence[str], rules: Sequence[Rule]) -> tuple[str, ...]:
    """The values that the rules name; one stands for those that they do not."""
    if attribute == "subject":
        return ("public", "professional")
    named = {value for each in tables(attribute, rules) if isinstance(each, Among) for value in each.values}
    rest = [value for value in values if value not in named]
    if "other" in rest:
        rest = ["other"]
    return tuple(value for value in values if value in named or value in rest)


def samples(attribute: str, rules: Sequence[Rule], least: Decimal | None, whole: bool) -> tuple[Decimal, ...]:  # noqa: FBT001
    """Figures on either side of every bound that the rules have, and two more."""
    step = Decimal(1) if whole else Decimal("0.5")
    start = max(least or ONE, ONE)
    found = {start, start + 1}
    for each in tables(attribute, rules):
        if isinstance(each, Band):
            for bound in (each.low, each.high):
                if bound not in {Decimal(0), INFINITE}:
                    found |= {bound - step, bound, bound + step}
    for rule in rules:
        for row in rule.rows:
            if QUANTITIES[row.per] == attribute:
                found |= {row.every, row.every * 2}
    return tuple(sorted(value for value in found if value >= (least or Decimal(0))))


def places(activity: str, rules: Sequence[Rule], said: Attributes) -> Axis:
    """The places among the authors that the rules tell apart; "alone" comes first where it matters."""
    lows = {1, 2}
    for rule in rules:
        lows |= {place for row in rule.rows for place in range(1, len(row.by_rank) + 2)}
    for each in tables("rank", rules):
        if isinstance(each, Band):
            lows |= {int(each.low)} | ({int(each.high) + 1} if each.high != INFINITE else set())
    starts = sorted(lows - {0})
    ends = [low - 1 for low in starts[1:]] + [None]
    alone = any("sole" in rule.reads for rule in rules) and said.get("sole") is None
    options = [Option(alone_label(activity), {"sole": True, "rank": Decimal(1)})] if alone else []
    for low, high in zip(starts, ends, strict=True):
        rank: Value = Decimal(low) if low == high else Range(low, high)
        sets = {"rank": rank, "sole": False} if alone else {"rank": rank}
        options.append(Option(place_label(activity, low, high), sets))
    slot = "author_position" if activity in AUTHORED else "rank"
    fitting = tuple(option for option in options if agrees(option.sets, said))
    return Axis("rank", slot, fitting, frozenset({"rank", "sole", "role"}), merges=True)


def alone_label(activity: str) -> str:
    return "独著" if activity in AUTHORED else "独立完成"


def place_label(activity: str, low: int, high: int | None) -> str:
    """第一作者, 前三名, 第2至第5名, 其他作者, 第四名及以后."""
    who = "作者" if activity in AUTHORED else "名"
    if high is None:
        return ("其他作者" if activity in AUTHORED else "其他名次") if low == 2 else f"{ordinal(low)}名及以后"
    if low == high:
        return f"{ordinal(low)}{who}"
    return f"前{NUMERALS[high]}名" if low == 1 and high < len(NUMERALS) else f"{ordinal(low)}至{ordinal(high)}名"


def ordinal(number: int) -> str:
    return f"第{NUMERALS[number]}" if number < len(NUMERALS) else f"第{number}"


def tables(attribute: str, rules: Iterable[Rule]) -> Iterable[object]:
    """Everything that the rules' conditions demand of an attribute."""
    for rule in rules:
        for each in conditions_of(rule):
            for table in each.tables:
                if attribute in table:
                    yield table[attribute]


def conditions_of(rule: Rule) -> Iterable[Condition]:
    """All conditions of a rule."""
    yield rule.where
    yield rule.needs
    yield from (also.where for also in rule.also)
    yield from (row.when for row in (*rule.rows, *rule.bonuses))
    yield from (presumption.when for presumption in rule.presumed)
