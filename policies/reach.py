"""Sense of one policy: a row or rule that nothing can reach, a question that nobody could answer, caps that cross."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from policies.axes import samples, tables
from policies.conditions import ANY, Among, Band, Condition
from policies.facts import Value
from policies.pack import QUANTITIES, Policy, Row, Rule
from policies.problems import Sink
from policies.vocabulary import Vocabulary

MOST_TRIES = 20000


def check_policy(policy: Policy, own: Iterable[str], vocabulary: Vocabulary, sink: Sink) -> None:
    """Report what makes no sense in the rules that the pack writes itself, and in the document as a whole."""
    if not policy.requirements:
        sink.add("requirement", "没写每年要求多少学时", "补上 [[requirement]]，至少有 article 和 total")
    for activity, candidates in policy.by_activity.items():
        check_order(activity, candidates, vocabulary, sink)
    for rule_id in own:
        sink.rule = rule_id
        check_rule(policy.rules_by_id[rule_id], vocabulary, sink)
    sink.rule = ""
    check_caps(policy, sink)


def check_order(
    activity: str, candidates: Sequence[tuple[Condition, Rule]], vocabulary: Vocabulary, sink: Sink
) -> None:
    """Behind a rule that takes every fact of an activity no other one is ever reached."""
    for number, (where, rule) in enumerate(candidates[:-1]):
        if where is ANY:
            when, later = candidates[number + 1]
            sink.rule = later.id
            name = vocabulary.activities[activity].name
            why = f"永远轮不到：前面的 {rule.id} 已经收下所有“{name}”"
            cure = f"给 {rule.id} 加 if 条件，或者去掉这一条"
            sink.add("activity", why, cure if when is ANY else f"把这一条移到 {rule.id} 的前面")
            sink.rule = ""
            return


def check_rule(rule: Rule, vocabulary: Vocabulary, sink: Sink) -> None:
    for key, rows in (("rates", rule.rows), ("bonus", rule.bonuses)):
        for number in unreachable(rows, rule, vocabulary):
            why = "永远轮不到：前面几行已经包括了这种情况"
            sink.add(f"{key}[{number}]", why, "把它移到前面，或者改条件，或者删掉")
    check_answerable(rule, vocabulary, sink)
    check_tallies(rule, sink)


def unreachable(rows: Sequence[Row], rule: Rule, vocabulary: Vocabulary) -> list[int]:
    """The numbers of rows that no combination of attributes leads to."""
    unreached = set(range(len(rows)))
    names = sorted(frozenset().union(*(row.when.reads for row in rows)))
    presence = sorted({name for row in rows for name in (*row.when.given, *row.when.missing)} - set(names))
    for tried, known in enumerate(combined(names, presence, rule, vocabulary)):
        reached = next((number for number, row in enumerate(rows) if row.when.test(known)), None)
        unreached.discard(reached if reached is not None else -1)
        if not unreached or tried > MOST_TRIES:
            return []
    return [number + 1 for number in sorted(unreached)]


def combined(
    names: Sequence[str], presence: Sequence[str], rule: Rule, vocabulary: Vocabulary
) -> Iterator[dict[str, Value]]:
    """Every combination of the values that the rule tells apart; what is only asked for presence is there or not."""
    domains = [[*domain(name, rule, vocabulary), None] for name in names]
    domains += [[True, None] for _ in presence]
    for values in product(*domains):
        pairs = zip((*names, *presence), values, strict=True)
        yield {name: value for name, value in pairs if value is not None}


def domain(name: str, rule: Rule, vocabulary: Vocabulary) -> list[Value]:
    """Values on either side of everything that the rule tells apart."""
    attribute = vocabulary.attributes[name]
    if attribute.type == "flag":
        return [True, False]
    if attribute.type == "choice":
        named = {value for each in tables(name, [rule]) if isinstance(each, Among) for value in each.values}
        rest = [value for value in attribute.values if value not in named]
        return [*sorted(named, key=str), *rest[:1]]
    bands = [each for each in tables(name, [rule]) if isinstance(each, Band)]
    return list(samples(name, [rule], attribute.least, attribute.whole)) if bands else []


def check_answerable(rule: Rule, vocabulary: Vocabulary, sink: Sink) -> None:
    """What a rule reads of a further activity must be something that this activity has, or that is presumed."""
    presumed = {each.attribute for each in rule.presumed}
    for also in rule.also:
        known = set(vocabulary.activities[also.activity].attributes) | vocabulary.unsaid[also.activity].keys()
        for name in sorted(asked_by(rule) - known - presumed):
            why = f"“{vocabulary.activities[also.activity].name}”没有“{vocabulary.attributes[name].name}”这个属性"
            sink.add("also", why, f"给 {name} 写 presume，或者另写一条")


def asked_by(rule: Rule) -> frozenset[str]:
    """What the rule may have to ask for: what it reads without checking first that it was said."""
    asked = set(rule.needs.reads)
    for row in (*rule.rows, *rule.bonuses):
        quantity = QUANTITIES[row.per]
        asked |= row.when.reads - set(row.when.given)
        if quantity is not None and row.per != "item" and quantity not in row.when.given:
            asked.add(quantity)
    return frozenset(asked)


def check_tallies(rule: Rule, sink: Sink) -> None:
    """Rows that tally and the counts that they lead to must speak of the same."""
    tallied = {row.tallies for row in rule.rows if row.tallies}
    counted = frozenset().union(*(due.of for due in rule.due))
    for name in sorted(tallied ^ counted):
        where, other = ("rates", "due") if name in tallied else ("due", "rates")
        sink.add(where, f"“{name}”在 {other} 里没有对应", f"在 {other} 里也写上 {name}")


def check_caps(policy: Policy, sink: Sink) -> None:
    """Caps that several rules share must lie within each other or apart, so that the order of entries cannot matter."""
    shared: Mapping[str, frozenset[str]] = {
        cap.id: cap.rules for rule in policy.rules for cap in rule.yearly_caps if len(cap.rules) > 1
    }
    for (one, rules), (other, others) in combinations(sorted(shared.items()), 2):
        if rules & others and not rules <= others and not others <= rules:
            sink.add("cap", f"上限 {one} 和 {other} 的条目交叉", "让一个包含另一个，或者各管各的")
