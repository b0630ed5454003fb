"""What a reader makes of a message, in a form that ours and a learned one share: an intent and a heap of slots."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from nlu.reading import Intent, Parse
from tests.nlu.message_corpus import Example, examples_of, reports_of

CONVERSATIONS = Path(__file__).parents[2] / "conversations"
UNSEEN = Path(__file__).with_name("unseen.toml")
Slots = Counter[tuple[str, object]]


class Reading(NamedTuple):
    """The intent's name, and what was reported: activity, year and attributes of all reports together."""

    intent: str
    slots: Slots


Reader = Callable[[Example], Reading]


def unseen() -> list[Example]:
    """The messages that nobody tunes to."""
    return list(examples_of(UNSEEN))


def opening() -> list[Example]:
    """The first messages of the testers' conversations, with the intents that their expectations imply."""
    told = []
    for file in sorted(CONVERSATIONS.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            conversation = json.loads(line)
            first = conversation["turns"][0]
            intents = _implied(first.get("expect", {}))
            if "say" in first and intents:
                today = datetime.fromisoformat(conversation["now"]).date()
                told.append(Example(first["say"], today, {"intent": intents}, file.stem))
    return told


def _implied(expected: Mapping[str, Any]) -> list[str]:
    """What is posted or asked back was a report, whatever else may be expected of it."""
    if named := expected.get("intent"):
        return [named] if isinstance(named, str) else list(named)
    return ["record"] if expected.get("posted") or expected.get("asks_any") or expected.get("deemed") else []


def ours(example: Example) -> Reading:
    """What this project understands."""
    parsed = example.parse()
    reports = reports_of(example, parsed)[1] if "reports" in example.expected else []
    return Reading(parsed.intent.value, slots_of(reports))


def wanted(example: Example) -> tuple[list[str], Slots]:
    """The intents that are right, and the slots."""
    intent = example.expected["intent"]
    if "reports" not in example.expected:
        return [intent] if isinstance(intent, str) else intent, Counter()
    due, _ = reports_of(example, Parse(example.text, Intent.UNKNOWN))
    return [intent] if isinstance(intent, str) else intent, slots_of(due)


def slots_of(reports: Iterable[Mapping[str, object]]) -> Slots:
    """Activity, year and attributes of reports, all in one heap."""
    return Counter(
        (name, value)
        for report in reports
        for name, value in report.items()
        if value is not None and name not in {"mood", "from", "to"}
    )
