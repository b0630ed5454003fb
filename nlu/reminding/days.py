"""Days to come: 明天, 三天后, 下下周一, 12月1号, 下个月15号, 月底, 国庆前两天, 本月最后一个工作日, 审核前一周.

A day that is named without its month or year is the next such day. Where the year or the month is named it may be
past, which is left to whoever answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from nlu.reminding import day_words as words
from nlu.reminding.ahead import AFTER, BEFORE, Place, ahead_of, shifted
from nlu.reminding.day_forms import Read, forms
from nlu.reminding.numerals import NUMBER, whole
from nlu.reminding.schedule import Schedule

_FROM_DEADLINE = frozenset(
    {words.ahead_of_deadline, words.working_days_ahead, words.on_deadline, words.some_time_ahead}
)
_WORKING_DAYS_ON = re.compile(
    rf"(?:节|假期)?(?:{AFTER}|(?P<before>{BEFORE}))"
    rf"(?:(?:倒数)?第 ?(?P<nth>{NUMBER})个?|(?:头一|首|最后一?)个?|(?P<count>{NUMBER})个)工作日"
)
MOST_WORKING_DAYS = 250


@dataclass(frozen=True, slots=True)
class Said:
    """A schedule that was read, without its hours, and the places of the text that said it; `form` names the function
    that read it."""

    schedule: Schedule
    spans: tuple[Place, ...]
    form: str = ""

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[0][1]


def find_day(text: str, today: date, end: int | None = None) -> Said | None:
    """The day that a text names, up to `end`, by the first of the forms that fits; so many days before or after it if
    that is said."""
    for pattern, read in forms():
        for match in pattern.finditer(text, 0, len(text) if end is None else end):
            if found := _after_another(match, read, today) or _read(match, read, today, today):
                return found
    return None


def _after_another(match: re.Match[str], read: Read, today: date) -> Said | None:
    """清明三天后: three days after another day, whose words stand right before."""
    if read is not words.after or not match.start():
        return None
    found = find_day(match.string, today, match.start())
    return found if found and found.end == match.end() else None


def day_at(text: str, start: int, today: date, earliest: date) -> Said | None:
    """The day that is named at that place of a text, not before `earliest` where it names no month or year."""
    for pattern, read in forms():
        match = pattern.match(text, start)
        if match and (found := _read(match, read, today, earliest)):
            return found
    return None


def _read(match: re.Match[str], read: Read, today: date, earliest: date) -> Said | None:
    text, (start, end) = match.string, match.span()
    if read in _FROM_DEADLINE:
        found = None if _is_dated(match, today) else read(match, today, today)
        return Said(found, (match.span(),)) if found else None
    before = ahead_of(text, start, end)
    found = read(match, today, earliest + timedelta(days=before.days))
    if found is None:
        return None
    if (on := _WORKING_DAYS_ON.match(text, end)) and found.start is not None:
        return Said(Schedule(start=found.start, workdays=_how_many(on)), ((start, on.end()),), read.__name__)
    places = before.places
    if places and places[0][0] == end:  # what follows at once is part of the words for the day
        end, places = places[0][1], places[1:]
    moved = shifted(found, before.days)
    return Said(moved, ((start, end), *places), read.__name__) if moved else None


def _is_dated(match: re.Match[str], today: date) -> bool:
    """12月8号报名截止: a deadline whose day is named right before, which is not the year's."""
    clause = re.split("[，。；！？\n]", match.string[: match.start()])[-1]
    return find_day(clause, today) is not None


def _how_many(on: re.Match[str]) -> int:
    """Working days after, before where negative."""
    said = on["nth"] or on["count"]
    count = min(max(whole(said), 1), MOST_WORKING_DAYS) if said else 1
    return -count if on["before"] else count
