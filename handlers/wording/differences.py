"""Two documents side by side in words, and what they make of one ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from handlers.wording.demands import demands
from handlers.wording.figures import plain
from handlers.wording.rules import RuleWords, subject_words
from policies.diff import Comparison, ItemChange, RequirementChange
from policies.pack import Policy, Row, Rule
from policies.rule_diff import Change, RowChange, RuleChange
from policies.statement import Citation
from policies.vocabulary import Vocabulary

HEAD = "{a} → {b}"
DOCUMENT = "{name}：《{title}》（{document}）"
REQUIREMENT = "年度要求（{a}年 → {b}年）"
REQUIREMENT_SAME = "年度要求相同：{total}（{a} → {b}）"
PARTS = {"total": "合计", "public": "公需", "professional": "专业", "fillings": "科目互补", "carry": "结转"}
PARTS |= {"cycle": "周期", "buckets": "必须单列的学时", "leaves": "请假减免"}
LEVELS = {"senior": "高级职称合计", "intermediate": "中级职称合计", "junior": "初级职称合计"}
NONE = "无"
ITEM_PARTS = {
    "where": "适用范围",
    "needs": "必须",
    "implied": "名次和角色",
    "presumed": "没说时",
    "subject": "科目",
    "caps": "上限",
    "yearly_caps": "上限",
    "once": "重复的成果",
    "spread": "分年计算",
    "yearly": "跨几年的",
    "covers": "视为完成的科目",
    "due": "攒够才算的数目",
    "round_to": "取整到",
}
ONCE = {True: "只计一次", False: "不限"}
YEARLY = {True: "每年都计", False: "只计一年"}
ASKED, ASKED_NOTHING = "只说做过这一项时要问：{a} → {b}", "不用问"
ONLY = "只有{name}单列：{rule}（{article}）"
SAME = "两份一样的：{names}"
ALSO = "也管{names}"
ROW = "{name}｜{row}"


InWords = Callable[[RuleWords, Row, Rule], str]


class Differences:
    """The lines of a comparison."""

    def __init__(self, found: Comparison, vocabulary: Vocabulary) -> None:
        self.found, self.vocabulary = found, vocabulary
        self.names = names_of(found.a, found.b)
        self.policies = found.a, found.b
        self.words = RuleWords(vocabulary, found.a.unit), RuleWords(vocabulary, found.b.unit)

    def lines(self) -> Iterator[str]:
        """Head, requirement, each item that differs, what is alike."""
        yield HEAD.format(a=self.names[0], b=self.names[1])
        for name, policy in zip(self.names, (self.found.a, self.found.b), strict=True):
            yield DOCUMENT.format(name=name, title=policy.title, document=policy.document)
        yield ""
        yield from self.requirement(self.found.requirement)
        for item in self.found.items:
            yield ""
            yield from self.item(item)
        if self.found.same:
            yield ""
            names = "、".join(self.vocabulary.activities[activity].name for activity in self.found.same)
            yield SAME.format(names=names)

    def requirement(self, change: RequirementChange) -> Iterator[str]:
        demanded = zip(self.names, (change.a, change.b), self.policies, strict=True)
        cited = [f"{name} {article(each.citation, policy) if each else NONE}" for name, each, policy in demanded]
        articles = dict(zip("ab", cited, strict=True))
        if not change.changes:
            total = plain(change.a.total) if change.a else NONE
            yield REQUIREMENT_SAME.format(total=total, **articles)
            return
        yield REQUIREMENT.format(a=change.years[0], b=change.years[1])
        for each in change.changes:
            name = PARTS.get(each.part) or LEVELS.get(each.part.removeprefix("level."), each.part)
            yield f"  {name}：{self.demand(each.a)} → {self.demand(each.b)}"
        yield f"  {HEAD.format(**articles)}"

    def demand(self, value: object) -> str:
        """A part of a requirement: a number of hours, or what may stand in for what."""
        if isinstance(value, Decimal):
            return plain(value)
        return demands(value) if value else NONE

    def item(self, item: ItemChange) -> Iterator[str]:
        yield f"【{self.vocabulary.activities[item.activity].name}】"
        for change in item.both:
            if change.differs:
                yield from self.rule(change)
        for side, rules in enumerate((item.only_a, item.only_b)):
            for rule in rules:
                yield from self.alone(rule, side)
        if item.asked is not None:
            a, b = map(self.asked, item.asked)
            yield f"  {ASKED.format(a=a, b=b)}"

    def asked(self, attributes: tuple[str, ...]) -> str:
        return "、".join(self.vocabulary.attributes[name].name for name in attributes) or ASKED_NOTHING

    def alone(self, rule: Rule, side: int) -> Iterator[str]:
        where = article(rule.citation, self.policies[side])
        yield f"  {ONLY.format(name=self.names[side], rule=rule.name, article=where)}"
        if rule.citation.says:
            yield f"    {rule.citation.says}"
        else:
            yield from (f"    {self.words[side].row(row, rule)}" for row in rule.rows)

    def rule(self, change: RuleChange) -> Iterator[str]:
        for name, rule, policy in zip(self.names, (change.a, change.b), self.policies, strict=True):
            says = f"：{rule.citation.says}" if rule.citation.says else ""
            yield f"  {name} {article(rule.citation, policy)}{says}"
        yield from (f"    {line}" for line in self.rows(change, change.rows, RuleWords.row))
        yield from (f"    {line}" for line in self.rows(change, change.bonuses, RuleWords.bonus))
        for each in change.changes:
            a, b = self.part(each, change.a, 0), self.part(each, change.b, 1)
            yield f"    {ITEM_PARTS[each.part]}：{a or NONE} → {b or NONE}"

    def rows(self, change: RuleChange, rows: Sequence[RowChange], words: InWords) -> Iterator[str]:
        """Rows of one condition as old → new; the others under the document that has them."""
        one, other = self.words
        for each in rows:
            if each.a is not None and each.b is not None:
                yield f"{words(one, each.a, change.a)} → {other.rate(each.b, change.b)}"
        only_a = [each.a for each in rows if each.a is not None and each.b is None]
        only_b = [each.b for each in rows if each.b is not None and each.a is None]
        yield from (ROW.format(name=self.names[0], row=words(one, row, change.a)) for row in only_a)
        yield from (ROW.format(name=self.names[1], row=words(other, row, change.b)) for row in only_b)

    def part(self, change: Change, rule: Rule, side: int) -> str:
        return part_of(change.part, rule, self.words[side])


def part_of(part: str, rule: Rule, words: RuleWords) -> str:
    """One property of an item in words."""
    activity = rule.activity
    texts = {
        "where": lambda: scope(rule, words),
        "needs": lambda: words.condition(rule.needs, activity),
        "implied": lambda: "；".join(
            f"{words.condition(each.when, activity)}即{words.values(each.sets)}" for each in rule.implied
        ),
        "presumed": lambda: "；".join(words.presumption(each, activity) for each in rule.presumed),
        "subject": lambda: subject_words(rule.subject),
        "caps": lambda: "，".join(map(words.cap, rule.caps)),
        "yearly_caps": lambda: "，".join(map(words.cap, rule.yearly_caps)),
        "once": lambda: ONCE[rule.once is not None],
        "spread": lambda: "、".join(f"{plain(each * 100)}%" for each in rule.spread),
        "yearly": lambda: YEARLY[rule.yearly],
        "covers": lambda: "、".join(PARTS[each] for each in rule.covers),
        "due": lambda: "、".join(plain(each.count) for each in rule.due),
        "round_to": lambda: "" if rule.round_to is None else words.hours(rule.round_to),
    }
    return texts[part]()


def scope(rule: Rule, words: RuleWords) -> str:
    """What an item applies to besides its activity."""
    own = words.condition(rule.where, rule.activity)
    also = []
    for each in rule.also:
        condition = words.condition(each.where, each.activity)
        also.append(words.vocabulary.activities[each.activity].name + (f"（{condition}）" if condition else ""))
    return "；".join(part for part in (own, ALSO.format(names="、".join(also)) if also else "") if part)


def article(citation: Citation, policy: Policy) -> str:
    """The article; with its document where that is not the one compared."""
    return citation.article if citation.document == policy.document else f"{citation.document} {citation.article}"


def names_of(a: Policy, b: Policy) -> tuple[str, str]:
    """Short names that tell the two apart."""
    one, other = (policy.names[0] if policy.names else policy.document for policy in (a, b))
    return (one, other) if one != other else (a.id, b.id)
