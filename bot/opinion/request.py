"""What is sent: fixed instructions with the vocabulary, the masked sentence, the day. Nothing else leaves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from importlib import resources

from policies.vocabulary import Attribute, Vocabulary


def instructions(vocabulary: Vocabulary) -> str:
    """What the endpoint is told about its task: the form of an answer, and every activity with its attributes."""
    text = resources.files("bot.opinion").joinpath("instructions.txt").read_text(encoding="utf-8")
    return text + "\n".join(_lines(vocabulary))


def body(model: str, told: str, sentence: str, today: date) -> bytes:
    """A chat completion's request. Only the fields that every vendor and local server takes are used."""
    asked = json.dumps({"today": today.isoformat(), "sentence": sentence}, ensure_ascii=False)
    messages = [{"role": "system", "content": told}, {"role": "user", "content": asked}]
    return json.dumps({"model": model, "messages": messages}, ensure_ascii=False).encode("utf-8", "replace")


def _lines(vocabulary: Vocabulary) -> Iterator[str]:
    for activity in vocabulary.activities.values():
        yield f"{activity.id} ({activity.name}):"
        for name in activity.attributes:
            yield f"  {name} ({vocabulary.attributes[name].name}): {_kind(vocabulary, activity.id, name)}"


def _kind(vocabulary: Vocabulary, activity: str, name: str) -> str:
    """What values an attribute of an activity may have."""
    attribute = vocabulary.attributes[name]
    if attribute.type == "choice":
        values = vocabulary.values_of(activity, name)
        return "one of " + ", ".join(f"{value} ({vocabulary.label(name, value)})" for value in values)
    return f"{attribute.type}{_bounds(attribute)}"


def _bounds(attribute: Attribute) -> str:
    if attribute.type != "number":
        return ""
    return f"{', whole' if attribute.whole else ''}, {attribute.least} to {attribute.most}"
