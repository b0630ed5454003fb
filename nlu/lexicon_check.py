"""Checking the lexicon: words read in two ways at once, and names that the vocabulary does not know."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from nlu.entries import KEYS, Entry, lexicon, rows
from nlu.known import attributes_of, vocabulary
from policies.facts import Attributes, Range

CUES = frozenset(
    [
        "neutral",
        "failed",
        "planned",
        "pending",
        "among",
        "supposed",
        "someone",
        "unserious",
        "order",
        "another",
        "strong_another",
        "all",
        "each",
        "correction",
        "actual",
        "original",
        "travel",
        "start",
        "end",
        "done",
        "result",
        "turn",
        "that",
        "term",
        "make_up",
        "abandoned",
        "unit",
        "subject_name",
        "loose",
        "rank_word",
        "corresponding",
        "together",
        "ongoing",
        "listened",
        "void",
        "aside",
        "away",
        "dated",
        "instead",
        "several",
    ]
)


def problems(entries: Iterable[Entry] | None = None) -> list[str]:
    """What is wrong with the lexicon, a sentence each; nothing where all is well."""
    found = list(lexicon() if entries is None else entries)
    return [*collisions(found), *unknown_names(found)]


def collisions(entries: list[Entry]) -> list[str]:
    """Words that have two readings which nothing tells apart."""
    by_word: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        tail = entry.tail.pattern if entry.tail else ""
        by_word[entry.word, tail].append(entry)
    return [
        f"{word}: read in {same[0].source} and again in {same[1].source}"
        for (word, _), same in by_word.items()
        if len([entry for entry in same if not _conditional(entry)]) > 1
    ]


def _conditional(entry: Entry) -> bool:
    return bool(entry.asked or entry.before or entry.after)


def unknown_names(entries: list[Entry]) -> list[str]:
    """Activities, attributes, values and cues that do not exist, with the nearest that do."""
    return list(dict.fromkeys(problem for entry in entries for problem in _unknown(entry)))


def _unknown(entry: Entry) -> Iterator[str]:
    activities = vocabulary().activities
    for name in [*([entry.activity] if entry.activity else []), *entry.hint, *entry.by, *entry.takes]:
        if name not in activities:
            yield _says(entry, "activity", name, activities)
    for cue in entry.cues - CUES:
        yield _says(entry, "cue", cue, CUES)
    for activity, sets in ((entry.activity, entry.sets), *entry.by.items()):
        yield from _unknown_attributes(entry, activity, sets)


def _unknown_attributes(entry: Entry, activity: str | None, sets: Attributes) -> Iterator[str]:
    known = vocabulary().attributes
    for name, value in sets.items():
        if name not in known:
            yield _says(entry, "attribute", name, known)
        elif known[name].type == "choice" and value not in known[name].values:
            yield _says(entry, f"value of {name}", str(value), known[name].values)
        elif known[name].type == "flag" and not isinstance(value, bool):
            yield f"{entry.source}: {entry.word}: {name} is true or false, not {value}"
        elif known[name].type in ("number", "rank") and not isinstance(value, Decimal | Range):
            yield f"{entry.source}: {entry.word}: {name} is a number, not {value}"
        elif activity in vocabulary().activities and name not in attributes_of(activity or ""):
            yield f"{entry.source}: {entry.word}: {activity} has no {name}"


def _says(entry: Entry, what: str, name: str, known: Iterable[str] | Mapping[str, object]) -> str:
    near = difflib.get_close_matches(name, list(known), 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"{entry.source}: {entry.word}: no such {what}: {name}{hint}"


def unknown_keys() -> list[str]:
    """Keys of entries that mean nothing."""
    return [
        f"{name}: {row.get('words', ['?'])[0]}: no such key: {key}"
        for name, row in rows()
        for key in row
        if key not in KEYS
    ]
