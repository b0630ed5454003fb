"""What is said where somebody else's reading of a sentence is shown for a yes or no."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from handlers.wording.facts import AMOUNTS, detail, name_of
from handlers.wording.figures import plain, time_of
from policies.facts import Fact, Value
from policies.vocabulary import Vocabulary

PROPOSAL = "我的理解是：{entry}，对吗？"
PROPOSALS = "我的理解是：\n{entries}\n对吗？"
DROPPED = "好的，这句先不记。换个说法告诉我就行，比如：\n“{one}”\n“{two}”"
SOMEBODY = "〔姓名〕"
IS, IS_NOT = "是", "否"


def proposal(entries: Sequence[str]) -> str:
    """The question, with all that would be recorded after a yes."""
    if len(entries) == 1:
        return PROPOSAL.format(entry=entries[0])
    return PROPOSALS.format(entries="\n".join(f"{number}. {entry}" for number, entry in enumerate(entries, 1)))


def understood(fact: Fact, vocabulary: Vocabulary) -> str:
    """A fact with everything that is supposed of it: what a short description leaves out may change the figure."""
    activity = vocabulary.activities[fact.activity]
    named = {"count", "title"} if "title" in fact.attributes else {"count", "certificate"}
    names = [name for name in activity.attributes if name in fact.attributes and name not in named]
    said = [spelled(fact.activity, name, fact.attributes[name], vocabulary) for name in names]
    if fact.attributes.get("count") == 1:
        said.insert(0, f"1{activity.unit}")
    inside = f"（{'，'.join(said)}）" if said else ""
    return f"{time_of(fact)} {name_of(fact.activity, fact.attributes, vocabulary)}{inside}"


def spelled(activity: str, name: str, value: Value, vocabulary: Vocabulary) -> str:
    """One attribute, never left out."""
    called = vocabulary.attributes[name].name
    if isinstance(value, Decimal) and name != "rank" and name not in AMOUNTS:
        return f"{called}{plain(value)}"
    if vocabulary.attributes[name].type == "text":
        return f"{called}：{value}"
    words = detail(activity, name, value, vocabulary)
    return words or f"{called}：{IS if value is True else IS_NOT}"
