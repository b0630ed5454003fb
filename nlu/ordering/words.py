"""What stands within an order: join codes with noise, days, names of employers and departments, reasons."""

from __future__ import annotations

import re

from nlu.dimensions.numeral import read_number
from nlu.ordering.patterns import phrase

_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]{8}(?![A-Za-z0-9])")
_SPLIT_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]{2,6}(?:[ \-_·.][A-Za-z0-9]{2,6}){1,3}(?![A-Za-z0-9])")
_ANY_CODE = re.compile(r"(?=\d*[A-Za-z]|\d{6})[A-Za-z0-9]{3,16}(?![A-Za-z0-9])")
_APART = re.compile(r"[ \-_·.]")
_DAY = re.compile(
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3}|底|末|初|中旬)[日号]?"
)
_SLASHED = re.compile(r"(?<![\d.])(?P<month>\d{1,2})[./-](?P<day>\d{1,2})(?![\d.])")
_BEFORE = re.compile(r"\d{1,3}")
_NUMBER = re.compile(
    r"第(?P<number>[一二三四五六七八九十\d]{1,3})(?:条|个|项)|^(?P<bare>[一二三四五六七八九\d]{1,2})(?:条|个|号|核|批)"
    r"|^(?:核准|批准|通过|驳回|退回|不予认定)(?P<behind>[一二三四五六七八九\d]{1,2})(?!\d)"
)
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_VAGUE_DAYS = {"初": 1, "中旬": 15}
LENGTH = 8


def code_in(text: str) -> str | None:
    """The join code in a message, in capitals: eight letters and digits, maybe parted; else what was meant as one."""
    found = [match[0] for match in _CODE.finditer(text)]
    found += [_APART.sub("", match[0]) for match in _SPLIT_CODE.finditer(text)]
    whole = [each for each in found if len(each) == LENGTH]
    if whole:
        return max(whole, key=lambda each: any(letter.isdigit() for letter in each)).upper()
    meant = _ANY_CODE.search(text)
    return meant[0].upper() if meant else None


def day_in(text: str) -> tuple[int, int] | None:
    """A day of the year: 12月15日, 12.15, 11月底."""
    match = _DAY.search(text) or _SLASHED.search(text)
    if match is None:
        return None
    month = _whole(match["month"])
    if not 1 <= month <= len(_LENGTHS):
        return None
    last = _LENGTHS[month - 1]
    day = last if match["day"] in {"底", "末"} else _VAGUE_DAYS.get(match["day"]) or _whole(match["day"])
    return (month, day) if 1 <= day <= last else None


def days_in(text: str) -> tuple[int, ...]:
    """Days before a deadline, the most first: 前30天、7天、1天."""
    return tuple(sorted({int(each) for each in _BEFORE.findall(text) if 0 < int(each) <= 366}, reverse=True))


def number_in(text: str) -> int | None:
    """The number in 第2条."""
    match = _NUMBER.search(text)
    return _whole(match["number"] or match["bare"] or match["behind"]) if match else None


def scope_in(head: str) -> str | None:
    """The employer or department that is named before what is asked of it: 工程部 in 工程部还有谁没完成."""
    cleaned = phrase("after_scope").sub("", head.strip(" ，：的"))
    match = phrase("scope").search(phrase("before_scope").sub("", cleaned))
    return match[0] if match else None


def reason_in(tail: str) -> str:
    """The reason behind a decision: what follows 因为, 理由是, a comma."""
    return phrase("before_reason").sub("", tail, count=1).strip(" ，。：；")


def tidied(name: str) -> str:
    """A name without what politeness leaves around it."""
    return phrase("around_name").sub("", " ".join(name.split())).strip(" ，。：；“”\"'《》【】")


def _whole(text: str) -> int:
    number = read_number(text)
    return int(number.value) if number else 0
