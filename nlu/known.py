"""What the vocabulary allows: which attributes an activity has and which units count it."""

from __future__ import annotations

from functools import cache

from policies.facts import Attributes, Value
from policies.vocabulary import Vocabulary, read_vocabulary

COUNTED_BY: dict[str, frozenset[str]] = {
    "paper": frozenset("篇个"),
    "book": frozenset(("本", "部", "册", "个", "套")),
    "project": frozenset("项个"),
    "patent": frozenset("项个件"),
    "award": frozenset("项个次块张"),
    "exam": frozenset("门科个"),
    "degree_course": frozenset("门科个"),
    "public_course": frozenset("门个科"),
    "online_course": frozenset("门个"),
    "digital_exam": frozenset(("模块", "个", "门", "科")),
    "skill": frozenset("个项张"),
    "training": frozenset("次场期个回"),
    "conference": frozenset("次场届个回"),
    "lecture": frozenset("次场个讲回"),
    "teaching": frozenset("次场个讲门回"),
    "visit": frozenset("次回"),
    "field_study": frozenset("次回"),
    "service": frozenset("次回"),
    "self_study": frozenset("次回"),
}
"""Units of `count` by activity; a count in any other unit is of something else (三个人, 一本期刊)."""


@cache
def vocabulary() -> Vocabulary:
    return read_vocabulary()


@cache
def attributes_of(activity: str) -> frozenset[str]:
    """The attributes that an activity can have."""
    return frozenset(vocabulary().activities[activity].attributes)


def allowed(sets: Attributes, activity: str | None) -> dict[str, Value]:
    """The part of `sets` that the activity can have; all of it where the activity is not known."""
    if activity is None:
        return dict(sets)
    names = attributes_of(activity)
    return {name: value for name, value in sets.items() if name in names and _may_be(activity, name, value)}


def _may_be(activity: str, name: str, value: Value) -> bool:
    narrow = vocabulary().activities[activity].values.get(name)
    return narrow is None or value in narrow


def counts(activity: str | None, unit: str) -> bool:
    """Whether `unit` counts this activity."""
    return activity is None or unit in COUNTED_BY.get(activity, frozenset())
