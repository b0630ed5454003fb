"""怎么补最快: the cheapest steps that close a year's gap under the document's own figures and caps.

An exact search: for each subject a table of the least effort that earns at least h more hours (each way is measured
with `assess`, so caps and entries there already count), then the best split between public and professional.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import cached_property
from itertools import groupby

from policies.appraise import Appraised, appraise
from policies.assess import appraised, put_together
from policies.facts import Fact, Period
from policies.library import Library
from policies.person import Person
from policies.statement import Balance, Citation, Outcome
from policies.ways import Way, read_ways

SUBJECTS = ("public", "professional")
ALTERNATIVES = 3
ARRANGING = Decimal("0.5")  # working days that it takes to arrange one thing more


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step: the fact it would be, what it would add to the year, and the article it rests on."""

    way: Way
    fact: Fact
    subject: str
    hours: Decimal
    effort: Decimal
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps that belong together, with the year as it would be after them."""

    steps: tuple[PlannedStep, ...]
    after: Balance

    @property
    def effort(self) -> Decimal:
        return sum((step.effort for step in self.steps), Decimal(0))


@dataclass(frozen=True, slots=True)
class Plans:
    """The cheapest plan first, then ones of another kind. `too_late`: ways that the days left do not allow."""

    now: Balance
    days_left: int
    plans: tuple[Plan, ...]
    too_late: tuple[Way, ...]


@dataclass(frozen=True)
class Asker:
    """Whose year is planned, on which day."""

    facts: tuple[Fact, ...]
    person: Person
    library: Library
    year: int
    today: date

    @cached_property
    def appraised(self) -> tuple[Appraised, ...]:
        """What is in the ledger, appraised once for all that is tried beside it."""
        return appraised(self.facts, self.person, self.library)

    def balance_with(self, more: Iterable[Fact]) -> Balance:
        """The year as it would be if these had happened too."""
        facts = (*self.appraised, *appraised(more, self.person, self.library))
        return put_together(facts, self.person, self.year, self.library).balance


def plan(asker: Asker, deadline: date) -> Plans:
    """The plans that close the year's gap by `deadline`; none where nothing is missing or nothing reaches it."""
    now = asker.balance_with(())
    days_left = (deadline - asker.today).days
    ways = read_ways()
    open_ways = [way for way in ways if way.lead <= days_left]
    too_late = tuple(way for way in ways if way.lead > days_left and any(gains(asker, way, now)))
    options = [option for way in open_ways for option in gains(asker, way, now)]
    found: list[Plan] = []
    while now.short.total and len(found) < ALTERNATIVES:
        best = cheapest(asker, now, options)
        if best is None:
            break
        found.append(best)
        used = {step.way.id for step in best.steps if step.subject == main_subject(best)}
        options = [option for option in options if option.way.id not in used]
    return Plans(now, days_left, tuple(found), too_late)


def main_subject(found: Plan) -> str:
    """The subject in which most is to be earned: an alternative differs there."""
    hours = {subject: sum(s.hours for s in found.steps if s.subject == subject) for subject in SUBJECTS}
    return max(SUBJECTS, key=lambda subject: hours[subject])


def cheapest(asker: Asker, now: Balance, options: list[PlannedStep]) -> Plan | None:
    """The least effort over all splits of the missing total between the subjects."""
    total, public, professional = (whole(part) for part in (now.short.total, now.short.public, now.short.professional))
    tables = {subject: table([o for o in options if o.subject == subject], total) for subject in SUBJECTS}
    splits = [
        (tables["public"][p], tables["professional"][max(total - p, professional)])
        for p in range(public, total - professional + 1)
    ]
    reached = [one + other for one, other in splits if one is not None and other is not None]
    for steps in sorted(reached, key=cost):
        after = asker.balance_with(step.fact for step in steps)
        if not after.short.total:
            return Plan(steps, after)
    return None


def whole(hours: Decimal | None) -> int:
    return int((hours or Decimal(0)).to_integral_value(ROUND_CEILING))


Steps = tuple[PlannedStep, ...]


def table(options: list[PlannedStep], most: int) -> list[Steps | None]:
    """For each number of hours up to `most` the cheapest steps that earn at least as many, at most one of each way.
    The options of a way stand together."""
    best: list[tuple[Decimal, Steps] | None] = [(cost(()), ())] + [None] * most
    for _, amounts in groupby(options, key=lambda option: option.way.id):
        before = list(best)
        for option in amounts:
            price = cost((option,))
            for reached, known in enumerate(before):
                if known is not None:
                    hours = min(most, reached + int(option.hours))
                    best[hours] = cheaper(best[hours], (known[0] + price, (*known[1], option)))
    for hours in range(most - 1, -1, -1):
        if (more := best[hours + 1]) is not None:
            best[hours] = cheaper(best[hours], more)
    return [known and known[1] for known in best]


def cheaper(known: tuple[Decimal, Steps] | None, other: tuple[Decimal, Steps]) -> tuple[Decimal, Steps]:
    """The cheaper of two ways to the same hours, the known one where they cost the same."""
    return other if known is None or other[0] < known[0] else known


def cost(steps: Steps) -> Decimal:
    """Effort in working days; each further thing to arrange costs as well."""
    return sum((step.effort + ARRANGING for step in steps), Decimal(0))


def gains(asker: Asker, way: Way, now: Balance) -> Iterator[PlannedStep]:
    """What growing amounts of a way would add to the year, up to what is missing or to its cap."""
    missing, reached = now.short.total or Decimal(0), Decimal(0)
    amount = way.least
    while amount <= way.most and reached < missing:
        step = gain(asker, way, amount, now)
        if step is None or step.hours <= reached:
            return
        yield step
        reached, amount = step.hours, amount + way.step


def gain(asker: Asker, way: Way, amount: Decimal, now: Balance) -> PlannedStep | None:
    """One amount of a way; None where the document gives nothing for it or would ask for more."""
    when = Period(date(asker.year, 1, 1), asker.today) if asker.today.year == asker.year else year_end(asker.year)
    fact = Fact(-1 - read_ways().index(way), way.activity, when, {**way.attributes, way.amount: amount})
    worth = appraise(fact, asker.person, asker.library)
    if worth.outcome is not Outcome.CREDITED or len(worth.shares) != 1:
        return None
    subject = worth.shares[0].subject
    before, after = (getattr(one.credited, subject, None) for one in (now, asker.balance_with((fact,))))
    if before is None or after is None:
        return None
    return PlannedStep(way, fact, subject, after - before, way.effort * amount / per(way), worth.citation)


def per(way: Way) -> Decimal:
    """Points are counted in steps, everything else one by one."""
    return way.step if way.amount == "points" else Decimal(1)


def year_end(year: int) -> Period:
    return Period(date(year, 12, 31), date(year, 12, 31))
