"""Applying a document to an activity: the first rule that takes it, its conditions, its tables. Pure arithmetic.

`evaluate` gives a `Figure`, or `Missing` with the attributes without which it cannot be told.
"""

from __future__ import annotations

from collections.abc import Sequence

from policies.facts import Attributes, Value
from policies.figure import Figure, Missing
from policies.pack import Policy, Presumption, Rule
from policies.rating import amount, first
from policies.statement import Outcome
from policies.vocabulary import Vocabulary, entailed


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
