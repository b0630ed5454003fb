"""Names in a pack: activities, attributes, values and the fixed words must exist; slips get the nearest that does."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from policies.pack import COVERS, QUANTITIES
from policies.pack_words import Names, names_of
from policies.problems import NAMELESS, Sink, shown, with_name
from policies.ranks import RANKS
from policies.schema import is_number
from policies.schema import tables as key_tables
from policies.subjects import check_subject
from policies.vocabulary import Vocabulary

Raw = Mapping[str, Any]

GIVES = ("hours", "by_rank", "deems", "tallies")
DEEMS = ("year", "term", "span")
CAP_PER = ("day", "occasion", "year")
AMONG = ("all", "others")
NAMED_BY = ("start", "end")
YEAR_START = re.compile(r"\d\d-\d\d")
BOUNDS = frozenset({"least", "most", "above", "below"})
NARROWED = frozenset({"kind", "grade"})  # what a value means depends on the activity


class NameCheck:
    """Checks the words of one pack. `raw` is the pack with all that it inherits; `own` are the rules it writes."""

    def __init__(self, raw: Raw, own: Iterable[str], vocabulary: Vocabulary, sink: Sink) -> None:
        self.raw, self.own, self.vocabulary, self.sink = raw, frozenset(own), vocabulary, sink
        self.rules = [rule["id"] for rule in raw.get("rule", ())]

    def check(self) -> None:
        """Report every word that does not exist."""
        self.check_pack()
        for rule in self.raw.get("rule", ()):
            if rule["id"] in self.own:
                self.sink.rule = rule["id"]
                self.check_rule(rule)
        self.sink.rule = ""

    def check_pack(self) -> None:
        raw = self.raw
        if raw.get("to", raw["from"]) < raw["from"]:
            self.sink.add("to", f"结束年{raw['to']}早于开始年{raw['from']}", "改正其中一个年份")
        if not YEAR_START.fullmatch(raw.get("year_starts", "01-01")):
            self.sink.add("year_starts", "要写成月和日", '写成 "03-20" 这样')
        self.one_of("year_named_by", raw.get("year_named_by", "start"), NAMED_BY, "年份叫法")
        for number, cap in enumerate(raw.get("cap", ()), 1):
            self.check_cap(cap, f"cap[{number}].")
        for kind in ("cap", "once", "requirement"):
            for number, each in enumerate(raw.get(kind, ()), 1):
                self.check_rule_ids(each.get("rules", ()), f"{kind}[{number}].rules")
        for activity, defaults in self.table_at("unsaid", raw.get("unsaid", {})).items():
            if self.is_activity(activity, "unsaid"):
                where = f"unsaid.{activity}"
                self.check_table(self.table_at(where, defaults), (activity,), where)

    def table_at(self, where: str, value: object) -> Raw:
        """A table; where something else stands that is reported and nothing is checked."""
        if isinstance(value, Mapping):
            return value
        self.sink.add(where, f"这里不能写 {shown(value)}", '写成表，如 { organizer = "other" }')
        return {}

    def check_rule_ids(self, names: Iterable[str], where: str) -> None:
        for name in names:
            self.one_of(where, name, self.rules, "条目")

    def check_rule(self, rule: Raw) -> None:
        missing = [key for key in key_tables()["rule"].required if key not in rule]
        for key in missing:
            self.sink.add(key, "缺了必须写的键", f"补上 {key} = …")
        if missing or not self.is_activity(rule["activity"], "activity"):
            return
        activities = (rule["activity"], *self.also(rule))
        for key in ("if", "needs"):
            self.check_condition(rule.get(key, {}), activities, key)
        check_subject(rule["subject"], activities, self)
        for key in ("rates", "bonus"):
            for number, row in enumerate(rule.get(key, ()), 1):
                self.check_row(row, activities, f"{key}[{number}]")
        self.check_presumed(rule, activities)
        for number, cap in enumerate(rule.get("caps", ()), 1):
            self.check_cap(cap, f"caps[{number}].")
        for cover in rule.get("covers", ()):
            self.one_of("covers", cover, COVERS, "科目")

    def also(self, rule: Raw) -> list[str]:
        """The further activities of a rule, as far as they exist."""
        found = []
        for number, each in enumerate(rule.get("also", ()), 1):
            if self.is_activity(each["activity"], f"also[{number}].activity"):
                found.append(each["activity"])
                self.check_condition(each.get("if", {}), (each["activity"],), f"also[{number}].if")
        return found

    def check_row(self, row: Raw, activities: Sequence[str], where: str) -> None:
        if not any(key in row for key in GIVES):
            self.sink.add(where, "这一行没写给多少学时", "补上 hours = …（不给学时就写 hours = 0）")
        self.check_condition(row.get("if", {}), activities, f"{where}.if")
        for key in ("given", "missing"):
            for name in row.get(key, ()):
                self.is_attribute(name, activities, f"{where}.{key}")
        self.one_of(f"{where}.per", row.get("per", "item"), QUANTITIES, "单位")
        self.one_of(f"{where}.among", row.get("among", "all"), AMONG, "分法")
        if not isinstance(row.get("deems", 0), int):
            self.one_of(f"{where}.deems", row["deems"], DEEMS, "视为完成的年份")

    def check_presumed(self, rule: Raw, activities: Sequence[str]) -> None:
        for number, each in enumerate(rule.get("presume", ()), 1):
            self.check_table({each["attribute"]: each["value"]}, activities, f"presume[{number}]")
            self.check_condition(each.get("if", {}), activities, f"presume[{number}].if")
        for number, each in enumerate(rule.get("implied", ()), 1):
            self.check_condition(each["if"], activities, f"implied[{number}].if")
            where = f"implied[{number}].sets"
            self.check_table(self.table_at(where, each["sets"]), activities, where)

    def check_cap(self, cap: Raw, where: str) -> None:
        self.one_of(f"{where}per", cap["per"], CAP_PER, "封顶")
        self.one_of(f"{where}of", cap.get("of", "total"), COVERS, "科目")
        if ("hours" in cap) == ("times" in cap):
            self.sink.add(f"{where}hours", "上限要写 hours 或 times，只写一个", "写成 hours = 30 或 times = 2")

    def check_condition(self, raw: object, activities: Sequence[str], where: str) -> None:
        tables: list[Raw] = raw if isinstance(raw, list) else [raw]  # type: ignore[list-item]
        for table in tables:
            self.check_table(table, activities, where)

    def check_table(self, table: Raw, activities: Sequence[str], where: str) -> None:
        """Every attribute exists for one of the activities, and may have the values that stand there."""
        for name, value in table.items():
            if self.is_attribute(name, activities, where):
                for each in value if isinstance(value, list) else [value]:
                    self.check_value(name, each, activities, f"{where}.{name}")

    def check_value(self, name: str, value: object, activities: Sequence[str], where: str) -> None:
        attribute = self.vocabulary.attributes[name]
        if attribute.type == "flag" and not isinstance(value, bool):
            self.sink.add(where, f"这里不能写 {shown(value)}", "写 true 或 false")
        if attribute.type == "choice":
            valid = set(attribute.values)
            if name in NARROWED:
                valid = {each for activity in activities for each in self.vocabulary.values_of(activity, name)}
            self.one_of(where, value, valid, "取值", attribute.values)
        if attribute.type == "rank" and not is_rank(value):
            self.sink.add(where, f"这里不能写 {shown(value)}", '名次写成 1、"2-5" 或 "6-"')
        if attribute.type == "number" and not is_span(value):
            self.sink.add(where, f"这里不能写 {shown(value)}", "写一个数，或者 { least = 3, below = 6 } 这样的范围")

    def is_activity(self, name: str, where: str) -> bool:
        return self.one_of(where, name, self.vocabulary.activities, "活动")

    def is_attribute(self, name: str, activities: Sequence[str], where: str) -> bool:
        """Whether one of the activities has the attribute; what holds where nothing is said may be read by all."""
        known = {each for activity in activities for each in self.vocabulary.activities[activity].attributes}
        unsaid = {each for each, attribute in self.vocabulary.attributes.items() if attribute.unsaid is not None}
        if name in self.vocabulary.attributes.keys() - known - unsaid:
            of = "、".join(self.vocabulary.activities[activity].name for activity in activities)
            why = f"“{of}”没有 {name}（{self.vocabulary.attributes[name].name}）这个属性"
            has = "、".join(with_name(each, names_of("属性", self.vocabulary)) for each in sorted(known))
            self.sink.add(where, why, f"它有的是：{has}")
            return False
        return name in unsaid or self.one_of(where, name, known, "属性")

    def one_of(self, where: str, word: object, valid: Collection[str], what: str, names: Names = NAMELESS) -> bool:
        """Whether a word is one of the valid ones; reported where it is not."""
        if isinstance(word, str) and word in valid:
            return True
        self.sink.unknown(where, what, word, valid, names or names_of(what, self.vocabulary))
        return False


def is_rank(value: object) -> bool:
    """Whether this is a place among the authors: 1, "2-5", "6-"."""
    if isinstance(value, str):
        ranks = RANKS.fullmatch(value)
        return ranks is not None and (not ranks[2] or int(ranks[1]) <= int(ranks[2]))
    if isinstance(value, Mapping):
        return is_span(value)
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def is_span(value: object) -> bool:
    """Whether this is a number, or bounds of numbers by their four names."""
    if isinstance(value, Mapping):
        return bool(value) and value.keys() <= BOUNDS and all(is_number(each) for each in value.values())
    return is_number(value)
