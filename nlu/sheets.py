"""Rows pasted from a sheet: a bare figure is of the unit that heads its column.

日期 | 内容 | 学时 above 2026-03-05 | 专业培训 | 8 makes 8学时 of the 8; the heading itself says nothing more.
"""

from __future__ import annotations

import re

_HEADS = {
    "年份": "年",
    "年度": "年",
    "年": "年",
    "月份": "月",
    "学时": "学时",
    "课时": "学时",
    "学分": "学时",
    "天": "天",
    "天数": "天",
    "门数": "门",
    "篇数": "篇",
    "科目数": "科",
}
_NAMES = re.compile("日期|时间|年[份度]|内容|事项|项目|名称|类型|类别|序号|编号|备注|科目")
_NOTE = re.compile(r"[（(].*[)）]|数$")
_FIGURE = re.compile(r"\d{1,4}(?:\.\d)?")
_CELLS = (re.compile(r" *\t *"), re.compile(r" *[|｜] *"), re.compile(" *[,，] *"), re.compile(" +"))
_MOST_CELLS = 12


def with_units(text: str) -> str:
    """`text` with the figures of a pasted sheet completed; any other text as it is."""
    head, broken, rest = text.strip().partition("\n")
    between = next((cells for cells in _CELLS if cells.search(head)), None)
    if not broken or between is None:
        return text
    names = between.split(head.strip(" |｜\r"))
    units = [_unit(name) for name in names]
    if not any(units) or not _heads(head, names):
        return text
    return "\n".join(_completed(row, between, units) for row in rest.splitlines())


def _heads(head: str, names: list[str]) -> bool:
    """Whether a line heads columns: names of columns, and no figure."""
    return len(names) <= _MOST_CELLS and bool(_NAMES.search(head)) and not re.search(r"\d", head)


def _unit(name: str) -> str:
    return _HEADS.get(name) or _HEADS.get(_NOTE.sub("", name), "")


def _completed(row: str, between: re.Pattern[str], units: list[str]) -> str:
    cells = between.split(row.strip(" |｜\r"))
    if len(cells) != len(units):
        return row
    told = [cell + unit if _FIGURE.fullmatch(cell) else cell for cell, unit in zip(cells, units, strict=True)]
    return " ".join(told)
