"""The table of feasts that move is that of the library which holidays come from."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from nlu.phrases import table

YEARS = range(2026, 2061)
MOVING: dict[str, list[date]] = dict(table("moving"))
OF_LIBRARY = {
    "春节": "Chinese New Year (Spring Festival)",
    "清明": "Tomb-Sweeping",
    "端午": "Dragon Boat",
    "中秋": "Mid-Autumn",
}


@pytest.mark.parametrize("name", OF_LIBRARY)
def test_feasts_fall_where_the_library_says(name: str) -> None:
    known = holidays.country_holidays("CN", years=YEARS, observed=False, language="en_US")
    found: dict[int, date] = {}
    for day in sorted(known):
        if OF_LIBRARY[name] in known[day]:
            found.setdefault(day.year, day)
    assert [found[year] for year in YEARS] == MOVING[name]


def test_the_others_are_counted_from_the_new_year_or_keep_to_their_season() -> None:
    assert [day - timedelta(days=1) for day in MOVING["春节"]] == MOVING["除夕"]
    assert [day + timedelta(days=14) for day in MOVING["春节"]] == MOVING["元宵"]
    assert all((day.month, day.day) in {(12, 21), (12, 22)} for day in MOVING["冬至"])
    assert all(day.month in {10, 11} for day in MOVING["重阳"])
    assert {len(days) for days in MOVING.values()} == {len(YEARS)}
