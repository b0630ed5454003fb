"""By how much an entry is more or less than was recorded: 有一天请假了, 路上占了两天, 少报了一篇."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from nlu.absence import AMOUNT, missed_in, missed_of
from nlu.dimensions.numeral import read_number
from nlu.phrases import said
from policies.facts import Attributes, Value

_BEFORE = r"(?P<before>\d+(?:\.\d)?|[一两二三四五六七八九十])?个?(?P<half_before>半)?(?P<unit_before>天|学时|课时|小时)"
_ON_THE_WAY = re.compile(
    rf"(?:路上|在途|途中|路途|往返|来回)(?:的|时间|就|还|占|花|用|得|要|是|了)*{_BEFORE}(?!半|以?[上内外])"
    rf"|{AMOUNT}(?:是|都|得|要|花|算)*(?:在|是)?(?:路上|途中|赶路)"
)
_MISTOLD = re.compile(
    r"(?P<how>多|少|漏)(?:记|报|写|说|算|填|登|录)了?(?P<number>\d+|[一两二三四五六七八九十])"
    r"(?P<unit>天|学时|课时|小时|篇|门|本|项|个(?!月)|次|科|场)"
)
_SPOKEN_OF = re.compile("路上|途|往返|来回|赶路|[多少漏][记报写说算填登录]")
_WHICH = re.compile("[我但是不过就，]*(?:第|最后)")
_MEASURES = {"天": "days", "学时": "hours", "课时": "hours", "小时": "hours"}

Shift = tuple[tuple[int, int], str, Decimal]


def shifts_in(text: str) -> Iterator[Shift]:
    """Where a text tells of more or less of an attribute, and by how much; less is below zero."""
    for match, missed in missed_in(text):
        counted = match["number"] or match["before"] or match["half"] or match["half_before"]
        if counted or _WHICH.match(match[0]):  # 第三天没去 is one; 今天没去 counts nothing
            yield match.span(), missed.attribute, -missed.amount
    if not _SPOKEN_OF.search(text):
        return
    for match in _ON_THE_WAY.finditer(text):
        travel = missed_of(match)
        yield match.span(), travel.attribute, -travel.amount
    for match in _MISTOLD.finditer(text):
        number = read_number(match["number"])
        if number is not None:
            name = _MEASURES.get(match["unit"], "count")
            yield match.span(), name, -number.value if match["how"] == "多" else number.value


def with_shifts(text: str, told: Attributes, shifts: list[Shift]) -> tuple[dict[str, Value], dict[str, Decimal]]:
    """What was told, and by how much the rest is more or less; of a new figure what it includes is taken off
    (是五天，含两天路上)."""
    attributes = dict(told)
    for (start, _), name, by in shifts:
        figure = told.get(name)
        if isinstance(figure, Decimal) and said("change", "inclusive", text[:start]):
            attributes[name] = figure + by
    return attributes, {name: by for _, name, by in shifts if name not in told}
