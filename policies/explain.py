"""Why an entry has its figure: the rule and the row that fitted, what was presumed, the arithmetic, what was cut.

Values only; the sentences are elsewhere (`handlers.wording`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policies.facts import Value
from policies.figure import Figure
from policies.library import Library
from policies.pack import Cap, Policy, Row, Rule
from policies.statement import Appraisal, Credit, Cut, Step


@dataclass(frozen=True, slots=True)
class Explanation:
    """How an appraisal, or its credit in a year, came about.

    `row` is the number of the fitting row among the rule's (from 1), None where none fitted. `decided` are the
    attributes that the rule looked at, as known; `presumed` those among them that nobody said. `limit` is the cap for
    a day or an occasion that was reached; `cuts` are those of the year.
    """

    policy: Policy
    rule: Rule
    row: int | None
    fitting: Row | None
    bonus: Row | None
    decided: Mapping[str, Value]
    presumed: Mapping[str, Value]
    steps: tuple[Step, ...]
    limit: Cap | None = None
    cuts: tuple[Cut, ...] = ()


def explain(found: Appraisal | Credit, library: Library) -> Explanation | None:
    """The explanation of an appraisal or a credit; None where no rule was applied (no item, a question)."""
    appraisal = found.appraisal if isinstance(found, Credit) else found
    figure = figure_of(appraisal)
    if figure is None or figure.rule is None or appraisal.citation is None:
        return None
    known, said = figure.known or {}, appraisal.fact.attributes
    decided = {name: known[name] for name in appraisal.used}
    return Explanation(
        library.policies[appraisal.citation.policy],
        figure.rule,
        figure.rule.rows.index(figure.row) + 1 if figure.row is not None else None,
        figure.row,
        figure.bonus,
        decided,
        {name: value for name, value in decided.items() if name not in said},
        appraisal.steps,
        figure.limit,
        found.cuts if isinstance(found, Credit) else (),
    )


def figure_of(appraisal: Appraisal) -> Figure | None:
    """The working of the whole, or of the last part of what runs over New Year."""
    working = appraisal.working
    parts = getattr(working, "parts", None)
    if parts:
        working = parts[-1].working
    return working if isinstance(working, Figure) else None
