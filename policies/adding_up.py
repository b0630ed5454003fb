"""Counts that add up over a year before anything is due: 南通's two provincial papers, or three of a city."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from policies.entries import Entry
from policies.figure import Figure
from policies.pack import COVERS, Rule
from policies.statement import Outcome


def made_due(entries: Sequence[Entry]) -> None:
    """Let entries that wait for others make the year complete where they are enough together."""
    waiting: dict[tuple[str, int], list[Entry]] = {}
    for entry in entries:
        if entry.rule is not None and entry.rule.due and counts(entry):
            waiting.setdefault((entry.rule.id, entry.year), []).append(entry)
    for together in waiting.values():
        rule = together[0].rule
        assert rule is not None
        if enough(rule, together):
            for entry in together:
                entry.covers = rule.covers or COVERS


def counts(entry: Entry) -> bool:
    return not entry.appraisal.fact.rejected and entry.appraisal.outcome in {Outcome.WAITING, Outcome.DEEMED}


def enough(rule: Rule, entries: Sequence[Entry]) -> bool:
    """Whether one of the counts that the rule knows is reached; works of one title count once."""
    for due in rule.due:
        tallied = {key(entry): quantity(entry) for entry in entries if tallied_as(entry) in due.of}
        if sum(tallied.values(), Decimal(0)) >= due.count:
            return True
    return False


def tallied_as(entry: Entry) -> str | None:
    """What the entry counts as: a provincial paper, a city one."""
    figure = entry.appraisal.working
    return figure.row.tallies if isinstance(figure, Figure) and figure.row else None


def key(entry: Entry) -> object:
    return entry.appraisal.fact.attributes.get("title") or entry.appraisal.fact.id


def quantity(entry: Entry) -> Decimal:
    count = entry.appraisal.fact.attributes.get("count")
    return count if isinstance(count, Decimal) else Decimal(1)
