"""The same work counts once, wherever it appears again: of facts with one title the best one stays, in its own year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from policies.entries import Entry

NOTHING = Decimal(0)
Group = tuple[str, str]


def counted_once(entries: Iterable[Entry]) -> None:
    """Cut every entry of a work that another entry of it beats: the higher figure, then the earlier."""
    for works in grouped(entries).values():
        if len(works) > 1:
            keep_best(works)


def grouped(entries: Iterable[Entry]) -> dict[Group, dict[int, list[Entry]]]:
    """By group and title, the entries of each fact."""
    groups: dict[Group, dict[int, list[Entry]]] = {}
    for entry in entries:
        rule, title = entry.rule, entry.appraisal.fact.attributes.get("title")
        if rule is not None and rule.once is not None and isinstance(title, str) and entry.credited:
            groups.setdefault((rule.once, title.strip("《》 ").casefold()), {}).setdefault(
                entry.appraisal.fact.id, []
            ).append(entry)
    return groups


def keep_best(works: dict[int, list[Entry]]) -> None:
    """Let the fact with the highest figure stand; the first of the ledger's order where they are equal."""
    best = max(works, key=lambda fact: figure(works[fact]))
    for fact, own in works.items():
        if fact != best:
            for entry in own:
                assert entry.rule is not None
                entry.cut("best" if entry.rule.best else "once", NOTHING, entry.rule.citation, None, best)


def figure(own: Sequence[Entry]) -> Decimal:
    return sum((entry.credited for entry in own), NOTHING)
