"""Understanding: no text raises or takes long, the same words in another writing mean the same, nothing is made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from random import Random
from time import process_time
from zlib import crc32

import opencc

from nlu import parse
from nlu.reading import Parse
from nlu.text import normalise
from policies.facts import Range
from policies.vocabulary import read_vocabulary
from tests.fuzz.figures import explained
from tests.fuzz.mangling import spoilt
from tests.fuzz.target import WrongError
from tests.nlu.fuzz import CONTEXTS, TODAY
from tests.nlu.message_corpus import examples
from tests.nlu.mutation import messages

LIMIT = 0.15  # seconds of the processor, of code that is watched
TRIES = 3
LONGEST = 1500  # characters: the assistant reads no longer ones
WORDS = ("said", "heard", "words", "text", "trace", "title", "name", "place", "document", "lost", "certificate")
KEYCAP = "\u20e3"  # a digit under it is a picture, and only a half-width one
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class Parsing:
    """The first byte chooses the context, the rest is the message."""

    packages = ("nlu", "policies")

    def __init__(self) -> None:
        self._phrasings = [example.text for example in examples()]
        self._known = read_vocabulary().activities

    def seeds(self) -> list[bytes]:
        return [bytes([number % 4]) + text.encode() for number, text in enumerate(self._phrasings)]

    def changed(self, data: bytes, random: Random) -> bytes:
        kind, text = data[:1] or b"\0", data[1:].decode("utf-8", "replace")
        if random.random() < 0.1:
            kind = bytes([random.randrange(256)])
        if random.random() < 0.1:
            return spoilt(data, random, [random.choice(self._phrasings).encode()])
        made = next(messages(random.randrange(2**32), [text or "去年", text or "培训", random.choice(self._phrasings)]))
        return kind + made[:LONGEST].encode("utf-8", "replace")

    def check(self, data: bytes) -> None:
        context = CONTEXTS[(data[:1] or b"\0")[0] % len(CONTEXTS)]
        text = data[1:].decode("utf-8", "replace")[:LONGEST]
        before = process_time()
        parsed = parse(text, TODAY, context)
        taken = process_time() - before
        if taken > LIMIT and min(self._again(text) for _ in range(TRIES)) > LIMIT:
            raise WrongError(f"slow: {taken:.3f} s")
        self._holds_together(parsed)
        if crc32(data) % 4 == 0:
            self._same_in_other_writing(text, parsed, lambda other: parse(other, TODAY, context))

    def _again(self, text: str) -> float:
        before = process_time()
        parse(text, TODAY)
        return process_time() - before

    def _holds_together(self, parsed: Parse) -> None:
        """What is read is of the vocabulary, its words stand in the text, and its figures come from there."""
        for report in parsed.reports:
            if report.activity is not None and not set(report.attributes) <= set(
                self._known[report.activity].attributes
            ):
                raise WrongError(f"attributes of no {report.activity}: {sorted(report.attributes)}")
            if report.said not in parsed.text:
                raise WrongError(f"said is not in the text: {report.said!r}")
            for name, value in report.attributes.items():
                if isinstance(value, Decimal) and not explained(name, value, parsed.text):
                    raise WrongError(f"a figure from nowhere: {report.activity}.{name} = {value}")
                if isinstance(value, Range) and value.low < 1:
                    raise WrongError(f"no rank: {value}")

    def _same_in_other_writing(self, text: str, parsed: Parse, read: Callable[[str], Parse]) -> None:
        same = reading(parsed)
        for how, other in writings(text):
            if reading(read(other)) != same:
                raise WrongError(f"reads differently {how}")


def writings(text: str) -> Iterator[tuple[str, str]]:
    """The text in writings that mean the same."""
    yield "once more", text
    if KEYCAP not in text:
        yield "with full-width digits", text.translate(_WIDE)
    yield "with space around it", f" {text}\n"
    if (traditional := _traditional(text)) != text and normalise(traditional) == normalise(text):
        yield "in traditional characters", traditional
    yield "with an emoji behind it", f"{text}😊"


def reading(value: object) -> object:
    """What was understood, without the words it was said in."""
    if isinstance(value, Parse) or is_dataclass(value):
        return {each.name: reading(getattr(value, each.name)) for each in fields(value) if each.name not in WORDS}
    if isinstance(value, Mapping):
        return {key: reading(each) for key, each in value.items() if key not in WORDS}
    return tuple(map(reading, value)) if isinstance(value, tuple) else value


def _traditional(text: str) -> str:
    return str(_converter().convert(text))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
