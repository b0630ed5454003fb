"""Conditions on what is known of an activity, in three values: holds, does not hold, not known.

A condition is written in a pack as a table: `{ level = ["national", "provincial"], rank = "2-5" }` holds where each
attribute is what stands there; a list of tables holds where one of them does. `given` and `missing` ask whether
something was said at all, and are therefore never unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from policies.facts import Attributes, Range, Value
from policies.ranks import RANKS

Check = Callable[[Any], bool | None]
Test = Callable[[Attributes], bool | None]

INFINITE = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Among:
    """One of these values."""

    values: frozenset[str | bool]

    def check(self) -> Check:
        return self.values.__contains__


@dataclass(frozen=True, slots=True)
class Band:
    """Numbers from `low` to `high`; a bound that is open is not counted itself. Ranges may lie across a bound."""

    low: Decimal = Decimal(0)
    high: Decimal = INFINITE
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Decimal) -> bool:
        over = value > self.low if self.low_open else value >= self.low
        return over and (value < self.high if self.high_open else value <= self.high)

    def check(self) -> Check:
        low, high, holds = self.low, self.high, self.holds

        def inside(value: Value) -> bool | None:
            if isinstance(value, Decimal):
                return holds(value)
            assert isinstance(value, Range)
            top = INFINITE if value.high is None else Decimal(value.high)
            if value.low >= low and top <= high:
                return True
            return False if value.low > high or top < low else None

        return inside


Allowed = Among | Band
Table = Mapping[str, Allowed]


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds where one of the `tables` does, all of `given` were said and none of `missing`."""

    tables: tuple[Table, ...]
    given: tuple[str, ...]
    missing: tuple[str, ...]
    test: Test

    @property
    def reads(self) -> frozenset[str]:
        """The attributes whose value matters (not those of which only the presence does)."""
        return frozenset(name for table in self.tables for name in table)

    def blockers(self, known: Attributes) -> frozenset[str]:
        """The attributes that keep the condition from being decided."""
        if self.test(known) is not None:
            return frozenset()
        undecided = (table for table in self.tables if all_of(table)(known) is None)
        return frozenset(
            name
            for table in undecided
            for name, allowed in table.items()
            if name not in known or allowed.check()(known[name]) is None
        )


def always(known: Attributes) -> bool:  # noqa: ARG001
    return True


def all_of(table: Table) -> Test:
    """Every entry of the table must hold."""
    checks = tuple((name, allowed.check()) for name, allowed in table.items())
    if not checks:
        return always
    if len(checks) == 1:
        return one_of(*checks[0])

    def test(known: Attributes) -> bool | None:
        decided: bool | None = True
        for name, check in checks:
            value = known.get(name)
            if value is None:
                decided = None
                continue
            held = check(value)
            if held is False:
                return False
            if held is None:
                decided = None
        return decided

    return test


def one_of(name: str, check: Check) -> Test:
    """A single entry must hold."""

    def test(known: Attributes) -> bool | None:
        value = known.get(name)
        return None if value is None else check(value)

    return test


def any_of(tests: Sequence[Test]) -> Test:
    """One of the tests must hold."""

    def test(known: Attributes) -> bool | None:
        decided: bool | None = False
        for each in tests:
            held = each(known)
            if held is True:
                return True
            if held is None:
                decided = None
        return decided

    return test


def with_presence(test: Test, given: tuple[str, ...], missing: tuple[str, ...]) -> Test:
    """The test, where besides these were said and those were not."""
    if not given and not missing:
        return test

    def present(known: Attributes) -> bool | None:
        for name in given:
            if name not in known:
                return False
        for name in missing:
            if name in known:
                return False
        return test(known)

    return present


def condition(tables: Sequence[Table], given: Sequence[str] = (), missing: Sequence[str] = ()) -> Condition:
    """A condition made ready for use."""
    tests = [all_of(table) for table in tables]
    test = tests[0] if len(tests) == 1 else any_of(tests)
    test = with_presence(test, tuple(given), tuple(missing))
    return Condition(tuple(tables), tuple(given), tuple(missing), test)


ANY = condition([{}])


def condition_of(raw: object, given: Sequence[str] = (), missing: Sequence[str] = ()) -> Condition:
    """A condition as a pack writes it: a table, or a list of tables of which one must hold."""
    tables: list[Mapping[str, object]] = raw if isinstance(raw, list) else [raw]  # type: ignore[list-item]
    return condition([{name: allowed_of(value) for name, value in table.items()} for table in tables], given, missing)


def allowed_of(raw: object) -> Allowed:
    """One entry of a table: a value, a list of values, `"2-5"` for ranks, or bounds (least, most, above, below)."""
    if isinstance(raw, Mapping):
        low, high = raw.get("least", raw.get("above", 0)), raw.get("most", raw.get("below", INFINITE))
        return Band(Decimal(low), Decimal(high), "above" in raw, "below" in raw)
    if isinstance(raw, int | Decimal) and not isinstance(raw, bool):
        return Band(Decimal(raw), Decimal(raw))
    if isinstance(raw, str) and (ranks := RANKS.fullmatch(raw)):
        return Band(Decimal(ranks[1]), Decimal(ranks[2]) if ranks[2] else INFINITE)
    values = raw if isinstance(raw, list) else [raw]
    return Among(frozenset(str(value) if isinstance(value, str) else bool(value) for value in values))
