"""Times of day: 早上9点, 下午三点半, 15:30, 晚上八点一刻, 明晚, 中午."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time
from functools import cache

from nlu.phrases import table
from nlu.reminding.numerals import NUMBER, whole


@cache
def _parts() -> dict[str, list[int]]:
    """From which hour on a part of the day reaches, and the hour and the minute that it means by itself."""
    parts: dict[str, list[int]] = table("reminders")["day_parts"]
    return parts


_WITH_BORDERS = {
    "一早": "(?<![周期拜])一早",
    "夜晚": "夜晚(?!上)",
    "夜": f"(?<=[夕天日号安])夜(?={NUMBER}点)",
    "早": "(?<!最)早",
    "晚": "(?<![最不])晚(?!于)",
}


@cache
def _clock() -> re.Pattern[str]:
    part = "|".join(_WITH_BORDERS.get(each, each) for each in sorted(_parts(), key=len, reverse=True))
    return re.compile(
        rf"(?P<part>{part})?(?:的|，| )?(?:"
        rf"(?<![周期拜])(?P<hour>{NUMBER}) ?(?:点钟?|时(?!候|间|区)|:(?=\d\d)|：(?=\d\d))"
        rf"(?:(?P<half>半)|(?P<quarter>[一三1-3])刻钟?|(?P<minute>{NUMBER})(?![0-9一二三四五六七八九十])(?:分钟?)?(?![号日天个月周点时:：]))?整?"
        rf")|(?P<alone>{part})(?!点|[考走退教班培])(?:之后|以后|后(?!天))?"
    )


_NEIGHBOURS = re.compile("(?:、|和|跟|与|及|还有|以及|，| )?")
NOON, UNMARKED = 12, 7  # before 7 nobody means the morning who does not say so
NIGHT_PARTS = frozenset(
    {"晚上", "晚间", "夜里", "夜间", "半夜", "深夜", "晚", "睡前", "睡觉前", "夜晚", "晚黑", "大半夜", "大晚上", "夜"}
)
_A_BIT = ("早", "晚")
LAST_OF_NIGHT = 4
_NEAR = 90  # minutes
EVENING = time(17)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day that was named, and where. `next_day`: after midnight of the night that was meant; `loose`: 8点
    may be the morning's or the evening's; `by`: where it is said how much earlier than the hour named it is."""

    time: time
    start: int
    end: int
    next_day: bool = False
    loose: bool = False
    by: tuple[int, int] | None = None


def find_clocks(text: str) -> list[Clock]:
    """All times of day in a text; 25点 is none. 早上6点、7点 are both of the morning."""
    found: list[Clock] = []
    part = ""
    for match in _clock().finditer(text):
        joined = bool(found) and _NEIGHBOURS.fullmatch(text, found[-1].end, match.start()) is not None
        clock = _of_same_part(match, part, found[-1]) if joined and part and not match["part"] else None
        clock = clock or _read(match, match["part"])
        part = match["part"] or (part if joined else "")
        if match["alone"] and found and found[-1].end == match.start() and not _is_part(found[-1], text):
            continue  # 5点下班: what is at that hour
        if clock and found and _narrows(clock, found[-1], text):
            clock = replace(clock, start=found.pop().start)
        found += [clock] if clock else []
    return _together(text, found)


def _together(text: str, clocks: list[Clock]) -> list[Clock]:
    """晚上提醒我，9点 is one hour, whose part of the day stands elsewhere."""
    if len(clocks) != 2 or not clocks[1].loose or text[clocks[0].start : clocks[0].end] not in _parts():
        return clocks
    part, hour = text[clocks[0].start : clocks[0].end], clocks[1].time
    if _NEIGHBOURS.fullmatch(text, clocks[0].end, clocks[1].start):
        return clocks
    meant = hour.replace(hour=_of_day(hour.hour, part) % 24)
    return [replace(clock, time=meant, loose=False) for clock in clocks]


def _narrows(clock: Clock, last: Clock, text: str) -> bool:
    """今晚睡觉前 and 早上上班前 are one hour, 早晚 are two; of 5点下班 the first is the hour."""
    if not _is_part(last, text):
        return False
    apart = abs(60 * (clock.time.hour - last.time.hour) + clock.time.minute - last.time.minute)
    return clock.start == last.end and (min(clock.time, last.time) >= EVENING or 0 < apart <= _NEAR)


def _is_part(clock: Clock, text: str) -> bool:
    """Whether no hour was named, but a part of the day."""
    return text[clock.start : clock.end] in _parts()


def _of_same_part(match: re.Match[str], part: str, last: Clock) -> Clock | None:
    """The hour as one of the same part of the day, where it is a later one of it."""
    clock = None if match["alone"] else _read(match, part)
    return clock if clock and clock.time > last.time and not clock.next_day else None


def _read(match: re.Match[str], part: str | None) -> Clock | None:
    if match["alone"]:
        return Clock(_alone(match["alone"]), match.start(), match.end())
    if part in _A_BIT and match["hour"] == "一" and match[0].endswith("点"):  # 早一点
        return None
    hour = whole(match["hour"])
    minute = 30 if match["half"] else 15 * whole(match["quarter"]) if match["quarter"] else _minute(match["minute"])
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    next_day = hour == 24 or (part in NIGHT_PARTS and (hour == NOON or hour <= LAST_OF_NIGHT))
    loose = part is None and UNMARKED <= hour <= NOON and ":" not in match[0]
    return Clock(time(_of_day(hour, part) % 24, minute), match.start(), match.end(), next_day, loose)


def _alone(part: str) -> time:
    hour, minute = (*_parts()[part][1:], 0)[:2]
    return time(hour, minute)


def _minute(text: str | None) -> int:
    return whole(text) if text else 0


def _of_day(hour: int, part: str | None) -> int:
    """The hour of 24. Without a part of the day 1 to 6 are the afternoon's."""
    if part is None:
        return hour + NOON if 0 < hour < UNMARKED else hour
    if part == "凌晨" or (part in NIGHT_PARTS and (hour == NOON or hour <= LAST_OF_NIGHT)):
        return hour % NOON
    return hour + NOON if _parts()[part][0] >= NOON - 1 and 0 < hour < _parts()[part][0] - 2 else hour
