"""Which questions an incomplete fact needs: only those whose answer changes the outcome, the most telling first.

All ways to settle the open points are tried out; a point that never makes a difference is not asked. A point is the
more telling the fewer outcomes remain on average once it is settled; ties go by the vocabulary's order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from policies.applying import evaluate
from policies.axes import Axis, Option, axis_for, place_label, plain_axis
from policies.facts import Attributes, Range, Value
from policies.figure import Figure, Missing
from policies.pack import Policy, Rule
from policies.ranks import bounds, narrowed
from policies.statement import Choice, Outcome, Question
from policies.vocabulary import Vocabulary

Place = tuple[int, ...]
MOST_TRIES = 4000
LENGTHS = frozenset({"days", "hours", "months"})


class Inquiry:
    """Tries out how a fact's open points can be settled under one document."""

    def __init__(self, policy: Policy, activity: str, said: Attributes, vocabulary: Vocabulary) -> None:
        self.policy, self.activity, self.said, self.vocabulary = policy, activity, said, vocabulary
        self.rules = tuple(rule for where, rule in policy.by_activity[activity] if where.test(self.known) is not False)
        self.axes: list[Axis] = []
        self.figures: dict[Place, Figure] = {}

    @property
    def known(self) -> dict[str, Value]:
        return self.vocabulary.complete(self.activity, self.said, self.policy.unsaid[self.activity])

    @property
    def only_rule(self) -> Rule | None:
        """The rule that applies however the open points are settled; None where that differs."""
        rules = {figure.rule.id: figure.rule for figure in self.figures.values() if figure.rule}
        return next(iter(rules.values())) if len(rules) == 1 else None

    @property
    def any_figure(self) -> Figure:
        """The outcome, where it is the same however the open points are settled; rather no item than a refusal."""
        return min(self.figures.values(), key=lambda figure: figure.outcome is Outcome.REFUSED)

    def questions(self, missing: Missing) -> tuple[Question, ...]:
        """What to ask, the most telling first; empty where nothing changes the outcome."""
        while missing.attributes:
            self.open(missing.attributes)
            missing = self.try_all()
        telling = [(self.remaining(number), number) for number in range(len(self.axes)) if self.matters(number)]
        order = self.vocabulary.activities[self.activity].attributes
        telling.sort(key=lambda each: (each[0], order.index(self.axes[each[1]].attribute)))
        return tuple(self.question(number) for _, number in telling)

    def open(self, attributes: frozenset[str]) -> None:
        """Add the axes on which these attributes lie. A list that does not settle one gives way to a plain axis."""
        before = tuple(self.axes)
        for attribute in sorted(attributes):
            covering = next((axis for axis in self.axes if attribute in axis.settles), None)
            if covering is None:
                self.axes.append(axis_for(attribute, self.activity, self.rules, self.said, self.vocabulary))
            elif covering not in before:
                continue
            elif covering.from_vocabulary:
                self.axes.remove(covering)
                self.axes.append(plain_axis(attribute, self.activity, self.rules, self.said, self.vocabulary))
            else:
                raise AssertionError(f"{self.policy.id}: {attribute} stays open whatever is answered")

    def try_all(self) -> Missing:
        """Evaluate every combination of answers; gives back what is still missing in one of them, if anything."""
        self.figures.clear()
        for place in product(*(range(len(axis.options)) for axis in self.axes)):
            found = evaluate(self.policy, self.activity, self.settled(place), self.vocabulary)
            if isinstance(found, Missing):
                return found
            self.figures[place] = found
            if len(self.figures) > MOST_TRIES:
                break
        return Missing(frozenset())

    def settled(self, place: Place) -> dict[str, Value]:
        """What would be known after these answers."""
        said = dict(self.said)
        for axis, chosen in zip(self.axes, place, strict=True):
            for name, value in axis.options[chosen].sets.items():
                said[name] = narrowed(said[name], value) if isinstance(said.get(name), Range) else value
        return said

    def behaviour(self, number: int) -> list[tuple[object, ...]]:
        """For each answer on an axis, the outcomes over all answers on the others."""
        rows: list[list[object]] = [[] for _ in self.axes[number].options]
        for place, figure in self.figures.items():
            rows[place[number]].append(figure.signature)
        return [tuple(row) for row in rows]

    def matters(self, number: int) -> bool:
        return len(set(self.behaviour(number))) > 1

    def remaining(self, number: int) -> float:
        """How many outcomes are left on average once this is settled."""
        kinds = set(self.behaviour(number))
        return sum(len(set(kind)) for kind in kinds) / len(kinds)

    def question(self, number: int) -> Question:
        axis = self.axes[number]
        options = merged(axis.options, self.behaviour(number), self.activity) if axis.merges else axis.options
        choices = tuple(Choice(option.label, option.sets) for option in options) if axis.listed else ()
        return Question(axis.attribute, axis.slot, choices, self.alternatives(axis))

    def alternatives(self, axis: Axis) -> tuple[str, ...]:
        """Other attributes that would do as well: hours instead of days, a rank instead of a role."""
        if axis.attribute == "role":
            return ("rank",)
        if axis.attribute not in LENGTHS:
            return ()
        given = {name for rule in self.rules for row in rule.rows for name in row.when.given}
        order = self.vocabulary.activities[self.activity].attributes
        return tuple(name for name in order if name in given & LENGTHS - {axis.attribute} - self.said.keys())


def merged(options: Sequence[Option], behaviour: Sequence[object], activity: str) -> tuple[Option, ...]:
    """The places among the authors; neighbouring ones that come to the same are one answer."""
    kept: list[tuple[Option, object]] = []
    for option, kind in zip(options, behaviour, strict=True):
        if kept and kept[-1][1] == kind and kept[-1][0].sets.get("sole") == option.sets.get("sole"):
            kept[-1] = joined(kept[-1][0], option, activity), kind
        else:
            kept.append((option, kind))
    return tuple(option for option, _ in kept)


def joined(one: Option, other: Option, activity: str) -> Option:
    """Two neighbouring stretches of places as one."""
    low, high = bounds(one.sets["rank"])[0], bounds(other.sets["rank"])[1]
    return Option(place_label(activity, low, high), {**one.sets, "rank": Range(low, high)})
