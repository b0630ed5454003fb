"""Bare answers to a pending question: yes and no, giving up, loose attributes, a number alone."""

from __future__ import annotations

import re
from decimal import Decimal

from nlu.amounts import OVER
from nlu.dimensions.numeral import find_numbers, read_number
from nlu.dimensions.time_when import When
from nlu.draft import OWN, Draft, others_first, read
from nlu.figures import named_number
from nlu.gather import gather
from nlu.phrases import phrase
from nlu.phrases import said as says
from nlu.reading import Context, Reply
from nlu.settle import from_term, from_time
from nlu.sharing import share
from nlu.subjects import count_names
from nlu.times import when_of
from nlu.unit import Unit
from policies.facts import Range, Value

NUMBERS = frozenset({"days", "hours", "months", "count", "words", "points", "rank", "term_from"})
SPELT_OUT = frozenset({"words", "points", "hours", "days"})
TOGETHER = (OWN, frozenset({"cn", "core", "foreign", "level"}))  # attributes that answer the same question
MOST_PARTS = 12  # units; a longer message tells more than an answer
_CLAUSE = re.compile("[，。！；\n ]+")
_OF_OTHERS = re.compile(
    " ?(?:多|来)?(?:[人位名元块岁页家国楼层号张份%公]|个(?:国家|城市|学员|人|学生|老师|同事|单位|部门|作者|专家))"
)
SHORT = 16  # characters; a longer message says more than a number


def reply_of(text: str, seed: Draft, context: Context) -> Reply:
    """What a message says as the answer to the pending question."""
    asked, plain = context.asked or "", text.rstrip("。！!~～ \n")
    if asks_back(plain):
        return Reply(skip=says("answer", "skip", plain), cancel=says("answer", "cancel", plain))
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


def asks_back(text: str) -> bool:
    """Whether a message does nothing but ask (共一算第一作者不？), so that no word of it is an answer."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause]
    return bool(clauses) and all(says("answer", "questions", clause) for clause in clauses)


def parts_of(units: list[Unit], context: Context) -> tuple[Reply, ...]:
    """The answers for each of several, where the message tells them apart: 一篇一作，一篇二作."""
    asked, activity = context.asked or "", context.asked_activity
    if activity is None or len(units) > MOST_PARTS or asked in NUMBERS - OWN:
        return ()
    drafts = share(gather(units, Draft(activity)))
    further = [at for at, draft in enumerate(drafts) if at and draft.has("another") and not draft.has("strong_another")]
    drafts = drafts[: further[0]] if further else drafts  # 一篇核心一篇普刊，今年又有一篇
    read_apart = [_part(draft) for draft in drafts]
    wanted = next((names for names in TOGETHER if asked in names), frozenset({asked}))
    answers = [part for part in read_apart if wanted & set(part.attributes) or (asked == "when" and part.when)]
    alone = len(drafts) < 2 or len(answers) < len(drafts) or any(draft.activity != activity for draft in drafts)
    return () if alone else tuple(read_apart)


def _part(draft: Draft) -> Reply:
    when = when_of(draft)
    return Reply(attributes=read(draft, weak=False), when=None if when is None or when.unsure else when.period)


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
    if isinstance(attributes.get(context.asked or ""), str) and says("answer", "denied", text):
        return {}  # 不是单位办的 leaves open who did
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
    free = [
        each
        for each in find_numbers(text)
        if not any(start <= each.start < end for start, end in claimed) and not _OF_OTHERS.match(text, each.end)
    ]
    plain = [each.value.value + bool(asked == "words" and OVER.search(text)) for each in free if not each.value.ordinal]
    return {asked: plain[-1]} if plain and len(text) < SHORT and asked in SPELT_OUT else {}


def _number(said: str) -> Decimal | None:
    number = read_number(said)
    return number.value if number else None
