"""Two documents side by side: every condition, rate and cap of every document has words, and none of the code's."""

from __future__ import annotations

import re
from itertools import permutations

import pytest

from handlers.wording.demands import demands
from handlers.wording.differences import ITEM_PARTS, Differences
from handlers.wording.rules import RuleWords
from policies.conditions import condition_of
from policies.diff import compare
from policies.library import BUILT_IN, Library
from policies.pack import Row
from policies.reading import row_of
from policies.reading_requirement import requirement_of
from policies.rule_diff import substance
from policies.statement import Citation

IDS = sorted(file.stem for file in BUILT_IN.glob("*.toml"))
CODE = re.compile(r"[a-z]+_[a-z]+|\b(?!www|com|net|cn)[a-z]{4,}\b|None|True|False|Decimal")


@pytest.mark.parametrize(("one", "other"), list(permutations(IDS, 2)))
def test_no_word_of_the_code_is_shown(library: Library, one: str, other: str) -> None:
    found = compare(library.policies[one], library.policies[other], library.vocabulary)
    lines = list(Differences(found, library.vocabulary).lines())
    shown = [line for line in lines if CODE.search(line.replace(one, "").replace(other, ""))]
    assert shown == []
    assert not [line for line in lines if "：：" in line or "，，" in line or line.rstrip().endswith(("→", "："))]


def test_every_part_of_a_rule_has_a_name(library: Library) -> None:
    rule = library.policies["changzhou-2024"].rules[0]
    assert substance(rule).keys() == ITEM_PARTS.keys()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"hours": 30}, "每篇30学时"),
        ({"hours": 0}, "不计学时"),
        ({"hours": 1, "per": "hour"}, "按学时数计"),
        ({"hours": 1.5, "per": "hour", "most_a_day": 8}, "学时数的1.5倍，每天最多8学时"),
        ({"hours": 8, "per": "day", "most": 20}, "每天8学时，每次最多20学时"),
        ({"hours": 10, "per": "word", "every": 10000}, "每1万字10学时"),
        ({"hours": 1, "per": "point", "every": 1000, "whole": True}, "每满1000分1学时"),
        ({"by_rank": [6, 5, 4]}, "按名次6、5、4学时，之后不计"),
        ({"hours": 30, "part": 0.6}, "每篇30学时的60%"),
        ({"hours": 30, "among": "all"}, "每篇30学时，由全体作者平分"),
        ({"hours": 30, "part": 0.4, "among": "others"}, "每篇30学时的40%，由其余作者平分"),
        ({"deems": "term"}, "视为完成聘期内各年"),
        ({"deems": 2021}, "视为完成2021年"),
    ],
)
def test_what_a_row_gives(library: Library, raw: dict[str, object], words: str) -> None:
    assert (
        RuleWords(library.vocabulary).rate(row(raw), library.policies["changzhou-2024"].rules_by_id["paper"]) == words
    )


def row(raw: dict[str, object]) -> Row:
    return row_of(raw)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"cn": True, "rank": 1}, "CN刊物，第一作者"),
        ({"rank": "2-"}, "非第一作者"),
        ({"rank": "1-3"}, "前三名"),
        ({"rank": "2-5"}, "第二至第五名"),
        ({"rank": "6-"}, "第六名及以后"),
        ({"level": ["provincial", "national"]}, "国家级或省级"),
        ({"level": ["city", "provincial", "national"]}, "国家级、省级或市级"),
        ({"words": {"most": 2000}}, "字数不超过2000"),
        ({"words": {"above": 2000}}, "字数超过2000"),
        ({"months": {"least": 6}}, "月数不少于6"),
        ({"months": {"least": 3, "below": 6}}, "月数3至6（不含6）"),
        ({"days": 2}, "天数2"),
        ({"passed": False}, "未合格"),
        ({"supplement": False}, "不是增刊、副刊"),
        ([{"foreign": True}, {"society": True}], "国外刊物，或者国家一级学会主办"),
    ],
)
def test_what_a_condition_says(library: Library, raw: object, words: str) -> None:
    assert RuleWords(library.vocabulary).condition(condition_of(raw), "paper") == words


def test_what_a_requirement_says_besides_its_figures() -> None:
    raw = {
        "article": "一",
        "total": 60,
        "fill": [{"source": "public", "target": "professional", "most": 10}],
        "carry": [{"years": 1}, {"subject": "professional", "years": 2, "most": 24}],
        "cycle": {"years": 2, "starts": 2024, "total": 120},
        "bucket": [{"name": "师德", "hours": 8, "rules": ["a"]}],
        "leave": [{"months": 6, "keeps": 0.5}],
    }
    found = requirement_of(raw, lambda _: Citation("", "", ""))
    parts = (found.fillings, found.carry, found.cycle, found.buckets, found.leaves)
    assert [demands(part) for part in parts] == [
        "公需多出的可顶专业（最多10）",
        "全部科目多出的可转到后1年；专业多出的可转到后2年（最多24）",
        "2024年起每2年一个周期，合计120",
        "师德至少8",
        "请假满6个月按50%要求",
    ]
