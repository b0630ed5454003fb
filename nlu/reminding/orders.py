"""What a message about reminders wants: a new one, a list, a change, an end, some rest."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from nlu.phrases import any_of, table
from nlu.reminding.numerals import days_in, whole
from nlu.reminding.schedule import Order, Schedule
from nlu.reminding.times import When, find_when

_ROUNDS = 6  # of stripping words from either end
_MARKS = " ，。、；：！？…~～.!,“”\"'（）\n"


def order_of(text: str, today: date) -> Order:
    """The order in a normalised message that speaks of reminders."""
    text = _part("once_each").sub("每", text)
    when = find_when(text, today)
    if _act("list").search(text):
        return Order("list")
    if _part("quiet").search(text):
        return Order("quiet")
    if _act("resume").search(text) and when is None:
        return Order("resume")
    if moved := _moves(text):
        return _move(text[: moved.start()], text[moved.end() :], today)
    rest = without(text, when)
    if (found := _part("cancels").search(rest)) and not _asked_before(rest, found):
        return _end(text, rest, when, today)
    if _act("stop").search(text):
        return Order("stop")
    return _add(text, rest, when)


def _moves(text: str) -> re.Match[str] | None:
    """Words that change a reminder, not what is to be reminded of (提醒我把会改到周五)."""
    found = _part("moves").search(text)
    return None if found is None or _asked_before(text, found) else found


def _asked_before(text: str, found: re.Match[str]) -> bool:
    asked = _part("asked").search(text)
    return asked is not None and asked.end() <= found.start()


def reading_of_time(text: str, today: date) -> Order | None:
    """A bare time, as an answer to when; None where there is none."""
    when = find_when(text, today)
    return None if when is None else _timed("add", when, what_of(without(text, when)))


def without(text: str, when: When | None) -> str:
    """The text without the words for the time."""
    spans = when.spans if when else ()
    return "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in spans))


def what_of(rest: str) -> str:
    """What to remind of: what is left when the asking and the politeness are gone."""
    asked = max((match for each in _asks() for match in each.finditer(rest)), key=_weight, default=None)
    if asked is not None:
        rest = _trimmed(rest[asked.end() :]) or rest[: asked.start()]
    return _trimmed(rest)


def _weight(match: re.Match[str]) -> int:
    return match.end() - match.start()


def _trimmed(text: str) -> str:
    """Without filling words at either end."""
    for _ in range(_ROUNDS):
        shorter = _content("tail").sub("", _content("head").sub("", text.strip(_MARKS)).strip(_MARKS)).strip(_MARKS)
        if shorter == text:
            break
        text = shorter
    return text


def _add(text: str, rest: str, when: When | None) -> Order:
    if (counted := _part("counted").search(rest)) and whole(counted["count"]) > 1:
        return _spread(text, rest.replace(counted["times"], "", 1), when, counted)
    what = what_of(rest)
    if _part("digest").search(rest):
        return _timed("digest", when, "")
    if when is None:
        vague = _content_words().search(rest)
        return Order("add", what_of(_content_words().sub("", rest)), odd=vague[0] if vague else "")
    act = "snooze" if _part("again").search(text) and not what and not when.schedule.recurs else "add"
    return _timed(act, when, what)


def _spread(text: str, rest: str, when: When | None, counted: re.Match[str]) -> Order:
    """So many times: before a deadline they are spread over the weeks ahead of it, else it is asked when each is."""
    days = table("reminders")["spread"].get(str(whole(counted["count"])))
    if when is not None and len(when.schedule.times) == whole(counted["count"]):
        return _timed("add", when, what_of(rest))
    once = when is None or not when.schedule.recurs
    if days and once and _part("till_deadline").search(text):
        return Order("add", what_of(_part("till_deadline").sub("", rest)), Schedule(before=tuple(days)))
    return Order("add", what_of(rest), odd=counted["times"])


def _timed(act: str, when: When | None, what: str) -> Order:
    if when is None:
        return Order(act, what)
    return Order(act, what, when.schedule, clock_only=when.clock_only, loose=when.loose)


def _move(which: str, rest: str, today: date) -> Order:
    """把第二个提醒改到晚上八点, 每周四的改成每周五."""
    old, new = find_when(which, today), find_when(rest, today)
    return Order(
        "move",
        target_of(without(which, old)),
        new.schedule if new else None,
        numbers=_numbers(which),
        clock_only=bool(new and new.clock_only),
        loose=bool(new and new.loose),
        meant=old.schedule if old else None,
    )


def _end(text: str, rest: str, when: When | None, today: date) -> Order:
    """One of them is meant where it is named by its number, its words or its time; else all are, or a while of rest."""
    numbers, digest = _numbers(rest), bool(_part("digest").search(text))
    negative = _part("negative").search(rest)
    what = "" if digest else target_of(rest[negative.end() :] if negative else rest)
    if negative and not (numbers or digest or what):
        return _rest(text, when, today)
    if not (numbers or digest or what or when) and not _part("this").search(rest):
        return Order("stop")
    numbers = numbers if numbers or digest or what or when else (-1,)
    return Order("cancel", what, numbers=numbers, meant=when.schedule if when else None, digest=digest)


def _rest(text: str, when: When | None, today: date) -> Order:
    """今天别提醒了, 三天内别提醒我: nothing for a while; without a time for good."""
    span = _part("resting").search(text)
    if span is not None:
        return Order("snooze", schedule=Schedule(start=today + timedelta(days=days_in(span))))
    if when is None or when.schedule.start is None:
        return Order("cancel", meant=when.schedule) if when else Order("stop")
    later = timedelta(days=1) if when.schedule.start == today or "前" in text else timedelta()
    return Order("snooze", schedule=Schedule(start=when.schedule.start + later))


def _numbers(rest: str) -> tuple[int, ...]:
    found = tuple(whole(match["number"]) for match in _part("numbered").finditer(rest))
    return found or ((-1,) if _part("last").search(rest) and not target_of(rest) else ())


def target_of(text: str) -> str:
    """The words that tell which reminder is meant: 取消交材料那个提醒 is 交材料."""
    return _trimmed(_part("around").sub(" ", text)).replace(" ", "")


@cache
def _act(name: str) -> re.Pattern[str]:
    return any_of(table("reminders")["acts"][name])


@cache
def _part(name: str) -> re.Pattern[str]:
    return re.compile(table("reminders")["parts"][name], re.IGNORECASE)


@cache
def _asks() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in table("reminders")["content"]["asks"])


@cache
def _content(name: str) -> re.Pattern[str]:
    return re.compile(table("reminders")["content"][name], re.IGNORECASE)


@cache
def _content_words() -> re.Pattern[str]:
    return re.compile(table("reminders")["vague"]["words"])
