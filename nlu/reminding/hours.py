"""Times of day: 早上9点, 下午三点半, 15:30, 晚上八点一刻, 明晚, 中午."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from nlu.reminding.numerals import NUMBER, whole

_PARTS = {
    "凌晨": (0, 6),
    "清晨": (5, 8),
    "清早": (5, 8),
    "大早": (5, 8),
    "一早": (5, 9),
    "早晨": (5, 9),
    "早上": (5, 9),
    "早": (5, 9),
    "上午": (6, 9),
    "中午": (11, 12),
    "正午": (11, 12),
    "午间": (11, 12),
    "午后": (12, 14),
    "下午": (12, 14),
    "傍晚": (16, 18),
    "晚上": (17, 20),
    "晚间": (17, 20),
    "夜里": (18, 22),
    "夜间": (18, 22),
    "半夜": (18, 22),
    "深夜": (18, 22),
    "睡前": (18, 21),
    "晚": (17, 20),
    "下班前": (12, 17),
    "下班": (12, 18),
    "上班": (6, 9),
}  # from which hour on it reaches, and the hour that it means by itself
_PART = "|".join(sorted(_PARTS, key=len, reverse=True)).replace("一早", "(?<![周期拜])一早")
_CLOCK = re.compile(
    rf"(?P<part>{_PART})?(?:的|，| )?(?:"
    rf"(?P<hour>{NUMBER}) ?(?:点钟?|时(?!候|间|区)|:(?=\d\d)|：(?=\d\d))"
    rf"(?:(?P<half>半)|(?P<quarter>[一三1-3])刻|(?P<minute>{NUMBER})(?:分钟?)?(?![号日天个月周]))?整?"
    rf")|(?P<alone>{_PART})(?!点|[考走退教班培])"
)
NOON, UNMARKED = 12, 7  # before 7 nobody means the morning who does not say so
NIGHT_PARTS = frozenset({"晚上", "晚间", "夜里", "夜间", "半夜", "深夜", "晚", "睡前"})
LAST_OF_NIGHT = 4


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day that was named, and where. `next_day`: after midnight of the night that was meant; `loose`: 8点
    may be the morning's or the evening's."""

    time: time
    start: int
    end: int
    next_day: bool = False
    loose: bool = False


def find_clocks(text: str) -> list[Clock]:
    """All times of day in a text; 25点 is none."""
    return [clock for match in _CLOCK.finditer(text) if (clock := _read(match))]


def _read(match: re.Match[str]) -> Clock | None:
    if match["alone"]:
        return Clock(_alone(match["alone"]), match.start(), match.end())
    hour, part = whole(match["hour"]), match["part"]
    minute = 30 if match["half"] else 15 * whole(match["quarter"]) if match["quarter"] else _minute(match["minute"])
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    next_day = hour == 24 or (part in NIGHT_PARTS and (hour == NOON or hour <= LAST_OF_NIGHT))
    loose = part is None and UNMARKED <= hour <= NOON and ":" not in match[0]
    return Clock(time(_of_day(hour, part) % 24, minute), match.start(), match.end(), next_day, loose)


def _alone(part: str) -> time:
    return time(17, 30) if part == "下班前" else time(_PARTS[part][1])


def _minute(text: str | None) -> int:
    return whole(text) if text else 0


def _of_day(hour: int, part: str | None) -> int:
    """The hour of 24. Without a part of the day 1 to 6 are the afternoon's."""
    if part is None:
        return hour + NOON if 0 < hour < UNMARKED else hour
    if part in NIGHT_PARTS and (hour == NOON or hour <= LAST_OF_NIGHT):
        return hour % NOON
    return hour + NOON if _PARTS[part][0] >= NOON - 1 and 0 < hour < _PARTS[part][0] - 2 else hour
