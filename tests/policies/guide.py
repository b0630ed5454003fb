"""The guide for authors, docs/write-a-policy.md, taken apart: its example, its recipes, mistakes, trials and keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "write-a-policy.md"
FENCE = re.compile(r"^```(?P<kind>\w+)(?: file=(?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SECTION = re.compile(r"^### [^\n]*（(?P<kind>\w+)）$(?P<body>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
KEY = re.compile(r"^\| `(?P<key>\w+)` \| (?P<must>必?) ?\| .* \| `(?P<example>.+)` \|$", re.MULTILINE)
TRIAL = re.compile(r"^\| (?P<said>20\S+) \| (?P<hours>[\d.]+) \| .* \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code, with what is said before it."""

    kind: str
    body: str
    file: str | None
    before: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """Lines that are right, what somebody wrote instead, and what the check says of it."""

    name: str
    right: str
    wrong: str
    says: str


@dataclass(frozen=True, slots=True)
class Key:
    """A row of a table of keys."""

    name: str
    required: bool
    example: str


def text() -> str:
    return GUIDE.read_text(encoding="utf-8")


def blocks() -> list[Block]:
    """Every block of code of the guide, in its order."""
    found, end = [], 0
    whole = text()
    for match in FENCE.finditer(whole):
        found.append(Block(match["kind"], match["body"], match["file"], whole[end : match.start()].strip()))
        end = match.end()
    return found


def example() -> Block:
    """The file that the guide shows whole."""
    (found,) = (block for block in blocks() if block.file)
    return found


def recipes() -> list[Block]:
    """The pieces that may be copied into a file."""
    return [block for block in blocks() if block.kind == "toml" and not block.file]


def mistakes() -> list[Mistake]:
    """The mistakes that are shown as a change of the example, with the message that follows each."""
    every = blocks()
    return [
        Mistake(block.before.splitlines()[-1], lines_of(block.body, "-"), lines_of(block.body, "+"), after.body.strip())
        for block, after in pairwise(every)
        if block.kind == "diff"
    ]


def lines_of(diff: str, sign: str) -> str:
    return "\n".join(line[1:] for line in diff.splitlines() if line.startswith(sign))


def shown_check() -> str:
    """What the guide shows as the answer of the check to its example."""
    body = next(block.body for block in blocks() if block.body.startswith("$ xueshi policy check"))
    return body.split("\n", 1)[1].strip()


def encoding_message() -> str:
    """The message on a file of another encoding, the last that is shown."""
    return [block.body.strip() for block in blocks() if block.body.startswith("✗")][-1]


def trials() -> list[tuple[str, str]]:
    """What to say to the assistant, and the hours that it should give."""
    return [(match["said"], match["hours"]) for match in TRIAL.finditer(text())]


def keys() -> Mapping[str, list[Key]]:
    """The tables of keys, by the name of the table in pack_keys.toml."""
    return {
        section["kind"]: [Key(row["key"], bool(row["must"]), row["example"]) for row in KEY.finditer(section["body"])]
        for section in SECTION.finditer(text())
    }
