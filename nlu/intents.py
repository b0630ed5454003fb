"""Which of the intents the words of a message point at, by the patterns of nlu/lexicon/intents.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from nlu.reading import Intent, Topic

_AROUND = re.compile(r"^[\s，。！？!?~～、…\W]+|[\s，。！？!?~～、…\W]+$")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that point at an intent; `whole`: only where they are all that was said;
    `weak`: words that fit other intents as well."""

    intent: Intent
    weight: int
    found: re.Pattern[str]
    unless: re.Pattern[str] | None
    whole: bool
    weak: bool

    def search(self, text: str) -> re.Match[str] | None:
        if self.whole:
            return self.found.fullmatch(_AROUND.sub("", text))
        if self.unless and self.unless.search(text):
            return None
        return self.found.search(text)


def _table(name: str) -> dict[str, list[dict[str, object]]]:
    text = (resources.files("nlu") / "lexicon" / name).read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def patterns() -> tuple[Pattern, ...]:
    found = []
    for raw in _table("intents.toml")["pattern"]:
        unless = re.compile(str(raw["unless"]), re.IGNORECASE) if "unless" in raw else None
        either = re.compile("|".join(f"(?:{each})" for each in _strings(raw["patterns"])), re.IGNORECASE)
        found.append(
            Pattern(
                Intent(raw["intent"]),
                int(str(raw["weight"])),
                either,
                unless,
                bool(raw.get("whole")),
                bool(raw.get("weak")),
            )
        )
    return tuple(sorted(found, key=lambda pattern: -pattern.weight))


@cache
def topics() -> tuple[tuple[Topic, re.Pattern[str]], ...]:
    rows = _table("topics.toml")["topic"]
    return tuple(
        (Topic(str(raw["topic"])), re.compile("|".join(f"(?:{each})" for each in _strings(raw["patterns"]))))
        for raw in rows
    )


def _strings(raw: object) -> list[str]:
    assert isinstance(raw, list)
    return [str(each) for each in raw]


@dataclass(frozen=True, slots=True)
class Cue:
    """Where words for an intent stand. `weak`: they fit other intents as well."""

    words: str
    start: int
    weak: bool = False


Cues = Mapping[Intent, Cue]


def cued(text: str) -> dict[Intent, Cue]:
    """The intents whose words occur, the weightiest first, with the words."""
    found: dict[Intent, Cue] = {}
    for pattern in patterns():
        match = None if pattern.intent in found else pattern.search(text)
        if match:
            found[pattern.intent] = Cue(match[0], match.start(), pattern.weak)
    return found


def topic_of(text: str) -> Topic:
    """What a question about the rules is after."""
    return next((topic for topic, pattern in topics() if pattern.search(text)), Topic.GENERAL)
