"""Which of the intents the words of a message point at, by the patterns of nlu/lexicon/intents.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter

from nlu.lazy import Lazy
from nlu.phrases import any_of, table
from nlu.reading import Intent, Topic
from nlu.screen import Screen

_AROUND = re.compile(r"^[\s，。！？!?~～、…\W]+|[\s，。！？!?~～、…\W]+$")


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Words that point at an intent, any of `found`; `whole`: only where they are all that was said;
    `weak`: words that fit other intents as well."""

    intent: Intent
    found: tuple[Lazy, ...]
    unless: Lazy | None
    whole: bool
    weak: bool

    def search(self, text: str, among: Iterable[Lazy]) -> re.Match[str] | None:
        """The leftmost match of `among`, which are all of `found` that may match."""
        if self.whole:
            text = _AROUND.sub("", text)
            return next((match for each in among if (match := each.compiled.fullmatch(text))), None)
        matches = [match for each in among if (match := each.compiled.search(text))]
        if not matches or (self.unless and self.unless.compiled.search(text)):
            return None
        return min(matches, key=lambda match: match.start())


@cache
def patterns() -> tuple[Pattern, ...]:
    """All of them, the weightiest first."""
    rows = sorted(table("intents")["pattern"], key=lambda row: -int(row["weight"]))
    return tuple(
        Pattern(
            Intent(row["intent"]),
            tuple(Lazy(pattern, re.IGNORECASE) for pattern in row["patterns"]),
            Lazy(row["unless"], re.IGNORECASE) if "unless" in row else None,
            bool(row.get("whole")),
            bool(row.get("weak")),
        )
        for row in rows
    )


@cache
def _single() -> tuple[tuple[Pattern, Lazy], ...]:
    return tuple((pattern, each) for pattern in patterns() for each in pattern.found)


@cache
def _screen() -> Screen:
    return Screen([each.pattern for _, each in _single()])


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
    possible = (_single()[number] for number in _screen().possible(text))
    for pattern, each in groupby(possible, key=itemgetter(0)):
        match = None if pattern.intent in found else pattern.search(text, [one for _, one in each])
        if match:
            found[pattern.intent] = Cue(match[0], match.start(), pattern.weak)
    return found


def topic_of(text: str) -> Topic:
    """What a question about the rules is after."""
    return next((topic for topic, pattern in topics() if pattern.search(text)), Topic.GENERAL)
