"""The patterns of nlu/lexicon/ordering.toml, their parts put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from nlu.lazy import Lazy
from nlu.ordering.order import Wanted
from nlu.phrases import any_lazily, any_of, table
from nlu.screen import Screen

_PART = re.compile("@(?P<name>[a-z]+)@")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say what is `wanted`; `on` is what it allows or forbids."""

    wanted: Wanted
    found: Lazy
    unless: Lazy | None
    on: bool | None


@cache
def patterns() -> tuple[Pattern, ...]:
    """All of them, in the order of the file."""
    return tuple(_read())


def _read() -> Iterator[Pattern]:
    for row in table("ordering")["order"]:
        unless = any_lazily([whole(row["unless"])]) if "unless" in row else None
        for text in row["patterns"]:
            # one expression each: a named group may stand in several
            yield Pattern(Wanted(row["wanted"]), Lazy(whole(text), re.IGNORECASE), unless, row.get("on"))


@cache
def screen() -> Screen:
    """Which of the patterns can match at all."""
    return Screen([pattern.found.pattern for pattern in patterns()])


@cache
def phrase(name: str) -> re.Pattern[str]:
    """Any of the phrases of that name, which stand within orders."""
    return any_of([whole(text) for text in table("ordering")["phrase"][name]])


def whole(text: str) -> str:
    """A pattern with its parts put in."""
    parts: Mapping[str, str] = table("ordering")["part"]
    while _PART.search(text):
        text = _PART.sub(lambda part: parts[part["name"]], text)
    return text
