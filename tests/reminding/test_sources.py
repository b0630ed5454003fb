"""Deadlines of employers, calendars of documents, working days."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.reminding.deadlines import deadline_in
from handlers.reminding.workdays import announced, first_open, is_working_day, working_day, working_days_after
from tests.reminding.chat import Chat


@pytest.mark.parametrize(
    ("month", "opens"),
    [((2026, 10), 8), ((2026, 5), 6), ((2026, 1), 4), ((2025, 2), 5), ((2026, 11), 1), ((2026, 8), 1)],
)
def test_enrolment_is_put_off_past_holidays_and_their_days_off(month: tuple[int, int], opens: int) -> None:
    assert first_open(date(*month, 1)) == date(*month, opens)


def test_working_days_know_the_weekends_that_are_worked() -> None:
    assert is_working_day(date(2026, 10, 10))
    assert not is_working_day(date(2026, 10, 8).replace(day=7))
    assert working_day(2026, 12, -1) == date(2026, 12, 31)
    assert working_day(2026, 10, 1) == date(2026, 10, 8)
    assert working_day(2026, 10, 40) is None
    assert working_days_after(date(2026, 9, 25), 20) == date(2026, 10, 29)


def test_a_year_that_is_not_announced_has_its_statutory_holidays() -> None:
    assert announced(2026)
    assert not announced(2050)
    assert first_open(date(2050, 10, 1)) > date(2050, 10, 1)


@pytest.mark.parametrize(
    ("year", "own", "deadline"),
    [
        (2026, None, date(2026, 12, 31)),
        (2026, (12, 15), date(2026, 12, 15)),
        (2026, (1, 15), date(2027, 1, 15)),
        (2026, (2, 29), date(2027, 2, 28)),
    ],
)
def test_a_deadline_early_in_the_year_closes_the_year_before(
    year: int, own: tuple[int, int] | None, deadline: date
) -> None:
    assert deadline_in(year, own) == deadline


def test_changde_enrolment_is_told_once_a_month_to_who_lacks_public_hours(chat: Chat) -> None:
    chat.at("2026-09-20 10:00")
    chat.say("缺", "我在常德工作")
    chat.say("够", "我在常德工作", "公需课学了30学时", "考过了")
    chat.say("外", "我在常州工作")
    assert "公需科目" not in str(chat.tick("2026-10-02 09:00"))
    assert list(chat.tick("2026-10-08 09:00")) == ["缺"]
    assert chat.tick("2026-10-09 09:00") == {}
    assert "报名" in chat.tick("2026-11-01 09:00")["缺"]


def test_enrolment_that_is_over_is_told_no_more(chat: Chat) -> None:
    chat.at("2026-11-20 10:00")
    chat.say("甲", "我在常德工作")
    assert "报名" in chat.tick("2026-12-03 12:00")["甲"]
    assert "报名" not in str(chat.tick("2027-01-20 12:00"))


def test_enrolment_of_a_year_whose_holidays_are_not_out_is_provisional(chat: Chat) -> None:
    chat.at("2050-09-20 10:00")
    chat.say("甲", "我在常德工作")
    day = first_open(date(2050, 10, 1))
    assert "还没有2050年的放假安排" in chat.tick(f"{day} 09:00")["甲"]


def test_recognition_is_told_to_who_ever_asked_about_a_senior_title(chat: Chat) -> None:
    chat.say("问", "我在常德工作", "明年评高级够不够", "我的目标是评中级职称")
    chat.say("志", "我在常德工作", "我的目标是评高级职称")
    chat.say("无", "我在常德工作")
    told = chat.tick("2027-06-01 09:00")
    assert {name for name, text in told.items() if "6月至7月" in text} == {"问", "志"}


def test_the_employers_deadline_replaces_the_years_end(chat: Chat) -> None:
    chat.at("2027-09-01 10:00")
    code = chat.employer("长", "测试设计院")
    chat.say("员", "我在常州工作", f"加入单位 {code}", "同意")
    chat.say("外", "我在常州工作")
    chat.say("长", "审核截止 12月15日")
    assert list(chat.tick("2027-09-16 09:00")) == ["员"]
    assert list(chat.tick("2027-10-02 09:00")) == ["外"]
    chat.say("长", "审核截止 12月1日")
    assert chat.tick("2027-10-02 20:00") == {}
    assert "12月1日" in chat.tick("2027-11-01 09:00")["员"]
    chat.say("员", "退出单位")
    assert set(chat.tick("2027-12-01 09:00")) == {"员", "外"}


def test_of_several_deadlines_the_earliest_holds(chat: Chat) -> None:
    chat.at("2027-09-01 10:00")
    for name, deadline in (("甲院", "12月15日"), ("乙院", "11月30日")):
        code = chat.employer(f"长{name}", name)
        chat.say(f"长{name}", f"审核截止 {deadline}")
        chat.say("员", *(("我在常州工作",) if name == "甲院" else ()), f"加入单位 {code}", "同意")
    assert "11月30日" in chat.tick("2027-10-31 09:00")["员"]
    assert chat.tick("2027-11-15 09:00") == {}


def test_a_rejected_entry_makes_short_again(chat: Chat) -> None:
    code = chat.employer("长", "测试设计院")
    chat.say("员", "我在常州工作", f"加入单位 {code}", "同意", "公需课考过一门", "今年独立出了一本专著")
    assert chat.tick("2026-12-01 09:00") == {}
    chat.say("长", "员那本专著不予认定，还没出版")
    assert list(chat.tick("2026-12-17 09:00")) == ["员"]
