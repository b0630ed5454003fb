"""What an amount is given for each of, where it is a rate: 每天6学时, 每周四下午两小时, 3学时/次."""

from __future__ import annotations

import re

from nlu.dimensions.mask import BLANK

_SAME_KIND = ("天", "半天", "上午", "下午", "周", "月", "年")  # 一年半, 一周三天: lengths, no rates
_PER = re.compile(
    r"每一?个?(?P<per>天|日|次|回|趟|门|篇|本|场|节|堂|年|月|周|星期|学期|人|模块|科|项|期|课时|学时)[^，。；：！？\n\d天]{0,3}$"
    rf"|每一?个?(?P<often>月|周|星期|礼拜|季度|{BLANK}{{2,4}})[^，。；：！？\n\d天]{{0,8}}$"
    r"|(?<!第)[一1](?P<one>天|年|个月|周)[^，。；：！？\n\d天了过半]{0,3}$"
)
_PER_AFTER = re.compile(
    r" ?(?:/|每)(?P<per>天|日|次|门|篇|年|月|周|人|科|项)"
    r"| ?[一1](?P<each>次|场)(?=[^。；！\n]{0,9}?[\d两三四五六七八九十]+(?P=each))"  # 90分钟一次，共6次
    r"| ?[x×*] ?(?=[\d两三四五六七八九十]+ ?(?P<times>天|次|场|期|节|门|个|人))",  # 2课时×4次
    re.IGNORECASE,
)
_PER_ONE = re.compile(r"每一?[个期届](?:都|是|为|有|上了?|学了?|各)*$")  # 去了两个，每个2天


def rate_of(match: re.Match[str]) -> str:
    """What the amount is given for each of, if it is a rate."""
    start = match.start()
    if match.string[start - 1 : start] == "每":
        return "每"
    after = _PER_AFTER.match(match.string, match.end())
    if after:
        return str(after["per"] or after["each"] or after["times"])
    if _PER_ONE.search(match.string[max(0, start - 6) : start]):
        return "各"
    before = _PER.search(match.string[max(0, start - 14) : start])
    if before is None or (before["one"] and match["unit"] in _SAME_KIND):
        return ""
    each = str(before["per"] or before["often"] or before["one"]).replace(BLANK, "")
    if not each:
        return "周"  # 每周四下午: what is blank is a weekday that was read before
    return "天" if each == "日" else each
