"""What a message about reminders wants: a new one, a list, a change, an end, some rest."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from nlu.phrases import any_of, table
from nlu.reminding.content import part, spoken_plainly, target_of, what_of
from nlu.reminding.endings import end_of, places_in, rest_of
from nlu.reminding.numerals import whole
from nlu.reminding.own_times import of_the_reminder
from nlu.reminding.schedule import Order, Schedule
from nlu.reminding.shifts import shift_in, shift_words
from nlu.reminding.times import NOTHING_READ, When, find_when, without
from nlu.reminding.unread import unread_of, without_unread

_VERB_AGAIN = re.compile("(([一-龥])[^一了来]{1,3})\\2$")
"""吃药吃 is left of 吃药吃到月底."""
_AHEAD_OF_DAY = re.compile("提[前早][^，。]{1,6}(?:提醒|通知|[叫喊])")
_PERIODS = {
    "周": Schedule("week", weekdays=(1,)),
    "月": Schedule("month", days=(1,)),
    "日": Schedule("day"),
    "天": Schedule("day"),
}


def order_of(text: str, today: date) -> Order:
    """The order in a normalised message that speaks of reminders."""
    text = spoken_plainly(text)
    when = find_when(text, today)
    if told := _told_by_its_words(text, when):
        return Order(told)
    if moved := _moves(text):
        return _move(text[: moved.start()], text[moved.end() :], today)
    shift = _shifts(text, when)
    if shift and part("also").search(text):
        return Order("also", shift=shift)
    if shift:
        every = part("all").search(text) is not None
        return Order("move", target_of(shift_words().sub("", text)), numbers=places_in(text), shift=shift, every=every)
    rest = without(text, when)
    if (found := part("cancels").search(rest)) and not _asked_before(rest, found):
        return end_of(text, rest, when, today)
    if _act("stop").search(text):
        return rest_of(text, when, today)
    return _add(text, rest, when, today)


def _told_by_its_words(text: str, when: When | None) -> str:
    """The acts that need nothing but their words."""
    if _act("list").search(text):
        return "list"
    if part("quiet").search(text):
        return "quiet"
    return "resume" if _act("resume").search(text) and when is None else ""


def _moves(text: str) -> re.Match[str] | None:
    """Words that change a reminder, not what is to be reminded of (提醒我把会改到周五)."""
    found = part("moves").search(text)
    return None if found is None or _asked_before(text, found) else found


def _shifts(text: str, when: When | None) -> int:
    """By how much a reminder that stands is moved (交材料的提醒推迟两天), not how long before (提前两天提醒我)."""
    dated = when is not None and when.schedule.start is not None and _AHEAD_OF_DAY.search(text)
    return 0 if dated or part("asked").search(text) else shift_in(text)


def _asked_before(text: str, found: re.Match[str]) -> bool:
    asked = part("asked").search(text)
    return asked is not None and asked.end() <= found.start()


def reading_of_time(text: str, today: date) -> Order | None:
    """A bare time, as an answer to when; None where there is none."""
    text = spoken_plainly(text)
    when = find_when(text, today)
    if when is not None and (odd := unread_of(text, when, today)):
        return Order("add", odd=odd)
    return None if when is None else _timed("add", when, what_of(without(text, when)))


def _add(text: str, rest: str, when: When | None, today: date) -> Order:
    if (counted := part("counted").search(rest)) and whole(counted["count"]) > 1:
        return _spread(text, rest.replace(counted["times"], "", 1), when, counted)
    what = what_of(rest)
    if when is not None and when.schedule.until:
        what = _VERB_AGAIN.sub(r"\1", what)
    if when is not None and (odd := unread_of(text, when, today)):
        kind = "digest" if part("digest").search(rest) else "add"
        return Order(kind, "" if kind == "digest" else what_of(without_unread(text, when, today)), odd=odd)
    if part("digest").search(rest):
        return digest_of(_timed("digest", when, ""), rest)
    if when is None:
        return _untimed(rest, today)
    if not what_of(part("also").sub("", rest)) and part("also").search(rest):
        return _timed("also", when, "")
    act = "snooze" if part("again").search(text) and not what and not when.schedule.recurs else "add"
    return _timed(act, when, what)


def _untimed(text: str, today: date) -> Order:
    """One whose time is not known, with the words that stand there instead."""
    if vague := _content_words().search(of_the_reminder(text, today)):
        return Order("add", what_of(text[: vague.start()] + text[vague.end() :]), odd=vague[0])
    return Order("add", what_of(without_unread(text, NOTHING_READ, today)), odd=unread_of(text, NOTHING_READ, today))


def _spread(text: str, rest: str, when: When | None, counted: re.Match[str]) -> Order:
    """So many times: before a deadline they are spread over the weeks ahead of it, else it is asked when each is."""
    days = table("reminders")["spread"].get(str(whole(counted["count"])))
    if when is not None and whole(counted["count"]) in {len(when.schedule.times), 1 + len(when.more)}:
        return _timed("add", when, what_of(rest))
    once = when is None or not when.schedule.recurs
    if days and once and part("till_deadline").search(text):
        return Order("add", what_of(part("till_deadline").sub("", rest)), Schedule(before=tuple(days)))
    return Order("add", what_of(rest), odd=counted["times"])


def _timed(act: str, when: When | None, what: str) -> Order:
    if when is None:
        return Order(act, what)
    return Order(act, what, when.schedule, clock_only=when.clock_only, loose=when.loose, more=when.more)


def digest_of(order: Order, rest: str) -> Order:
    """Progress comes again and again: 周报 every week, on Monday where no day is said; 月报 every month."""
    schedule = order.schedule
    if schedule is None and (period := part("periodical").search(rest)):
        return replace(order, schedule=_PERIODS[period[0][0]])
    return replace(order, schedule=recurring(schedule) if schedule else None)


def recurring(schedule: Schedule) -> Schedule:
    """周一 said of what comes every week."""
    if schedule.recurs or not (schedule.weekdays or schedule.days) or schedule.ordinal:
        return schedule
    every = "week" if schedule.weekdays else "month"
    return Schedule(every, weekdays=schedule.weekdays, days=schedule.days, times=schedule.times)


def _move(which: str, rest: str, today: date) -> Order:
    """把第二个提醒改到晚上八点, 每周四的改成每周五."""
    old, new = find_when(which, today), find_when(rest, today)
    odd = unread_of(rest, new, today) if new else ""
    new = None if odd else new
    return Order(
        "move",
        target_of(without(which, old)),
        new.schedule if new else None,
        numbers=places_in(which),
        clock_only=bool(new and new.clock_only),
        loose=bool(new and new.loose),
        meant=old.schedule if old else None,
        digest=part("digest").search(which) is not None,
        odd=odd,
        every=part("all").search(which) is not None,
    )


@cache
def _act(name: str) -> re.Pattern[str]:
    return any_of(table("reminders")["acts"][name])


@cache
def _content_words() -> re.Pattern[str]:
    return re.compile(table("reminders")["vague"]["words"])
