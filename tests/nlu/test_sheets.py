"""Rows pasted from a sheet: what heads a column completes its figures."""

from __future__ import annotations

import pytest

from nlu.sheets import with_units

COMPLETED = {
    "日期\t内容\t学时\n2026-03-05\t安全培训\t8": "2026-03-05 安全培训 8学时",
    "序号,项目,年份,学时\n1,内训,2025,6.5\n2,公需课,2024,30": "1 内训 2025年 6.5学时\n2 公需课 2024年 30学时",
    "时间 | 事项 | 天数 |\n去年 | 单位培训 | 2 |": "去年 单位培训 2天",
    "年度 内容 课时数\n2025 讲课 4\n另外还有一次": "2025年 讲课 4学时\n另外还有一次",
}


@pytest.mark.parametrize("pasted", COMPLETED)
def test_figures_take_the_unit_of_their_column(pasted: str) -> None:
    assert with_units(pasted) == COMPLETED[pasted]


@pytest.mark.parametrize(
    "text",
    ["今年培训2天", "今年:\n公需课 1门\n内训 2天", "项目 学时\n", "2025年 项目 学时 8\n又一条 8 9", "我的学时\n差多少"],
)
def test_anything_else_stays_as_it_is(text: str) -> None:
    assert with_units(text) == text
