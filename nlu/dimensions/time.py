"""Time expressions: `find_times(text, today)`."""

from __future__ import annotations

import re
from datetime import date

from nlu.dimensions.time_when import Grain, When, YearFrom
from nlu.mention import Mention
from policies.facts import Period

_TIME = re.compile(
    r"(?P<year>(?P<word>今年|去年|前年|明年)|(?P<long>20\d\d) ?年?|(?P<short>[012]\d)年)?"
    r"(?:(?P<month>1[0-2]|[1-9])月份?)?"
)
_WORDS = {"今年": 0, "去年": -1, "前年": -2, "明年": 1}


def _year(match: re.Match[str], today: date) -> int | None:
    if match["word"]:
        return today.year + _WORDS[match["word"]]
    if match["long"]:
        return int(match["long"])
    return 2000 + int(match["short"]) if match["short"] else None


def _read(match: re.Match[str], today: date) -> When:
    year = _year(match, today)
    if not match["month"]:
        year = year or today.year
        return When(Period(date(year, 1, 1), date(year, 12, 31)), Grain.YEAR, future=year > today.year)
    month = int(match["month"])
    said = YearFrom.SAID if year else YearFrom.PAST
    year = year or (today.year if month <= today.month else today.year - 1)
    end = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
    period = Period(date(year, month, 1), date.fromordinal(end))
    return When(period, Grain.MONTH, future=period.start > today, year_from=said)


def find_times(text: str, today: date) -> list[Mention[When]]:
    """Every time expression of the text, from left to right."""
    return [
        Mention("time", match.start(), match.end(), match[0], _read(match, today), "thin")
        for match in _TIME.finditer(text)
        if match[0]
    ]
