"""China's working days: the official list with its moved days off (调休), and a provisional one before it is out.

`chinesecalendar` knows exactly the years that the State Council has announced, `holidays` projects later ones. Both
are loaded on first use only.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=4096)
def is_day_off(day: date) -> bool:
    """Whether a statutory holiday or a day off moved to it falls on that day; a plain weekend is no such day."""
    if announced(day.year):
        import chinese_calendar  # noqa: PLC0415

        off, holiday = chinese_calendar.get_holiday_detail(day)
        return bool(off and holiday)
    return day in _projected(day.year)


@lru_cache(maxsize=4096)
def is_working_day(day: date) -> bool:
    """Whether offices are open: weekdays that are no day off, and weekends that are worked for a holiday's sake."""
    if announced(day.year):
        import chinese_calendar  # noqa: PLC0415

        return bool(chinese_calendar.is_workday(day))
    return day.isoweekday() <= 5 and not is_day_off(day)


@lru_cache(maxsize=64)
def announced(year: int) -> bool:
    """Whether the year's holidays have been announced; before that everything about them is provisional."""
    import chinese_calendar  # noqa: PLC0415

    try:
        chinese_calendar.get_holiday_detail(date(year, 10, 1))
    except NotImplementedError:
        return False
    return True


def first_open(day: date) -> date:
    """The day itself, or the first one after the holiday that it falls in."""
    while is_day_off(day):
        day += timedelta(days=1)
    return day


def working_day(year: int, month: int, ordinal: int) -> date | None:
    """The how-manieth working day of a month, −1 the last; None where there are not so many."""
    first = date(year, month, 1)
    days = [day for at in range(31) if (day := first + timedelta(days=at)).month == month and is_working_day(day)]
    at = ordinal - 1 if ordinal > 0 else ordinal
    return days[at] if -len(days) <= at < len(days) else None


def working_days_after(day: date, count: int) -> date:
    """The day on which so many working days after `day` have passed; before it where negative."""
    step = 1 if count > 0 else -1
    while count:
        day += timedelta(days=step)
        count -= step * is_working_day(day)
    return day


@lru_cache(maxsize=16)
def _projected(year: int) -> frozenset[date]:
    import holidays  # noqa: PLC0415

    return frozenset(holidays.country_holidays("CN", years=year))
