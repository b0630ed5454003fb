"""Which thing is wished, for which years, of which entry; and what a photo is said to show."""

from __future__ import annotations

from datetime import date

import pytest

from nlu import parse
from nlu.exporting import shown_in

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("words", "what", "years", "recent"),
    [
        ("导出", "unclear", (), None),
        ("导出2024年的", "unclear", (2024,), None),
        ("给人事打印一份去年的", "statement", (2025,), None),
        ("2023到2025年的明细导成excel", "table", (2023, 2024, 2025), None),
        ("打印最近四年的学时证明", "statement", (), 4),
        ("最近五年的图表", "years", (), 5),
        ("2018年的进度图", "picture", (2018,), None),
        ("截止日加到日历里", "calendar", (), None),
        ("我的所有资料打包给我", "everything", (), None),
        ("有导入模板吗，发我一个模板", "template", (), None),
        ("注销我的账号", "erase", (), None),
        ("把会议的回执找出来发我", "send", (), None),
        ("去年的材料还缺哪些", "missing", (2025,), None),
    ],
)
def test_what_is_wished(words: str, what: str, years: tuple[int, ...], recent: int | None) -> None:
    wish = parse(words, TODAY).export
    assert wish is not None
    assert (wish.what, wish.years, wish.recent) == (what, years, recent)


@pytest.mark.parametrize(
    ("words", "number", "activity"),
    [
        ("这是第三条的证明", 3, None),
        ("那篇论文的封面", None, "paper"),
        ("结业证书", None, None),
        ("培训的", None, "training"),
    ],
)
def test_what_a_photo_shows(words: str, number: int | None, activity: str | None) -> None:
    shown = shown_in(words, TODAY)
    assert shown is not None
    assert (shown.target.number, shown.target.activity) == (number, activity)


@pytest.mark.parametrize("words", ["好的", "我还差多少", "今天真累", "培训两天"])
def test_what_says_nothing_of_a_photo(words: str) -> None:
    assert shown_in(words, TODAY) is None
