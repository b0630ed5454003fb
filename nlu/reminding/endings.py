"""Orders that end reminders: one that is named, all of them, or a while of rest."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from nlu.phrases import table
from nlu.reminding.content import part, target_of
from nlu.reminding.day_words import weeks_ahead
from nlu.reminding.months import months_on
from nlu.reminding.numerals import days_in, whole
from nlu.reminding.schedule import Order, Schedule
from nlu.reminding.times import When, find_when, without


def end_of(text: str, rest: str, when: When | None, today: date) -> Order:
    """One of them is meant where it is named by its number, its words or its time; else all are, or a while of rest."""
    numbers, digest = places_in(rest), bool(part("digest").search(text))
    negative = part("negative").search(rest)
    what = "" if digest else target_of(rest[negative.end() :] if negative else rest)
    named, this = bool(numbers or digest or what), part("this").search(rest) is not None
    if negative and not named and not this:
        return rest_of(text, when, today)
    every = part("all").search(rest) is not None
    if not (named or when or this):
        return Order("stop", every=every)
    return Order(
        "cancel",
        what,
        numbers=numbers if named or when else (-1,),
        meant=when.schedule if when else None,
        digest=digest,
        every=every,
    )


def choice_of(text: str, today: date) -> Order:
    """Which of several is meant by an answer: 第二个, 10号那个, 交材料那个, 都是."""
    when = find_when(text, today)
    rest = without(text, when)
    number = whole(text) if text.isdecimal() else 0
    return Order(
        "choose",
        target_of(part("chosen").sub("", rest)),
        numbers=(number,) if number else places_in(rest),
        meant=when.schedule if when else None,
        every=part("all").search(rest) is not None,
    )


def rest_of(text: str, when: When | None, today: date) -> Order:
    """今天别提醒了, 三天内别提醒我, 这周别提醒了: nothing for a while; without a time for good."""
    span = part("resting").search(text)
    days = days_in(span) if span is not None else 0 if when else _some_days(text)
    if days:
        return Order("snooze", schedule=Schedule(start=today + timedelta(days=days)))
    goes_on = part("goes_on").search(text) is not None  # 下周再说: then, not after it
    if period := part("period").search(text):
        return Order("snooze", schedule=Schedule(start=_border(period, today, after=not goes_on)))
    if when is None or when.schedule.start is None:
        return Order("cancel", meant=when.schedule) if when else Order("stop")
    return Order("snooze", schedule=Schedule(start=when.schedule.start + timedelta(days=0 if goes_on else 1)))


def _some_days(text: str) -> int:
    """How long a while without a number is, 0 where none is named."""
    return next((days for words, days in _rests() if words.search(text)), 0)


@cache
def _rests() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(words), days) for words, days in table("reminders")["rests"].items())


def _border(period: re.Match[str], today: date, *, after: bool) -> date:
    """The first day of this or the next week or month, or the first one after it."""
    ahead = weeks_ahead(period["which"]) + after
    if period["unit"] == "月":
        return months_on(today.replace(day=1), ahead)
    return today - timedelta(days=today.weekday()) + timedelta(days=7 * ahead)


def places_in(rest: str) -> tuple[int, ...]:
    """The places in the list that are named, −1 for the last one spoken of."""
    found = tuple(whole(match["number"]) for match in part("numbered").finditer(rest))
    return found or ((-1,) if part("last").search(rest) and not target_of(rest) else ())
