"""What is fuzzed: where inputs come from, how they are changed, and what must hold of each."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Protocol


class WrongError(AssertionError):
    """Something that must hold of every input does not hold of this one."""


class Target(Protocol):
    """One thing that takes in what others made. `packages` are those whose branches guide the search."""

    packages: tuple[str, ...]

    def seeds(self) -> list[bytes]:
        """Inputs to begin with, as people make them."""

    def changed(self, data: bytes, random: Random) -> bytes:
        """The input with a change that fits its kind."""

    def check(self, data: bytes) -> None:
        """Raises WrongError, or whatever the thing itself lets out, where something does not hold."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a target is written: its module and class, loaded only once it may be watched."""

    module: str
    name: str
    about: str


TARGETS = {
    "parse": Place("tests.fuzz.parsing", "Parsing", "a message and its context into nlu.parse"),
    "packs": Place("tests.fuzz.packs", "Packs", "a policy pack's text into the loader, and what loads into a year"),
    "channel": Place("tests.fuzz.channel", "Channel", "lines of any bytes into the JSONL channel, presses among them"),
    "sheets": Place("tests.fuzz.sheets", "Sheets", "workbooks and tables into the imports of entries and of rosters"),
    "updates": Place("tests.fuzz.updates", "Updates", "Telegram's updates into messages"),
}
