"""The same work counts once, wherever it appears again: of facts with one title one stays, in its own year.

The one with the highest figure stays, the earlier of equal ones; but where a cap would let less of it through than of
another, that other one does: telling of a work once more never costs anybody hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice, product

from policies.caps import capped
from policies.entries import Entry

NOTHING = Decimal(0)
MOST_CHOICES = 256
Works = dict[int, list[Entry]]  # the entries of each fact that tells of the work


def counted_once(entries: Sequence[Entry]) -> None:
    """Cut every entry of a work that another fact about it stands for."""
    groups = [works for works in grouped(entries) if len(works) > 1]
    if not groups:
        return
    choices = islice(product(*map(best_first, groups)), MOST_CHOICES if any(map(differs, groups)) else 1)
    kept = max(choices, key=lambda choice: through(entries, groups, choice))
    for works, best in zip(groups, kept, strict=True):
        for entry in others(works, best):
            assert entry.rule is not None
            entry.cut("best" if entry.rule.best else "once", NOTHING, entry.rule.citation, None, best)


def grouped(entries: Iterable[Entry]) -> Iterable[Works]:
    """The works told of by title, within the groups that the documents name."""
    groups: dict[tuple[str, str], Works] = {}
    for entry in entries:
        rule = entry.rule
        if rule is None or rule.once is None or not entry.credited:
            continue
        fact = entry.appraisal.fact
        title = fact.attributes.get("title")
        if isinstance(title, str):
            works = groups.setdefault((rule.once, title.strip("《》 ").casefold()), {})
            works.setdefault(fact.id, []).append(entry)
    return groups.values()


def best_first(works: Works) -> list[int]:
    """The facts about a work, the highest figure first, the ledger's order where they are equal."""
    return sorted(works, key=lambda fact: -figure(works[fact]))


def differs(works: Works) -> bool:
    """Whether caps may treat the facts about a work differently."""
    places = {(entry.year, entry.rule and entry.rule.id) for own in works.values() for entry in own}
    limited = any(entry.rule and entry.rule.yearly_caps for own in works.values() for entry in own)
    return limited and len(places) > 1


def others(works: Works, best: int) -> Iterable[Entry]:
    return (entry for fact, own in works.items() if fact != best for entry in own)


def through(entries: Sequence[Entry], groups: Sequence[Works], choice: Sequence[int]) -> Decimal:
    """The hours of all years that count if these facts stand for their works."""
    dropped = {id(entry) for works, best in zip(groups, choice, strict=True) for entry in others(works, best)}
    years: dict[int, list[Entry]] = {}
    for entry in entries:
        if id(entry) not in dropped and entry.credited:
            years.setdefault(entry.year, []).append(replace(entry, cuts=[]))
    return sum((figure(capped(own)) for own in years.values()), NOTHING)


def figure(own: Iterable[Entry]) -> Decimal:
    return sum((entry.credited for entry in own), NOTHING)
