"""Times are read whole and placed on the right days; what is no time is left alone; a day more or less is no detail."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.dimensions.calendar import Cycle, festivals, index_of, whole
from nlu.dimensions.time import find_times
from nlu.dimensions.time_grammar import RULES
from nlu.dimensions.time_when import When, YearFrom
from nlu.text import normalise
from tests.nlu.dimension_corpus import corpus, only, phrasings, spoken

_CORPUS = corpus("time.toml")
_TODAY: date = _CORPUS["today"]
_WORDS = (
    "24",
    "6",
    "18",
    "31",
    "0",
    "2024",
    "季度",
    "学期",
    "国庆",
    "春节",
    "最近",
    "以来",
    "期间",
    "同年",
    "暑假",
    "下午",
    "发表",
)
_PIECES = st.sampled_from((*"今去前明后年月日号周一二三十初底中旬上下半到、和-./的近几天个，。第每刚\n", *_WORDS))
_DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def _flags(when: When) -> set[str]:
    flags = {name for name in ("exact", "vague", "future") if getattr(when, name)}
    flags |= {"elsewhere"} if when.relative_to_context else set()
    return flags | ({"past"} if when.year_from is YearFrom.PAST else set())


@pytest.mark.parametrize(("example", "text"), list(phrasings(_CORPUS)), ids=lambda value: str(value)[:24])
def test_a_time_means_its_days(example: dict[str, Any], text: str) -> None:
    typed, meant = spoken(text)
    when: When = only(find_times(typed, example.get("today", _TODAY)), typed, meant).value
    assert [when.period.start, when.period.end] == example["span"]
    assert when.grain == example["grain"]
    assert _flags(when) == set(example.get("flags", ()))
    if "days" in example:
        assert when.days == Decimal(example["days"])


@pytest.mark.parametrize("row", _CORPUS["several"], ids=lambda row: row["text"][:12])
def test_several_times_are_told_apart(row: dict[str, Any]) -> None:
    found = find_times(normalise(row["text"]), _TODAY)
    assert [[each.value.period.start, each.value.period.end] for each in found] == row["times"]


@pytest.mark.parametrize("text", _CORPUS["negative"]["texts"])
def test_no_time_is_seen_where_none_is_said(text: str) -> None:
    assert find_times(normalise(text), _TODAY) == []


@given(st.lists(_PIECES, max_size=14).map("".join), _DAYS)
def test_any_heap_of_time_words_is_survived(text: str, today: date) -> None:
    last = 0
    for mention in find_times(text, today):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= last
        assert mention.value.period.start <= mention.value.period.end
        last = mention.end


@given(st.text(max_size=60), _DAYS)
def test_any_text_is_survived(text: str, today: date) -> None:
    find_times(normalise(text), today)


@given(st.integers(1, 12), st.integers(1, 28), _DAYS)
def test_a_day_without_a_year_is_never_ahead_nor_over_a_year_ago(month: int, day: int, today: date) -> None:
    (found,) = find_times(f"{month}月{day}号", today)
    assert today - timedelta(days=366) < found.value.period.start <= today
    assert not found.value.future


@given(st.integers(0, 6), _DAYS)
def test_last_weeks_days_lie_in_last_week(weekday: int, today: date) -> None:
    (found,) = find_times(f"上周{'一二三四五六日'[weekday]}", today)
    day = found.value.period.start
    assert day.weekday() == weekday
    assert index_of(Cycle.WEEK, day) == index_of(Cycle.WEEK, today) - 1


@given(st.integers(1995, 2040), st.integers(1, 12), _DAYS)
def test_a_said_month_does_not_depend_on_today(year: int, month: int, today: date) -> None:
    (found,) = find_times(f"{year}年{month}月", today)
    assert found.value.period.start == date(year, month, 1)
    assert (found.value.period.end + timedelta(days=1)).day == 1
    assert found.value.future == (date(year, month, 1) > today)


@given(st.sampled_from(list(Cycle)), _DAYS)
def test_units_hold_their_days(cycle: Cycle, day: date) -> None:
    span = whole(cycle, index_of(cycle, day))
    assert span is not None
    assert span.start <= day <= span.end


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_every_rule_is_met_in_the_corpus() -> None:
    used: set[str] = set()
    texts = [(text, example.get("today", _TODAY)) for example, text in phrasings(_CORPUS)]
    texts += [(row["text"], _TODAY) for row in _CORPUS["several"]]
    for text, today in texts:
        for mention in find_times(spoken(text)[0], today):
            used.update(mention.rule.replace("→", "+").replace("…", "+").split("+"))
    assert {rule.name for rule in RULES} - used == set()


def test_festivals_fall_in_their_season() -> None:
    for year in range(1990, 2050):
        spring, autumn = festivals()["春节"].in_year(year), festivals()["中秋"].in_year(year)
        assert spring is not None
        assert autumn is not None
        assert date(year, 1, 21) <= spring.start <= date(year, 2, 20)
        assert date(year, 9, 7) <= autumn.start <= date(year, 10, 8)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12月15日", date(2026, 12, 15)),
        ("11月15日", date(2027, 11, 15)),
        ("25号", date(2026, 11, 25)),
        ("3月", date(2027, 3, 1)),
    ],
)
def test_deadlines_are_read_forward(text: str, day: date) -> None:
    (found,) = find_times(text, _TODAY, forward=True)
    assert found.value.period.start == day


def test_a_clock_beyond_any_life_tells_nothing() -> None:
    assert find_times("去年6月", date(9999, 12, 31)) == []


def test_no_pattern_holds_a_capturing_group() -> None:
    # the rule that matched is told by the number of its group
    assert [rule.name for rule in RULES if re.compile(rule.pattern).groups] == []
