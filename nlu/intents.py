"""Which of the intents the words of a message point at, by the patterns of nlu/lexicon/intents.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from nlu.lazy import Lazy
from nlu.phrases import any_lazily, any_of, table
from nlu.reading import Intent, Topic
from nlu.screen import Screen

_AROUND = re.compile(r"^[\s，。！？!?~～、…\W]+|[\s，。！？!?~～、…\W]+$")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that point at an intent; `whole`: only where they are all that was said;
    `weak`: words that fit other intents as well."""

    intent: Intent
    found: Lazy
    unless: Lazy | None
    whole: bool
    weak: bool

    def search(self, text: str) -> re.Match[str] | None:
        if self.whole:
            return self.found.compiled.fullmatch(_AROUND.sub("", text))
        match = self.found.compiled.search(text)
        return None if match and self.unless and self.unless.compiled.search(text) else match


@cache
def patterns() -> tuple[Pattern, ...]:
    """All of them, the weightiest first."""
    rows = sorted(table("intents")["pattern"], key=lambda row: -int(row["weight"]))
    return tuple(
        Pattern(
            Intent(row["intent"]),
            any_lazily(row["patterns"]),
            any_lazily([row["unless"]]) if "unless" in row else None,
            bool(row.get("whole")),
            bool(row.get("weak")),
        )
        for row in rows
    )


@cache
def _screen() -> Screen:
    return Screen([pattern.found.pattern for pattern in patterns()])


@cache
def topics() -> tuple[tuple[Topic, re.Pattern[str]], ...]:
    return tuple((Topic(row["topic"]), any_of(row["patterns"])) for row in table("topics")["topic"])


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
    for number in _screen().possible(text):
        pattern = patterns()[number]
        match = None if pattern.intent in found else pattern.search(text)
        if match:
            found[pattern.intent] = Cue(match[0], match.start(), pattern.weak)
    return found


def topic_of(text: str) -> Topic:
    """What a question about the rules is after."""
    return next((topic for topic, pattern in topics() if pattern.search(text)), Topic.GENERAL)
