"""Positions in a list of names: 第二作者, 三作, 排第四, 署名第2, 老五, 前三."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from nlu.dimensions.numeral import read_number
from nlu.mention import Mention
from policies.facts import Range, Value

_N = r"(?:[1-9]\d?|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_WHO = "作者|署名人?|完成人|发明人|专利权人|设计人|申请人|编者|著者|译者|起草人|获奖人|参与人|参加人|负责人|成员|主编"
_NO_RANK = (
    "次|天|期|章|轮|批|季度|季|学期|年|届|场|节|门|篇|本|页|条|项|份|步|代|三方|卷|版|线|周|个?月|堂|讲|科|课|回|遍|点"
)
_PATTERN = re.compile(
    rf"(?:排名?|rank(?:ed|ing)?\s?|位列|位次|位置|署名?|名列|列|名次|序号|名单上?|顺位|排行|名字)(?:名|位|序)?(?:分别|依次|是|为|排|在|到|:|：)*(?:第|老)?(?P<placed>{_N})(?!\d|天|个月|年|期|点|批|下)(?:{_WHO}|位|名|个)?"
    rf"|第(?P<nth>{_N})(?:个|名|位)?(?:{_WHO})"
    rf"|第(?P<bare>{_N})(?!{_NO_RANK}|[0-9])(?:位|名(?![是叫])|个(?!是|月|学))?"
    rf"|(?<![第\d一二三四五六七八九十工合写操动创协])(?P<author>{_N})作(?!品|业|用|为|出|了|废|坊|物|文|协)(?:者)?"
    rf"|(?:排|我|是|^)老(?P<old>[二三四五六七八九])"
    rf"|(?:排名?|署名|名次|位列|进|在|是|我)?前(?P<within>{_N})(?!天|年|个|篇|届|期|次|批|章|门|月|面|几|后|周|场|任|科|台|提)(?:名|位|以内|之内|内)?"
    rf"|(?P<english>second|third|2nd|3rd) author",
    re.IGNORECASE,
)
_MORE = re.compile(rf"(?:、|和|与|及)(?:第)?(?P<more>{_N})(?:位|名)?(?=$|[，。；！？、和与及\s）])")
_ENGLISH = {"second": 2, "2nd": 2, "third": 3, "3rd": 3}
_MINE = re.compile(r"[^，。；！？\n：]$")
_ENUMERATION = re.compile(r"第[一二三四五]个?(?:[，、：:]|是(?!我|作者))")


def find_ranks(text: str) -> Iterator[Mention[Value]]:
    """Every position named in a normalised text; "within the first three" is a range."""
    for match in _PATTERN.finditer(text):
        value = _value(match)
        if value is not None and not _enumerates(match):
            yield Mention("rank", match.start(), match.end(), match[0], value, "rank")
            yield from _more(text, match.end()) if match["placed"] else ()


def _more(text: str, position: int) -> Iterator[Mention[Value]]:
    """排名1、3: the positions that go on after the first."""
    more = _MORE.match(text, position)
    while more:
        number = read_number(more["more"])
        if number is not None:
            yield Mention("rank", more.start("more"), more.end(), more[0], number.value, "rank-list")
        more = _MORE.match(text, more.end())


def _value(match: re.Match[str]) -> Value | None:
    if match["english"]:
        return Decimal(_ENGLISH[match["english"].lower()])
    said = match["placed"] or match["nth"] or match["bare"] or match["author"] or match["old"] or match["within"]
    number = read_number(said)
    if number is None or not 1 <= number.value <= 60:
        return None
    return Range(1, int(number.value)) if match["within"] else number.value


def _enumerates(match: re.Match[str]) -> bool:
    """Whether it counts the points of a list (第一，… 第二，…) and ranks nobody."""
    if (
        not match["bare"]
        or not _ENUMERATION.match(match.string, match.start())
        or _MINE.search(match.string, 0, match.start())
    ):
        return False
    return -1 < match.string.find("第一") < match.string.find("第二")
