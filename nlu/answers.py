"""Bare answers to a pending question: yes and no, giving up, loose attributes, a number alone."""

from __future__ import annotations

from decimal import Decimal

from nlu.changes import named_number
from nlu.dimensions.numeral import find_numbers, read_number
from nlu.dimensions.time_when import When
from nlu.draft import OWN, Draft, others_first, read
from nlu.phrases import phrase
from nlu.phrases import said as says
from nlu.reading import Context, Reply
from nlu.settle import count_names, from_term, from_time
from nlu.times import when_of
from policies.facts import Range, Value

NUMBERS = frozenset({"days", "hours", "months", "count", "words", "points", "rank", "term_from"})
SPELT_OUT = frozenset({"words", "points", "hours", "days"})
SHORT = 16  # characters; a longer message says more than a number


def reply_of(text: str, seed: Draft, context: Context) -> Reply:
    """What a message says as the answer to the pending question."""
    asked, plain = context.asked or "", text.rstrip("。！!~～ \n")
    attributes = _attributes(text, seed, context)
    if asked not in attributes:
        attributes |= _named(plain, attributes, seed) or _bare(plain, asked, seed)
    when = when_of(seed)
    if asked == "confirm" and _yes(plain) is not None:
        return Reply(yes=_yes(plain))
    skip = not attributes and says("answer", "skip", plain)
    return Reply(
        yes=None if attributes or skip else _yes(plain),
        cancel=not attributes and says("answer", "cancel", plain),
        skip=skip,
        attributes=attributes,
        when=None if when is None or when.unsure else when.period,
        when_unsure=bool(when and when.unsure),
        applies_to_all=bool(attributes or when) and says("answer", "all", text),
    )


def _attributes(text: str, seed: Draft, context: Context) -> dict[str, Value]:
    """What was said of the fact that is asked about; names only where they were asked."""
    if says("answer", "unsure", text):
        return {}
    attributes, when = read(seed, weak=False), when_of(seed)
    if when is not None and not when.unsure:
        from_time(seed, when, attributes)
    if context.asked == "count":
        count_names(seed, attributes)
    if context.asked == "term_from":
        from_term(seed, attributes)
        attributes |= _term(when) if when is not None and "term_from" not in attributes else {}
    if context.asked in OWN and "rank" not in attributes and others_first(seed):
        attributes["rank"] = Range(2)
    names = {"certificate", "title"} - {context.asked}
    return {name: value for name, value in attributes.items() if name not in names}


def _term(when: When) -> dict[str, Value]:
    """2014年到2018年: the years of the term."""
    return {"term_from": Decimal(when.period.start.year), "term_to": Decimal(when.period.end.year)}


def _yes(text: str) -> bool | None:
    if says("answer", "yes", text):
        return True
    return False if says("answer", "no", text) else None


def _named(text: str, said: dict[str, Value], seed: Draft) -> dict[str, Value]:
    """按课时的，16: a bare number of what was named."""
    found = named_number(text, said, seed.pieces)
    for name in found:
        said.pop("days" if name == "hours" else name, None)
    return found


def _bare(text: str, asked: str, seed: Draft) -> dict[str, Value]:
    """A number alone is of what was asked."""
    match = phrase("answer", "number").match(text)
    if asked not in NUMBERS:
        return {}
    if match:
        number = Decimal("0.5") if match["number"] == "半" else _number(match["number"])
        return {} if number is None else {asked: number}
    claimed = [(piece.start, piece.end) for piece in seed.pieces]
    free = [each for each in find_numbers(text) if not any(start <= each.start < end for start, end in claimed)]
    plain = [each.value.value for each in free if not each.value.ordinal]
    return {asked: plain[-1]} if plain and len(text) < SHORT and asked in SPELT_OUT else {}


def _number(said: str) -> Decimal | None:
    number = read_number(said)
    return number.value if number else None
