"""Small whole numbers, weekdays and lengths of time as people write them: 3, 三, 十五, 两周, 半个月."""

from __future__ import annotations

import re

from nlu.dimensions.numeral import read_number

NUMBER = "(?:[0-9]{1,4}|[一二两三四五六七八九十廿卅〇零]{1,4})"
"""A pattern without groups; `whole` reads what it matched."""

_ABOUT = re.compile("十?[一二两三四五六七八九]{2}")

LENGTH = rf"(?P<count>{NUMBER}|半) ?(?P<unit>天|日(?!号)|个?周|个?星期|个?礼拜|个?月|年)"
"""A length of days or more; `days_in` reads the match."""

_LENGTH = re.compile(LENGTH)
LENGTHS = (
    rf"(?:{LENGTH.replace('?P<count>', '').replace('?P<unit>', '')}(?:(?:、|，|和|跟|与|及|还有|以及)(?:提?前)?|))+"
)
"""Several of them, without groups; `lengths_in` reads what it matched."""

FARTHEST = 366 * 100
"""Days ahead that anybody plans."""

WEEK = "(?:周|星期|礼拜)"
WEEKDAYS = {**{name: day for day, name in enumerate("一二三四五六日", 1)}, "天": 7, "末": 6}
WEEKDAYS |= {str(day): day for day in range(1, 8)}

_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30, "年": 365}
_HALF = {"月": 15, "年": 182, "天": 0, "日": 0, "周": 3, "星期": 3, "礼拜": 3}


def whole(text: str) -> int:
    """The number; −1 for what is none, which no calendar has, as for 三四, of which nobody knows which it is."""
    if _ABOUT.fullmatch(text):
        return -1
    number = read_number(text)
    return int(number.value) if number and number.value == int(number.value) else -1


def numbers_in(text: str) -> tuple[int, ...]:
    """All numbers of a text, in its order."""
    return tuple(whole(number) for number in re.findall(NUMBER, text))


def days_in(match: re.Match[str]) -> int:
    """How many days a LENGTH is, a month counted as 30; no more than anybody plans."""
    unit = match["unit"].removeprefix("个")
    return _HALF[unit] if match["count"] == "半" else min(_DAYS[unit] * whole(match["count"]), FARTHEST)


def lengths_in(text: str) -> tuple[int, ...]:
    """The days of each LENGTH in a text."""
    return tuple(dict.fromkeys(days_in(match) for match in _LENGTH.finditer(text)))


def months_in(match: re.Match[str]) -> int | None:
    """How many whole months a LENGTH is; None where it is counted in days."""
    unit = match["unit"].removeprefix("个")
    if unit not in {"月", "年"} or match["count"] == "半":
        return None
    return whole(match["count"]) * (12 if unit == "年" else 1)
