"""The page of words that packs may use, shown from policies/vocabulary.toml as docs/words.md.

python -m tests.policies.words_page > docs/words.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from policies.pack_words import FIXED
from policies.vocabulary import Activity, Attribute, Vocabulary, read_vocabulary

HEAD = """# 活动和属性

写政策文件时，`activity` 和条件里能用的词都在这里。怎么写见[给您的城市写一份政策文件](write-a-policy.md)。
本页由 `policies/vocabulary.toml` 生成：`python -m tests.policies.words_page > docs/words.md`。
"""
HOW = {
    "flag": "`true`（是）或 `false`（否）",
    "number": "一个数，或者 `{{ least = 3, below = 6 }}` 这样的范围",
    "rank": '名次：`1`、`"2-5"`、`"2-"`（第二名及以后）',
    "text": "文字（条件里用不着）",
}
BOUNDS = "范围的四个词：`least` 不少于，`most` 不超过，`above` 超过，`below` 不到。"
UNSAID = {True: "没说就当作是", False: "没说就当作不是"}
TITLES = {"单位": "每……给多少（per）", "科目": "科目（subject、covers、of）", "封顶": "上限按什么算（caps 里的 per）"}
TITLES |= {
    "视为完成的年份": "视为完成哪些年（deems）",
    "分法": "怎么分（among）",
    "年份叫法": "跨年的年度叫哪年（year_named_by）",
}


def lines(vocabulary: Vocabulary) -> Iterator[str]:
    """The page, line by line."""
    yield from HEAD.splitlines()
    yield from ("", "## 活动", "", "| `activity` | 是什么 | 条件里能写 |", "|---|---|---|")
    yield from (activity_row(activity, vocabulary) for activity in vocabulary.activities.values())
    yield from ("", "## 属性", "", "| 条件里写 | 是什么 | 怎么写 |", "|---|---|---|")
    yield from (attribute_row(attribute) for attribute in vocabulary.attributes.values())
    yield from ("", BOUNDS, "", "## 有些活动只用其中几个取值", "", "| 活动 | 取值 |", "|---|---|")
    for activity in vocabulary.activities.values():
        if activity.values:
            yield f"| {activity.name} | {narrowed(activity, vocabulary)} |"
    for what, title in TITLES.items():
        yield from ("", f"## {title}", "", "| 写 | 是什么 |", "|---|---|")
        yield from (f"| `{word}` | {name} |" for word, name in FIXED[what].items())


def activity_row(activity: Activity, vocabulary: Vocabulary) -> str:
    attributes = "、".join(f"`{name}` {vocabulary.attributes[name].name}" for name in activity.attributes)
    return f"| `{activity.id}` | {activity.name}（按{activity.unit}计） | {attributes} |"


def attribute_row(attribute: Attribute) -> str:
    how = "、".join(f"`{value}` {name}" for value, name in attribute.values.items()) or HOW[attribute.type].format()
    unsaid = "" if attribute.unsaid is None else f"；{UNSAID[attribute.unsaid]}"
    return f"| `{attribute.id}` | {attribute.name} | {how}{unsaid} |"


def narrowed(activity: Activity, vocabulary: Vocabulary) -> str:
    parts = (
        f"`{name}`：" + "、".join(f"`{value}` {vocabulary.label(name, value)}" for value in values)
        for name, values in activity.values.items()
    )
    return "；".join(parts)


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines(read_vocabulary())) + "\n")
