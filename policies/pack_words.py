"""The fixed words of packs with their Chinese names, so that an author who writes the Chinese is shown the word."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from policies.vocabulary import Vocabulary

Names = Mapping[str, str]

FIXED: Mapping[str, Names] = MappingProxyType(
    {
        "单位": {
            "item": "每项、每篇、每次",
            "unit": "每科、每门，要说数量",
            "day": "每天",
            "hour": "每学时",
            "month": "每月",
            "word": "每字",
            "point": "每分",
            "once": "不论多少只给一次",
        },
        "科目": {"public": "公需科目", "professional": "专业科目", "elective": "选修科目", "total": "合计"},
        "封顶": {"day": "每天", "occasion": "每次", "year": "每年"},
        "视为完成的年份": {"year": "当年", "term": "聘期内各年", "span": "期间各年"},
        "分法": {"all": "全体平分", "others": "其余的人平分"},
        "年份叫法": {"start": "按开始的年份叫", "end": "按结束的年份叫"},
    }
)


def names_of(what: str, vocabulary: Vocabulary) -> Names:
    """The Chinese names of the words of one sort; empty where the sort has none."""
    if what == "活动":
        return {name: activity.name for name, activity in vocabulary.activities.items()}
    if what == "属性":
        return {name: attribute.name for name, attribute in vocabulary.attributes.items()}
    return FIXED.get(what, {})
