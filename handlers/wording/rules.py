"""A document's conditions, rates and caps in words: 有CN号，第一作者：每篇30学时."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from handlers.wording.facts import AUTHORED, FLAGS, ordinal
from handlers.wording.figures import plain, subject
from policies.conditions import ANY, INFINITE, Allowed, Among, Band, Condition, Table
from policies.facts import Attributes, Range, Value
from policies.pack import Cap, Presumption, Row, Rule, Subject
from policies.vocabulary import Vocabulary

OTHERWISE = "其他情况"
OR = "，或者"
GIVEN, MISSING = "说了{names}", "没说{names}"
FLAG = {True: "{name}", False: "不是{name}"}
AT_LEAST, ABOVE, AT_MOST, BELOW = "{name}不少于{low}", "{name}超过{low}", "{name}不超过{high}", "{name}不到{high}"
BETWEEN, EXACTLY = "{name}{low}至{high}", "{name}{low}"
OPEN_BELOW, OPEN_ABOVE = "（不含{low}）", "（不含{high}）"
FIRST_PLACES, PLACES, FROM_PLACE, OTHERS = "前{high}名", "第{low}至第{high}名", "第{low}名及以后", "非第一{who}"
NOTHING = "不计学时"
PER = {"day": "每天", "month": "每个月", "once": "每次"}
COUNTED = {"hour": "学时", "word": "字", "point": "分", "day": "天", "month": "个月"}
EVERY = "每{every}{of}{hours}"
EVERY_WHOLE = "每满{every}{of}{hours}"
HOUR_FOR_HOUR, TIMES = "按学时数计", "学时数的{times}倍"
RANKS = "按名次{rates}{unit}，之后不计"
SHARES = {"all": "由全体作者平分", "others": "由其余作者平分"}
PART = "的{percent}%"
MOST_A_DAY, MOST_EACH = "每天最多{hours}", "每次最多{hours}"
DEEMS = {"year": "视为完成当年", "term": "视为完成聘期内各年", "span": "视为完成期间各年"}
DEEMS_CERTAIN = "视为完成{year}年"
TALLIES = "累计篇数，攒够视为完成"
CAP_PER = {"day": "每天", "occasion": "每次", "year": "全年"}
CAP, CAP_SHARED = "{per}最多{most}", "（与其他条目合计）"
CAP_TIMES, CAP_SHARE = "{of}的{times}倍", "{of}的{times}"
CAP_OF = {"total": "全年要求", "public": "公需要求", "professional": "专业要求"}
ORDER, STATED, STATED_UNSAID = "先{subjects}", "按内容定", "按内容定，没说算{subject}"
PRESUMED = "当作{value}"
TEN_THOUSAND = Decimal(10000)
BONUS = "另加{hours}"


class RuleWords:
    """Puts conditions and rows into words; `unit` is what the document calls its hours (学时, 学分)."""

    def __init__(self, vocabulary: Vocabulary, unit: str = "学时") -> None:
        self.vocabulary, self.unit = vocabulary, unit

    def hours(self, value: Decimal) -> str:
        return f"{plain(value)}{self.unit}"

    def condition(self, condition: Condition, activity: str) -> str:
        """A condition; empty where there is none."""
        tables = [self.table(table, activity) for table in condition.tables]
        parts = [OR.join(table for table in tables if table)]
        parts += [form.format(names=self.names(names)) for form, names in presences(condition) if names]
        return "，".join(part for part in parts if part)

    def names(self, attributes: Iterable[str]) -> str:
        return "和".join(self.vocabulary.attributes[name].name for name in attributes)

    def table(self, table: Table, activity: str) -> str:
        return "，".join(self.allowed(name, allowed, activity) for name, allowed in table.items())

    def allowed(self, name: str, allowed: Allowed, activity: str) -> str:
        """One entry of a condition: 国家级或省级, 前三名, 字数超过2000."""
        if isinstance(allowed, Among):
            return self.among(name, allowed)
        known = self.vocabulary.attributes[name]
        return places(allowed, activity) if known.type == "rank" else band(known.name, allowed)

    def among(self, name: str, allowed: Among) -> str:
        order = list(self.vocabulary.attributes[name].values)
        values = sorted(allowed.values, key=lambda value: order.index(value) if value in order else len(order))
        *others, last = [self.value(name, value) for value in values]
        return f"{'、'.join(others)}或{last}" if others else last

    def value(self, name: str, value: Value) -> str:
        """One value of an attribute: 省级, 已结项, 第二至第五名."""
        if isinstance(value, bool):
            said = FLAGS.get((name, value))
            return said or FLAG[value].format(name=self.vocabulary.attributes[name].name)
        if isinstance(value, Range):
            high = INFINITE if value.high is None else Decimal(value.high)
            return places(Band(Decimal(value.low), high), "")
        if isinstance(value, Decimal):
            return f"{self.vocabulary.attributes[name].name}{plain(value)}"
        return self.vocabulary.label(name, value)

    def values(self, values: Attributes) -> str:
        return "，".join(self.value(name, value) for name, value in values.items())

    def row(self, row: Row, rule: Rule) -> str:
        """A row with its condition: 有CN号，第一作者：每篇30学时."""
        condition = self.condition(row.when, rule.activity) or ("" if len(rule.rows) == 1 else OTHERWISE)
        return f"{condition}：{self.rate(row, rule)}" if condition else self.rate(row, rule)

    def bonus(self, row: Row, rule: Rule) -> str:
        """A row of what is added."""
        condition = self.condition(row.when, rule.activity)
        added = BONUS.format(hours=self.rate(row, rule))
        return f"{condition}：{added}" if condition else added

    def rate(self, row: Row, rule: Rule) -> str:
        """What a row gives."""
        limits = [
            form.format(hours=self.hours(most))
            for form, most in ((MOST_A_DAY, row.most_a_day), (MOST_EACH, row.most))
            if most is not None
        ]
        share = [SHARES[row.among or "all"]] if row.among else []
        return "，".join([self.base(row, rule), *share, *limits])

    def base(self, row: Row, rule: Rule) -> str:
        if row.deems is not None:
            return DEEMS.get(str(row.deems)) or DEEMS_CERTAIN.format(year=row.deems)
        if row.tallies is not None:
            return TALLIES
        if row.by_rank:
            return RANKS.format(rates="、".join(plain(rate) for rate in row.by_rank), unit=self.unit)
        if not row.hours:
            return NOTHING
        part = PART.format(percent=plain(row.part * 100)) if row.part is not None else ""
        return f"{self.quantity(row, rule)}{part}"

    def quantity(self, row: Row, rule: Rule) -> str:
        """The figure with what it counts: 每篇30学时, 学时数的2倍, 每10000字10学时."""
        if row.per == "hour" and row.every == 1:
            return HOUR_FOR_HOUR if row.hours == 1 else TIMES.format(times=plain(row.hours))
        if row.per in COUNTED and row.every != 1:
            form = EVERY_WHOLE if row.whole else EVERY
            return form.format(every=round_figure(row.every), of=COUNTED[row.per], hours=self.hours(row.hours))
        if row.per in {"word", "point"}:
            return EVERY.format(every="", of=COUNTED[row.per], hours=self.hours(row.hours))
        each = PER.get(row.per) or f"每{self.vocabulary.activities[rule.activity].unit}"
        return f"{each}{self.hours(row.hours)}"

    def cap(self, cap: Cap) -> str:
        """A cap: 全年最多30学时."""
        times = cap.times or Fraction(1)
        share = (CAP_TIMES if times.denominator == 1 else CAP_SHARE).format(of=CAP_OF[cap.of], times=times)
        most = share if cap.hours is None else self.hours(cap.hours)
        return CAP.format(per=CAP_PER[cap.per], most=most) + (CAP_SHARED if len(cap.rules) > 1 else "")

    def presumption(self, each: Presumption, activity: str) -> str:
        """What is taken to hold unless it is said otherwise."""
        condition = self.condition(each.when, activity) if each.when is not ANY else ""
        return f"{condition}{'：' if condition else ''}{PRESUMED.format(value=self.value(each.attribute, each.value))}"


def round_figure(value: Decimal) -> str:
    """1万 for 10000."""
    return f"{plain(value / TEN_THOUSAND)}万" if not value % TEN_THOUSAND else plain(value)


def presences(condition: Condition) -> Sequence[tuple[str, tuple[str, ...]]]:
    return (GIVEN, condition.given), (MISSING, condition.missing)


def places(band: Band, activity: str) -> str:
    """Places among the authors: 第一作者, 前三名, 第二至第五名."""
    low, who = int(band.low), "作者" if activity in AUTHORED else "名"
    if band.high == INFINITE:
        return OTHERS.format(who=who) if low == 2 else FROM_PLACE.format(low=ordinal(low)[1:])
    high = int(band.high)
    if low == high:
        return f"{ordinal(low)}{who}"
    return (FIRST_PLACES if low <= 1 else PLACES).format(low=ordinal(low)[1:], high=ordinal(high)[1:])


def band(name: str, band: Band) -> str:
    """A span of numbers: 字数不超过2000, 月数3至6."""
    figures = {"name": name, "low": plain(band.low), "high": "" if band.high == INFINITE else plain(band.high)}
    if band.high == INFINITE:
        return (ABOVE if band.low_open else AT_LEAST).format(**figures)
    if not band.low:
        return (BELOW if band.high_open else AT_MOST).format(**figures)
    opened = (OPEN_BELOW if band.low_open else "") + (OPEN_ABOVE if band.high_open else "")
    return ((EXACTLY if band.low == band.high else BETWEEN) + opened).format(**figures)


def subject_words(found: Subject) -> str:
    """Where hours go: 专业, 先专业后公需, 按内容定."""
    if found.fixed is not None:
        return subject(found.fixed)
    if found.order:
        return ORDER.format(subjects="后".join(subject(each) for each in found.order))
    return STATED_UNSAID.format(subject=subject(found.unsaid)) if found.unsaid else STATED
