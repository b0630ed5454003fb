"""The plan before the deadline: whom it tells, when, and what neither clocks nor downtime may change."""

from __future__ import annotations

import pytest

from tests.reminding.chat import Chat

COMPLETE = ("公需课考过一门", "今年独立出了一本专著")


def test_who_is_short_is_told_at_nine_on_each_day_of_the_plan(chat: Chat) -> None:
    chat.at("2026-09-01 10:00")
    chat.say("甲", "我在常州工作")
    days = ("10-02", "11-01", "12-01", "12-17", "12-24", "12-28", "12-30")
    for day in days:
        assert chat.tick(f"2026-{day} 08:59") == {}
        assert "还差90学时" in chat.tick(f"2026-{day} 09:00")["甲"]
        assert chat.tick(f"2026-{day} 09:01") == {}
    assert chat.tick("2026-12-31 23:00") == {}


def test_it_names_what_is_missing_the_quickest_way_and_the_articles(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "公需课考过一门")
    told = chat.tick("2026-12-01 09:00")["甲"]
    assert "还有30天" in told
    assert "还差60学时（专业60）" in told
    assert "最快的办法" in told
    assert "常人社职〔2024〕1号" in told


def test_who_is_complete_or_has_no_region_is_not_told(chat: Chat) -> None:
    chat.say("满", "我在常州工作", *COMPLETE)
    chat.say("无", "你好")
    chat.say("差", "我在常州工作")
    assert list(chat.tick("2026-12-01 09:00")) == ["差"]


def test_who_becomes_short_again_is_told(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", *COMPLETE)
    assert chat.tick("2026-12-01 09:00") == {}
    chat.say("甲", "撤销")
    assert list(chat.tick("2026-12-17 09:00")) == ["甲"]


def test_only_what_is_due_after_somebody_is_known_counts(chat: Chat) -> None:
    chat.at("2026-12-01 09:30")
    chat.say("甲", "我在常州工作")
    assert chat.tick("2026-12-01 10:00") == {}


def test_downtime_leads_to_one_message(chat: Chat) -> None:
    chat.at("2026-09-01 10:00")
    chat.say("甲", "我在常州工作", "每周三提醒我看书")
    told = chat.tick("2026-12-20 15:00")["甲"]
    assert told.count("还差") == 1
    assert told.count("看书") == 1
    assert "还有11天" in told


@pytest.mark.parametrize("night", ["2026-12-17 22:00", "2026-12-18 03:00", "2026-12-18 07:59"])
def test_what_is_late_waits_for_the_morning(chat: Chat, night: str) -> None:
    chat.say("甲", "我在常州工作")
    chat.tick("2026-12-05 10:00")
    assert chat.tick(night) == {}
    assert list(chat.tick("2026-12-18 08:00")) == ["甲"]
    assert chat.tick("2026-12-18 09:00") == {}


def test_what_waits_for_the_morning_survives_a_change_of_plan(chat: Chat) -> None:
    chat.say("甲", "我在常州工作")
    chat.tick("2026-12-05 10:00")
    assert chat.tick("2026-12-17 23:00") == {}
    chat.at("2026-12-17 23:30")
    chat.say("甲", "我调到常德工作了")
    assert list(chat.tick("2026-12-18 08:00")) == ["甲"]


def test_a_clock_set_back_repeats_nothing_and_skips_nothing(chat: Chat) -> None:
    chat.say("甲", "我在常州工作")
    assert list(chat.tick("2026-12-17 09:00")) == ["甲"]
    assert chat.tick("2026-12-10 09:00") == {}
    assert chat.tick("2026-12-17 09:00") == {}
    assert list(chat.tick("2026-12-24 09:00")) == ["甲"]


def test_a_clock_that_ran_ahead_for_a_year_loses_nothing_of_this_one(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "每周三提醒我看书")
    chat.tick("2027-08-01 10:00")
    assert "看书" in chat.tick("2026-11-25 09:00")["甲"]
    assert "还差" in chat.tick("2026-12-01 09:00")["甲"]
    assert chat.tick("2026-12-01 09:00") == {}


def test_nine_is_the_persons_own_and_the_deadline_the_regions(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "时区设为 America/New_York")
    chat.tick("2026-12-20 23:00")
    assert chat.tick("2026-12-24 21:59") == {}
    assert "还有7天" in chat.tick("2026-12-24 22:00")["甲"]


def test_a_journey_loses_no_hour(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "时区设为 Europe/London")
    chat.tick("2026-12-24 12:00")
    chat.say("甲", "时区设为 Asia/Shanghai")
    assert list(chat.tick("2026-12-24 13:00")) == ["甲"]
    assert chat.tick("2026-12-24 17:00") == {}


def test_nine_stays_nine_when_summer_time_ends(chat: Chat) -> None:
    chat.at("2026-10-20 20:00")
    chat.say("甲", "时区设为 Europe/London", "每天早上9点提醒我看书")
    assert list(chat.tick("2026-10-24 16:00")) == ["甲"]
    assert chat.tick("2026-10-25 16:00") == {}
    assert list(chat.tick("2026-10-25 17:00")) == ["甲"]


def test_an_hour_that_the_clock_change_leaves_out_comes_as_much_later(chat: Chat) -> None:
    chat.at("2027-03-13 20:00")
    chat.say("甲", "时区设为 America/New_York", "明天凌晨2点半提醒我看书")
    assert chat.tick("2027-03-14 15:29") == {}
    assert list(chat.tick("2027-03-14 15:30")) == ["甲"]


def test_one_tap_puts_off_notes_or_stops(chat: Chat) -> None:
    chat.say("甲", "我在常州工作")
    chat.tick("2026-12-17 09:00")
    assert "12月20日（周日）09:00" in chat.press("甲", "三天后")
    assert chat.tick("2026-12-19 20:00") == {}
    assert list(chat.tick("2026-12-20 09:00")) == ["甲"]
    assert "我来记学时" in chat.press("甲", "知道了")
    chat.tick("2026-12-24 09:00")
    assert "恢复提醒" in chat.press("甲", "不再提醒")
    assert chat.tick("2026-12-28 09:00") == {}


def test_a_snooze_takes_what_falls_into_it_along(chat: Chat) -> None:
    chat.at("2026-12-16 15:00")
    chat.say("甲", "我在南通工作", "三天后再提醒")
    assert chat.tick("2026-12-17 09:00") == {}
    assert list(chat.tick("2026-12-19 09:00")) == ["甲"]
    assert list(chat.tick("2026-12-24 09:00")) == ["甲"]


def test_resuming_makes_up_nothing(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "12月15号提醒我交表", "每周三提醒我看书", "别再提醒了")
    chat.at("2026-12-20 10:00")
    chat.say("甲", "恢复提醒")
    assert chat.tick("2026-12-20 11:00") == {}
    assert "看书" in chat.tick("2026-12-23 09:00")["甲"]
    assert list(chat.tick("2026-12-24 09:00")) == ["甲"]


def test_the_year_that_ended_is_summed_up_in_january(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "公需课考过一门")
    assert chat.tick("2027-01-02 10:00") == {}
    told = chat.tick("2027-01-10 09:00")["甲"]
    assert "2026年总结" in told
    assert "还差60学时" in told
    chat.say("新", "我在常州工作")
    assert chat.tick("2027-01-11 09:00") == {}
