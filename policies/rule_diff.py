"""What differs between two rules: their decision tables row by row, and everything else that decides a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from policies.conditions import ANY, Condition
from policies.pack import Cap, Row, Rule


@dataclass(frozen=True, slots=True)
class Change:
    """One part that differs, by its name in the pack's types; a and b are its values there, None where it has none."""

    part: str
    a: object
    b: object


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of a decision table as the two documents have it: of one condition, or in one of them alone."""

    a: Row | None
    b: Row | None


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One item that both documents have."""

    a: Rule
    b: Rule
    changes: tuple[Change, ...]
    rows: tuple[RowChange, ...] = ()
    bonuses: tuple[RowChange, ...] = ()

    @property
    def differs(self) -> bool:
        return bool(self.changes or self.rows or self.bonuses)


def compare_rules(a: Rule, b: Rule) -> RuleChange:
    """What differs between two items; their wording, proof and article do not count."""
    before, after = substance(a), substance(b)
    changes = tuple(Change(part, getattr(a, part), getattr(b, part)) for part in before if before[part] != after[part])
    return RuleChange(a, b, changes, compare_rows(a.rows, b.rows), compare_rows(a.bonuses, b.bonuses))


def substance(rule: Rule) -> Mapping[str, object]:
    """What decides a figure besides the rows, in a form that can be compared."""
    return {
        "where": (demands(rule.where), [(each.activity, demands(each.where)) for each in rule.also]),
        "needs": demands(rule.needs),
        "implied": [(demands(each.when), dict(each.sets)) for each in rule.implied],
        "presumed": [(each.attribute, each.value, demands(each.when)) for each in rule.presumed],
        "subject": rule.subject,
        "caps": caps(rule.caps),
        "yearly_caps": caps(rule.yearly_caps),
        "once": rule.once is not None,
        "spread": rule.spread,
        "yearly": rule.yearly,
        "covers": rule.covers,
        "due": rule.due,
        "round_to": rule.round_to,
    }


def demands(condition: Condition) -> object:
    """A condition without the function that tests it, which never equals another."""
    return condition.tables, condition.given, condition.missing


def caps(found: Iterable[Cap]) -> list[object]:
    return [(cap.per, cap.hours, cap.times, cap.of, len(cap.rules) > 1) for cap in found]


def compare_rows(ours: Sequence[Row], theirs: Sequence[Row]) -> tuple[RowChange, ...]:
    """Rows that differ: paired where their conditions are equal, in the order of the first document.

    "All else" is the same case only where the rows before it are.
    """
    alike = [demands(row.when) for row in ours] == [demands(row.when) for row in theirs]
    left = list(theirs)
    found: list[RowChange] = []
    for row in ours:
        fits = (other for other in left if demands(other.when) == demands(row.when))
        match = next(fits, None) if alike or demands(row.when) != demands(ANY) else None
        if match is not None:
            left.remove(match)
        if match is None or gives(row) != gives(match):
            found.append(RowChange(row, match))
    return (*found, *(RowChange(None, row) for row in left))


def gives(row: Row) -> Row:
    """A row without its condition and remark: what it gives."""
    return replace(row, when=ANY, note="")
