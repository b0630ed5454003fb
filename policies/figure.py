"""What one rule makes of one activity: the row that fits, the hours, and the steps that lead there. Pure arithmetic.

`evaluate` gives a `Figure`, or `Missing` with the attributes without which it cannot be told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from policies.conditions import bounds
from policies.facts import Attributes, Value
from policies.pack import QUANTITIES, Cap, Policy, Presumption, Row, Rule
from policies.statement import Outcome, Step
from policies.vocabulary import Vocabulary, entailed

NOTHING = Decimal(0)
ONE = Decimal(1)
CENT = Decimal("0.01")


@dataclass(slots=True)
class Missing:
    """The figure hangs on these attributes."""

    attributes: frozenset[str]
    rule: Rule | None = None


@dataclass(slots=True)
class Figure:
    """A rule applied: `hours` are of all its years together, save that a yearly rule's are those of each year."""

    outcome: Outcome
    rule: Rule | None
    hours: Decimal = NOTHING
    subject: str = ""
    row: Row | None = None
    bonus: Row | None = None
    quantity: Decimal = ONE
    known: Attributes | None = None
    presumed: tuple[Presumption, ...] = ()
    limit: Cap | None = None  # the cap for a day or an occasion that was reached
    uncapped: Decimal = NOTHING
    rate: Decimal = NOTHING

    @property
    def signature(self) -> tuple[object, ...]:
        """What tells two outcomes apart; equal signatures need no question."""
        row, rule = self.row, self.rule
        if row is None or rule is None:
            return self.outcome, rule and rule.id
        counted = self.quantity if row.tallies else None
        return self.outcome, rule.id, self.hours, self.subject, row.deems, row.tallies, counted

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic, in order: rate times quantity, bonus, cap."""
        row, bonus = self.row, self.bonus
        if row is None or not self.uncapped:
            return ()
        extra = NOTHING if bonus is None else bonus.hours * self.quantity
        steps = [Step("rate", self.uncapped - extra, self.rate, self.quantity, row.per, row.note)]
        if bonus is not None:
            steps.append(Step("bonus", extra, bonus.hours, self.quantity, bonus.per, bonus.note))
        if self.hours != self.uncapped:
            steps.append(Step("cap", self.hours))
        return tuple(steps)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader should hear: presumptions, the row's remark, the rule's own."""
        notes = [each.note for each in self.presumed] + [row.note for row in (self.row, self.bonus) if row]
        if self.rule is not None and self.counts:
            notes += self.rule.notes
        return tuple(dict.fromkeys(note for note in notes if note))

    @property
    def counts(self) -> bool:
        return self.outcome in {Outcome.CREDITED, Outcome.DEEMED, Outcome.WAITING}

    @property
    def proof(self) -> tuple[str, ...]:
        return self.rule.proof if self.rule is not None and self.counts else ()

    @property
    def proof_source(self) -> str:
        return self.rule.proof_source if self.rule is not None else ""

    @property
    def used(self) -> tuple[str, ...]:
        """The attributes that the rule looked at, of those that are known."""
        return tuple(sorted(self.rule.reads & (self.known or {}).keys())) if self.rule is not None else ()


def evaluate(policy: Policy, activity: str, said: Attributes, vocabulary: Vocabulary) -> Figure | Missing:
    """The figure of the first rule that applies."""
    known = vocabulary.complete(activity, said, policy.unsaid[activity])
    for where, rule in policy.by_activity[activity]:
        applies = where.test(known)
        if applies is True:
            return apply(rule, said, known)
        if applies is None:
            return Missing(where.blockers(known), rule)
    return Figure(Outcome.NO_ITEM, None, known=known)


def apply(rule: Rule, said: Attributes, known: dict[str, Value]) -> Figure | Missing:
    """The rule's conditions, its tables, its caps."""
    if rule.implied:
        known = entailed(known, said, rule.implied)
    presumed = presume(rule.presumed, known) if rule.presumed else ()
    holds = rule.needs.test(known)
    if holds is None:
        return Missing(rule.needs.blockers(known), rule)
    if holds is False:
        return Figure(Outcome.REFUSED, rule, known=known, presumed=presumed)
    row = first(rule.rows, known)
    if isinstance(row, frozenset):
        return Missing(row, rule)
    if row is None:
        return Figure(Outcome.NO_ITEM, rule, known=known, presumed=presumed)
    found = amount(rule, row, known)
    if isinstance(found, Missing):
        return found
    found.presumed = presumed
    return found


def presume(presumptions: Sequence[Presumption], known: dict[str, Value]) -> tuple[Presumption, ...]:
    """Put in what is presumed; gives back the presumptions that were needed."""
    used: list[Presumption] = []
    for each in presumptions:
        if each.attribute not in known and each.when.test(known) is True:
            known[each.attribute] = each.value
            used.append(each)
    return tuple(used)


def first(rows: Sequence[Row], known: Attributes) -> Row | frozenset[str] | None:
    """The first row that fits; what must be known to tell; or None."""
    for row in rows:
        fits = row.when.test(known)
        if fits is True:
            return row
        if fits is None:
            return row.when.blockers(known)
    return None


def amount(rule: Rule, row: Row, known: Attributes) -> Figure | Missing:
    """The hours of the row that fits, with bonus and caps."""
    quantity = quantity_of(row, known)
    if quantity is None:
        return Missing(frozenset({QUANTITIES[row.per] or "count"}), rule)
    subject = subject_of(rule, known)
    if subject is None:
        return Missing(frozenset({"subject"}), rule)
    if row.deems is not None:
        return Figure(Outcome.DEEMED, rule, NOTHING, subject, row, None, quantity, known)
    if row.tallies is not None:
        return Figure(Outcome.WAITING, rule, NOTHING, subject, row, None, quantity, known)
    rate = rate_of(row, known)
    if isinstance(rate, frozenset):
        return Missing(rate, rule)
    hours = quantity * rate
    bonus = first(rule.bonuses, known) if rule.bonuses else None
    if isinstance(bonus, frozenset):
        return Missing(bonus, rule)
    if bonus is not None:
        hours += bonus.hours * (quantity_of(bonus, known) or ONE)
    return capped(Figure(Outcome.CREDITED, rule, hours, subject, row, bonus, quantity, known, (), None, hours, rate))


def quantity_of(row: Row, known: Attributes) -> Decimal | None:
    """How many times the rate counts; None where it was not said and must be."""
    name = QUANTITIES[row.per]
    if name is None:
        return ONE
    value = known.get(name)
    if not isinstance(value, Decimal):
        return ONE if row.per == "item" else None
    if row.every == ONE and not row.whole:
        return value
    times = value / row.every
    return times.to_integral_value(ROUND_FLOOR) if row.whole else times


def rate_of(row: Row, known: Attributes) -> Decimal | frozenset[str]:
    """The row's figure for one, by rank and share where it has such; what is missing for it otherwise."""
    rate = row.hours
    if row.by_rank:
        rank = known.get("rank")
        low, high = (1, None) if rank is None else bounds(rank)
        rates = {by_rank(row.by_rank, place) for place in range(low, (high or len(row.by_rank) + low + 1) + 1)}
        if len(rates) > 1:
            return frozenset({"rank"})
        rate = rates.pop()
    if row.part is not None:
        rate *= row.part
    if row.among:
        authors = known.get("authors")
        if not isinstance(authors, Decimal):
            return frozenset({"authors"})
        sharing = authors - 1 if row.among == "others" else authors
        rate /= max(sharing, ONE)
    return rate


def by_rank(rates: Sequence[Decimal], place: int) -> Decimal:
    """The figure of a place in a rank list; beyond its end nothing."""
    return rates[place - 1] if place <= len(rates) else NOTHING


def subject_of(rule: Rule, known: Attributes) -> str | None:
    """The subject that the hours go to; None where it must be asked."""
    subject = rule.subject
    if subject.fixed is not None:
        return subject.fixed
    if subject.order:
        return subject.order[0]
    stated = known.get("subject", subject.unsaid)
    return stated if isinstance(stated, str) else None


def capped(figure: Figure) -> Figure:
    """The figure within the caps of its row and rule for a day and an occasion, rounded as the rule says."""
    rule, row, known = figure.rule, figure.row, figure.known
    assert rule is not None
    assert row is not None
    assert known is not None
    days, count = known.get("days"), known.get("count")
    occasions = count if isinstance(count, Decimal) and row.per != "unit" else ONE
    if row.most_a_day is not None and isinstance(days, Decimal):
        figure.hours = min(figure.hours, row.most_a_day * days)
    if row.most is not None:
        figure.hours = min(figure.hours, row.most * occasions)
    for cap in rule.caps:
        times = days if cap.per == "day" else occasions
        if cap.hours is not None and isinstance(times, Decimal) and figure.hours > cap.hours * times:
            figure.hours, figure.limit = cap.hours * times, cap
    if rule.round_to is not None or row.among:
        figure.hours = rounded(figure.hours, rule.round_to or CENT)
    if not figure.hours:
        figure.outcome = Outcome.NO_ITEM
    return figure


def rounded(hours: Decimal, to: Decimal) -> Decimal:
    """Hours to the nearest multiple of `to`, halves up."""
    return (hours / to).to_integral_value(ROUND_HALF_UP) * to
