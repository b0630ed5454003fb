"""What changed between two documents, item by item: the year's demands, items that came and went, other figures.

Pure values without sentences; `policies.effect` shows what a change does to somebody's ledger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from policies.appraise import appraise_under
from policies.facts import Fact, Period
from policies.pack import Policy, Requirement, Rule
from policies.rule_diff import Change, RuleChange, compare_rules
from policies.vocabulary import Vocabulary

SUBJECT_PARTS = ("total", "public", "professional")
FURTHER_PARTS = ("fillings", "carry", "cycle", "buckets", "leaves")


@dataclass(frozen=True, slots=True)
class RequirementChange:
    """What a year demands in each document: `a` in the last year of the first that can be set beside the second."""

    a: Requirement | None
    b: Requirement | None
    years: tuple[int, int]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An activity under both documents. `asked`: the attributes that each asks for where only the activity was said;
    None where they are the same."""

    activity: str
    only_a: tuple[Rule, ...]
    only_b: tuple[Rule, ...]
    both: tuple[RuleChange, ...]
    asked: tuple[tuple[str, ...], tuple[str, ...]] | None

    @property
    def differs(self) -> bool:
        return bool(self.only_a or self.only_b or self.asked or any(each.differs for each in self.both))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two documents; `same` are the activities that they treat alike."""

    a: Policy
    b: Policy
    requirement: RequirementChange
    items: tuple[ItemChange, ...]
    same: tuple[str, ...]


def compare(a: Policy, b: Policy, vocabulary: Vocabulary) -> Comparison:
    """What changed from the one document to the other, in the order of the first, then of the second."""
    activities = dict.fromkeys(rule.activity for policy in (a, b) for rule in policy.rules)
    items = [compare_item(activity, a, b, vocabulary) for activity in activities]
    return Comparison(
        a,
        b,
        compare_requirements(a, b),
        tuple(item for item in items if item.differs),
        tuple(item.activity for item in items if not item.differs),
    )


def compare_requirements(a: Policy, b: Policy) -> RequirementChange:
    """The demands of the years in which the documents lie nearest to each other."""
    years = nearest_year(a, b), nearest_year(b, a)
    one, other = a.requirement(years[0]), b.requirement(years[1])
    changes = [
        Change(part, *values)
        for part in (*SUBJECT_PARTS, *FURTHER_PARTS)
        if differ(values := (getattr(one, part, None), getattr(other, part, None)))
    ]
    levels = {level for each in (one, other) if each for level in each.levels}
    changes += [
        Change(f"level.{level}", *values)
        for level in sorted(levels)
        if differ(values := (level_total(one, level), level_total(other, level)))
    ]
    return RequirementChange(one, other, years, tuple(changes))


def differ(values: tuple[object, object]) -> bool:
    """Whether two values differ; having none and an empty list are the same."""
    return (values[0] or None) != (values[1] or None)


def level_total(requirement: Requirement | None, level: str) -> object:
    own = requirement.levels.get(level) if requirement else None
    return own.total if own else None


def nearest_year(policy: Policy, other: Policy) -> int:
    """The year of a document that is nearest to the other's years."""
    year = max(policy.first, other.first)
    return year if policy.last is None else min(year, policy.last)


def compare_item(activity: str, a: Policy, b: Policy, vocabulary: Vocabulary) -> ItemChange:
    """One activity's rules on both sides, paired."""
    ours = [rule for rule in a.rules if rule.activity == activity]
    theirs = [rule for rule in b.rules if rule.activity == activity]
    pairs = paired(ours, theirs)
    known = {id(rule) for pair in pairs for rule in pair}
    both = tuple(compare_rules(*pair) for pair in pairs)
    only_a = tuple(rule for rule in ours if id(rule) not in known)
    only_b = tuple(rule for rule in theirs if id(rule) not in known)
    questions = asked(activity, a, vocabulary), asked(activity, b, vocabulary)
    changed = questions if pairs and set(questions[0]) != set(questions[1]) else None
    return ItemChange(activity, only_a, only_b, both, changed)


def paired(ours: Sequence[Rule], theirs: Sequence[Rule]) -> list[tuple[Rule, Rule]]:
    """Rules of one activity that stand for the same item: of one id, or the only one on either side."""
    by_id = {rule.id: rule for rule in theirs}
    if len(ours) == len(theirs) == 1:
        return [(ours[0], theirs[0])]
    return [(rule, by_id[rule.id]) for rule in ours if rule.id in by_id]


def asked(activity: str, policy: Policy, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The attributes that are asked for where only the activity was said."""
    day = date(policy.first, 12, 31)
    appraisal = appraise_under(Fact(0, activity, Period(day, day)), policy, vocabulary)
    return tuple(question.attribute for question in appraisal.questions)
