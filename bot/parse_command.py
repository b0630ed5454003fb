"""`xueshi parse "…"`: how a sentence is understood, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.wording import UNDERSTOOD
from nlu import parse
from nlu.reading import Parse
from policies.facts import Period, Range
from policies.vocabulary import Vocabulary, read_vocabulary

INDENT = "  "


def show(sentence: str, today: date | None, settings: Settings) -> int:
    """Print the understanding of a sentence that is said on `today`."""
    day = today or datetime.now(ZoneInfo(settings.timezone)).date()
    for line in lines_of(parse(sentence, day, traced=True)):
        print(line)
    return 0


def lines_of(understood: Parse) -> Iterator[str]:
    """The understanding as an indented outline: the steps that led to it, then what it came to."""
    for step in understood.trace:
        lost = UNDERSTOOD["lost"].format(lost="、".join(step.lost)) if step.lost else ""
        yield f"{INDENT}{step.rule}  “{step.words}” → {step.meaning}{lost}"
    vocabulary = read_vocabulary()
    for part in fields(understood):
        if part.name != "trace":
            name = UNDERSTOOD.get(part.name, part.name)
            yield from Outline(vocabulary).lines(name, getattr(understood, part.name))


@dataclass(frozen=True, slots=True)
class Outline:
    """Draws values of nlu.reading; what says nothing is left out."""

    vocabulary: Vocabulary

    def lines(self, name: str, value: object, depth: int = 0) -> Iterator[str]:
        """A named value and what it consists of."""
        if value in (None, (), "", False) or value == {}:
            return
        if isinstance(value, tuple):
            for number, each in enumerate(value, start=1):
                yield from self.lines(f"{name} {number}", each, depth)
            return
        parts = self.parts(value)
        if parts is None:
            yield f"{INDENT * depth}{name} = {self.plain(name, value)}"
            return
        inner = [line for key, each in parts for line in self.lines(key, each, depth + 1)]
        yield from (f"{INDENT * depth}{name}", *inner) if inner else ()

    def parts(self, value: object) -> list[tuple[str, object]] | None:
        """What a value consists of; None where it is one thing."""
        if isinstance(value, Mapping):
            # a flag that was denied says as much as one that was affirmed
            return [(key, str(each).lower() if isinstance(each, bool) else each) for key, each in value.items()]
        if is_dataclass(value) and not isinstance(value, (Period, Range)):
            return [(part.name, getattr(value, part.name)) for part in fields(value)]
        return None

    def plain(self, name: str, value: object) -> str:
        """A value as a person reads it."""
        if isinstance(value, Period):
            return f"{value.start} … {value.end}" + (UNDERSTOOD["exact"] if value.exact else "")
        if isinstance(value, Range):
            return f"{value.low}–{value.high or ''}"
        word = str(value.value if isinstance(value, Enum) else value)
        return f"{word}（{meaning}）" if (meaning := self.meaning(name, word)) else word

    def meaning(self, name: str, word: str) -> str | None:
        """The vocabulary's Chinese for a word of it."""
        if name == "activity" and word in self.vocabulary.activities:
            return self.vocabulary.activities[word].name
        attribute = self.vocabulary.attributes.get(name)
        return (attribute.values.get(word) or attribute.name) if attribute else None
