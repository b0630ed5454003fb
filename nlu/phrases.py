"""Phrases that are looked for in the whole message, compiled from nlu/lexicon/phrases.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from nlu.lazy import Lazy


@cache
def table(file: str) -> Mapping[str, Any]:
    """A file of nlu/lexicon, by its name without the ending."""
    return tomllib.loads((resources.files("nlu") / "lexicon" / f"{file}.toml").read_text(encoding="utf-8"))


@cache
def phrase(section: str, name: str) -> re.Pattern[str]:
    """Any of the patterns of that name."""
    return any_of(table("phrases")[section][name])


def any_of(patterns: list[str]) -> re.Pattern[str]:
    return any_lazily(patterns).compiled


def any_lazily(patterns: list[str]) -> Lazy:
    """Any of the patterns, in either case."""
    return Lazy("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def said(section: str, name: str, text: str) -> bool:
    """Whether any of them occurs."""
    return phrase(section, name).search(text) is not None


def names(section: str) -> tuple[str, ...]:
    """The names of a section, in the order of the file."""
    return tuple(table("phrases")[section])


def words(section: str) -> Mapping[str, str]:
    """A section of words with what they stand for; change.names is a section of change."""
    found: Any = table("phrases")
    for part in section.split("."):
        found = found[part]
    return {str(word): str(meaning) for word, meaning in found.items()}
