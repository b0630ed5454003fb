"""One row of a decision table: where it fits, what it gives, and what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from policies.conditions import ANY, Condition

ONE = Decimal(1)

# What a rate counts, and the attribute that holds how much of it there is. `item` is one where nothing was said,
# `unit` must be said (subjects of an exam); `once` does not multiply.
QUANTITIES: Mapping[str, str | None] = MappingProxyType(
    {
        "item": "count",
        "unit": "count",
        "day": "days",
        "hour": "hours",
        "month": "months",
        "word": "words",
        "point": "points",
        "once": None,
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a decision table: where `when` holds, `hours` for every `every` of what `per` names.

    `whole`: only whole multiples of `every` count. `most_a_day` is applied where the days are known
    too, `most` to each occasion. `by_rank`: the
    figure of each place, in place of `hours`. `part`: the share of the hours, among everybody or the `others`.
    `deems` (year, term, span, or a certain year) makes complete instead of crediting; `tallies` counts one towards
    the rule's `due`. `says`, where the row says more than its rule.
    """

    when: Condition = ANY
    hours: Decimal = Decimal(0)
    per: str = "item"
    every: Decimal = ONE
    whole: bool = False
    most_a_day: Decimal | None = None
    most: Decimal | None = None
    by_rank: tuple[Decimal, ...] = ()
    part: Decimal | None = None
    among: str = ""
    deems: str | int | None = None
    tallies: str | None = None
    note: str = ""
    plain: bool = True  # the rate is `hours` alone
    uncapped: bool = True  # no cap of its own
