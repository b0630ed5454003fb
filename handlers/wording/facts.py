"""A reported fact in a few words: "2025年 论文（CN，第二作者）"."""

from __future__ import annotations

from decimal import Decimal

from handlers.wording.figures import plain, time_of
from policies.facts import Attributes, Fact, Range, Value
from policies.vocabulary import Vocabulary

AUTHORED = ("paper", "book")
ORDINALS = "零一二三四五六七八九十"


def ordinal(number: int) -> str:
    """第二 for 2; beyond ten in digits."""
    return f"第{ORDINALS[number]}" if number <= len(ORDINALS) - 1 else f"第{number}"


def rank(activity: str, value: Value) -> str:
    """The place among the authors: 第二作者, 排第三, 非第一作者."""
    if isinstance(value, Range):
        if value.high is None:
            return "非第一作者" if activity in AUTHORED else f"{ordinal(value.low)}名以后"
        return f"{ordinal(value.low)}至{ordinal(value.high)}名"
    number = int(value) if isinstance(value, Decimal) else 1
    return f"{ordinal(number)}作者" if activity in AUTHORED else f"排{ordinal(number)}"


AMOUNTS: dict[str, str] = {
    "days": "{}天",
    "hours": "{}学时",
    "months": "{}个月",
    "words": "{}字",
    "points": "{}分",
    "term_from": "聘期自{}年",
    "term_to": "聘期至{}年",
}

FLAGS: dict[tuple[str, bool], str] = {
    ("cn", True): "CN刊物",
    ("cn", False): "无CN号",
    ("core", True): "核心期刊",
    ("core", False): "非核心",
    ("foreign", True): "国外刊物",
    ("society", True): "国家一级学会主办",
    ("supplement", True): "增刊",
    ("sole", True): "独立完成",
    ("passed", True): "合格",
    ("passed", False): "未合格",
    ("concluded", True): "已结项",
    ("concluded", False): "未结项",
    ("attained", True): "已取得",
    ("attained", False): "尚未取得",
    ("presented", True): "报告了论文",
    ("presented", False): "没有报告论文",
    ("hours_printed", False): "没写课时",
    ("abroad", True): "境外",
    ("filed", True): "已备案",
    ("organised", True): "单位组织并考核",
    ("approved", True): "单位认可",
    ("fifth_round", True): "第五轮公需课证书",
}

HIDDEN = frozenset({"count", "title", "certificate", "place", "passed", "attained", "hours_printed"})


def detail(activity: str, name: str, value: Value, vocabulary: Vocabulary) -> str:
    """One attribute in words, or nothing where it need not be said."""
    if name == "rank":
        return rank(activity, value)
    if isinstance(value, bool):
        return FLAGS.get((name, value), "")
    if isinstance(value, Decimal):
        return AMOUNTS.get(name, "{}").format(plain(value))
    return vocabulary.label(name, str(value))


def _shown(attributes: Attributes, name: str) -> bool:
    """Whether the attribute adds something: not what another one says already."""
    if name == "rank" and attributes.get("sole") is True:
        return False
    if name == "rank" and attributes.get("role") == "leader":
        return False
    if name == "cn" and (attributes.get("core") is True or attributes.get("foreign") is True):
        return False
    return not (name in HIDDEN and attributes[name] is not False)


def details(activity: str, attributes: Attributes, vocabulary: Vocabulary) -> list[str]:
    """What is known, in the vocabulary's order."""
    order = vocabulary.activities[activity].attributes
    names = [name for name in order if name in attributes and _shown(attributes, name)]
    said = [detail(activity, name, attributes[name], vocabulary) for name in names]
    return [words for words in said if words]


def name_of(activity: str, attributes: Attributes, vocabulary: Vocabulary) -> str:
    """The activity's name, with how many of it and its title where known."""
    kind = vocabulary.activities[activity]
    count = attributes.get("count")
    many = f"{plain(count)}{kind.unit}" if isinstance(count, Decimal) and count != 1 else ""
    title = attributes.get("title") or attributes.get("certificate")
    called = f"《{title}》" if attributes.get("title") else (f"（{title}）" if title else "")
    return f"{kind.name}{many}{called}"


def describe(fact: Fact, vocabulary: Vocabulary) -> str:
    """The whole fact on one line."""
    said = details(fact.activity, fact.attributes, vocabulary)
    inside = f"（{'，'.join(said)}）" if said else ""
    return f"{time_of(fact)} {name_of(fact.activity, fact.attributes, vocabulary)}{inside}"
