"""Numbers without a unit whose unit goes without saying: points, ten thousands of characters, hours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from nlu.dimensions.numeral import find_numbers, read_number
from nlu.dimensions.quantity import Quantity
from nlu.mention import Mention

_CHARACTERS = re.compile("字|书|著|教材")
_NAMED = re.compile("(?:强国|学强|积分)(?:是|为|有|才|只有|[:： ])*$")
_MYRIADS = re.compile(r"(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)万(?=$|[，。；、！ 的是])")
_POINTS = re.compile("强国|学强|积分")
_SUBJECT = r"(?:公需|专业|选修|公共)"
_HOURS = re.compile(
    rf"{_SUBJECT}(?:课|科目|课程)?(?:完成|[的学上修刷有拿得共是为：])*了? ?"
    rf"(?P<number>\d{{1,3}}(?:\.5)?)(?=$|[，。；、！了都全均也 ]|{_SUBJECT})"
)
_KINDS = re.compile(
    r"(?:发明专利|发明|实用新型|外观设计|软著|软件著作权|核心期刊|核心|北核|普刊|CSSCI|CSCD|SCI|EI|CN"
    r"|论文|专著|教材|译著)[:： ]?"
    r"(?P<number>[1-9]\d?)(?=$|[，。；、！ +])"
)
_FEWEST = 5  # fewer may be courses


def bare_amounts(text: str) -> Iterator[Mention[Quantity]]:
    """Every amount whose unit is left out."""
    yield from _points(text)
    yield from _words(text)
    yield from _hours(text)
    yield from _counts(text)


def _points(text: str) -> Iterator[Mention[Quantity]]:
    """学习强国一万二: where points are spoken of, a large number is theirs, and one right behind them."""
    for number in find_numbers(text) if _POINTS.search(text) else ():
        theirs = number.value.value >= 1000 or bool(_NAMED.search(text, 0, number.start))
        if theirs and not number.value.ordinal and not text.startswith("年", number.end):
            yield _amount("points", "分", number.value.value, number.start, number.text)


def _words(text: str) -> Iterator[Mention[Quantity]]:
    """我写的6万: where characters of a book are spoken of, ten thousands without a unit are theirs."""
    for match in _MYRIADS.finditer(text) if _CHARACTERS.search(text) else ():
        number = read_number(match[0])
        if number is not None:
            yield _amount("words", "字", number.value, match.start(), match[0])


def _hours(text: str) -> Iterator[Mention[Quantity]]:
    """公需学了30，专业42."""
    for match in _HOURS.finditer(text):
        number = Decimal(match["number"])
        if number >= _FEWEST:
            yield _amount("hours", "学时", number, match.start("number"), match["number"])


def _counts(text: str) -> Iterator[Mention[Quantity]]:
    """发明2、实用新型1: in a list of kinds, the numbers behind them; one alone may be anything."""
    found = list(_KINDS.finditer(text))
    for match in found if len(found) > 1 else ():
        yield _amount("count", "个", Decimal(match["number"]), match.start("number"), match["number"])


def _amount(attribute: str, unit: str, number: Decimal, start: int, said: str) -> Mention[Quantity]:
    return Mention("quantity", start, start + len(said), said, Quantity(attribute, number, unit, number), "bare")
