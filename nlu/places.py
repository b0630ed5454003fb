"""Names of places that a document may govern; the longest name first."""

from __future__ import annotations

import re
from functools import cache

_JIANGSU = "江苏 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁"
_JIANGXI = "江西 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶"
_OTHERS = "常德 湖南 长沙 株洲 湘潭 衡阳 邵阳 岳阳 张家界 益阳 郴州 永州 怀化 娄底 湘西 北京 上海 天津 重庆 浙江 杭州 安徽 广东 深圳 广州 湖北 武汉 山东 河南 四川 福建 河北"


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(f"{_JIANGSU} {_JIANGXI} {_OTHERS}".split(), key=len, reverse=True)
    return re.compile("|".join(names))


def find_places(text: str) -> list[re.Match[str]]:
    """Every place named, from left to right."""
    return list(_pattern().finditer(text))


def narrowest(names: list[str]) -> str | None:
    """江苏南通: the city rather than its province."""
    cities = [
        name
        for name in names
        if name not in ("江苏", "湖南", "浙江", "安徽", "广东", "湖北", "山东", "河南", "四川", "福建", "河北")
    ]
    return (cities or names or [None])[-1 if cities else 0]
