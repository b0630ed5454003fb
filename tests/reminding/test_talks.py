"""Reminders that are changed by what is said next. The table is talks.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from handlers.message import LONGEST_DATA, Message
from handlers.reminding.fixing import SHOWN, comings
from handlers.reminding.stored import schedule_of
from tests.reminding.chat import Chat

ZONE = "Asia/Shanghai"
TALKS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("talks.toml").read_text(encoding="utf-8"))["talk"]


def standing(chat: Chat, user: str) -> list[str]:
    """The next due times of all reminders of somebody."""
    with chat.database.turn(chat.now) as turn:
        schedules = [schedule_of(each.schedule) for each in turn.reminders(user).standing()]
    times = sorted(moment for each in schedules for moment in comings(each, chat.now, ZONE, None))
    return [f"{moment:%Y-%m-%d %H:%M}" for moment in times[:SHOWN]]


@pytest.mark.parametrize("row", TALKS, ids=lambda row: "/".join(row["say"]))
def test_what_is_said_next_changes_it(chat: Chat, row: dict[str, Any]) -> None:
    chat.say("甲", *row["say"])
    assert standing(chat, "甲") == row["due"]


def test_several_days_are_confirmed_together_and_taken_back_one_by_one_or_all(chat: Chat) -> None:
    said = chat.say("甲", "12月1号、10号和20号提醒我交材料")
    assert "设了3个提醒：交材料" in said
    for day in ("12月1日（周二）09:00", "12月10日（周四）09:00", "12月20日（周日）09:00"):
        assert day in said
    buttons = chat.last[0].buttons
    chat.press("甲", "取消12月10日")
    assert standing(chat, "甲") == ["2026-12-01 09:00", "2026-12-20 09:00"]
    everything = next(button.data for row in buttons for button in row if "全部" in button.label)
    chat.answer(Message("甲", chat.now, press=everything))
    assert standing(chat, "甲") == []


def test_taking_all_back_takes_back_nobody_elses(chat: Chat) -> None:
    chat.say("乙", "明天提醒我看书")
    chat.say("甲", "12月1号和10号提醒我交材料")
    chat.press("甲", "全部取消")
    assert standing(chat, "甲") == []
    assert standing(chat, "乙") == ["2026-11-21 09:00"]


def test_taking_all_back_takes_back_nothing_else_of_ones_own(chat: Chat) -> None:
    chat.say("甲", "12月1号提醒我交材料", "12月5号提醒我缴费", "12月1号、10号和20号提醒我交材料")
    chat.press("甲", "全部取消")
    assert standing(chat, "甲") == ["2026-12-05 09:00"]


def test_no_button_holds_more_than_it_can_send_back(chat: Chat) -> None:
    many = "、".join(f"{day}号" for day in range(1, 29))
    chat.say("甲", f"下个月{many}提醒我交材料")
    assert len(standing(chat, "甲")) == SHOWN
    labels = [button.label for row in chat.last[0].buttons for button in row]
    assert all(len(button.data) <= LONGEST_DATA for row in chat.last[0].buttons for button in row)
    assert "全部取消" not in labels
    chat.say("甲", "都取消")
    assert standing(chat, "甲") == []


def test_of_several_days_those_past_are_said_to_be(chat: Chat) -> None:
    said = chat.say("甲", "今天早上8点和明天早上8点提醒我开会")
    assert "11月20日（周五）08:00已经过去了" in said
    assert standing(chat, "甲") == ["2026-11-21 08:00"]


def test_which_of_the_same_words_is_asked_by_its_time(chat: Chat) -> None:
    chat.say("甲", "12月1号和10号提醒我交材料", "我有哪些提醒")
    assert "哪一个" in chat.say("甲", "取消交材料的提醒")
    assert "不再提醒交材料" in chat.press("甲", "12月10日")
    assert standing(chat, "甲") == ["2026-12-01 09:00"]


def test_all_of_the_same_words_are_ended_when_all_is_said(chat: Chat) -> None:
    chat.say("甲", "12月1号和10号提醒我交材料", "每周三提醒我看书")
    chat.say("甲", "交材料的提醒都取消")
    assert standing(chat, "甲") == ["2026-11-25 09:00", "2026-12-02 09:00", "2026-12-09 09:00"]


def test_what_came_again_and_again_and_is_moved_to_one_day_is_said_to_end(chat: Chat) -> None:
    said = chat.say("甲", "每周三提醒我看书", "改到明天")
    assert "原来的“每周三 09:00”就不再提醒了" in said


def test_what_is_answered_to_a_reminder_is_understood(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "明天提醒我交表")
    chat.tick("2026-11-21 09:00")
    assert "我来记学时" in chat.say("甲", "好的，知道了")
    assert "交表，办好了" in chat.say("甲", "已经交了")
    assert "11月21日（周六）15:00提醒您：交表" in chat.say("甲", "下午三点再说吧")
    chat.tick("2026-12-01 09:00")
    assert "做的是什么" in chat.say("甲", "都做完了")
    assert "12月2日（周三）09:00之前不催您" in chat.say("甲", "明天再说")


@pytest.mark.parametrize("answer", ["知道了", "做完了", "明天再说"])
def test_without_a_reminder_it_is_no_answer_to_one(chat: Chat, answer: str) -> None:
    chat.say("甲", "我在常州工作", "明天提醒我交表")
    before = standing(chat, "甲")
    chat.tick("2026-11-21 09:00")
    chat.at("2026-11-22 10:00")
    assert "我来记学时" not in chat.say("甲", answer)
    assert before == ["2026-11-21 09:00"]
    assert standing(chat, "甲") == []


@pytest.mark.parametrize(
    ("said", "zone"),
    [("我在伦敦", "伦敦时间"), ("我到东京了", "东京时间"), ("我回国了", "北京时间"), ("换成北京时间", "北京时间")],
)
def test_journeys_are_told_in_the_words_for_them(chat: Chat, said: str, zone: str) -> None:
    assert zone in chat.say("甲", said)


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("第二个", ["2026-12-01 09:00", "2026-12-20 09:00"]),
        ("2", ["2026-12-01 09:00", "2026-12-20 09:00"]),
        ("20号那个", ["2026-12-01 09:00", "2026-12-10 09:00"]),
        ("都是", []),
        ("全部", []),
        ("算了", ["2026-12-01 09:00", "2026-12-10 09:00", "2026-12-20 09:00"]),
        ("取消12月1号的提醒", ["2026-12-10 09:00", "2026-12-20 09:00"]),
    ],
)
def test_which_one_may_be_answered_in_words(chat: Chat, answer: str, left: list[str]) -> None:
    chat.say("甲", "12月1号、10号和20号提醒我交材料", "取消交材料的提醒", answer)
    assert standing(chat, "甲") == left


def test_an_open_question_keeps_nobody_from_ending_reminders(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "12月1号提醒我交材料", "发表了一篇论文")
    assert "不再提醒交材料" in chat.say("甲", "取消交材料的提醒")


def test_a_day_of_another_year_names_its_year(chat: Chat) -> None:
    assert "2027年2月11日（周四）09:00" in chat.say("甲", "春节后第一个工作日提醒我去人事科")


def test_the_same_again_is_not_kept_twice(chat: Chat) -> None:
    said = chat.say("甲", "12月1号和10号提醒我交材料", "12月10号提醒我交材料")
    assert "已经设过了" in said
    assert standing(chat, "甲") == ["2026-12-01 09:00", "2026-12-10 09:00"]


def test_one_day_alone_moves_nothing_that_comes_every_week(chat: Chat) -> None:
    chat.say("甲", "每周三提醒我看书", "三天后")
    assert standing(chat, "甲")[0] == "2026-11-25 09:00"


def test_a_further_day_that_is_not_understood_is_asked_for(chat: Chat) -> None:
    assert "12月10号”我拿不准" in chat.say("甲", "每周三和12月10号提醒我看书")
    assert standing(chat, "甲") == []


def test_progress_is_weekly_and_moved_by_its_name(chat: Chat) -> None:
    assert "每周一 09:00" in chat.say("甲", "我要订阅周报")
    assert "每周五 14:00" in chat.say("甲", "把周报改到周五下午")


@pytest.mark.parametrize(
    "said",
    [
        "截止前9999年提醒我交表",
        "9999年12月31日提醒我",
        "9999年2月每年提醒我",
        "12月1号提前9999年提醒我",
        "9999周后的周三提醒我",
    ],
)
def test_what_no_calendar_reaches_is_told_or_asked(chat: Chat, said: str) -> None:
    chat.say("甲", "明天提醒我交表", said, "推迟9999年")
    assert "2026-11-21 09:00" in standing(chat, "甲")


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("今天别提醒了", "11月21日（周六）09:00"),
        ("明天别提醒我", "11月22日（周日）09:00"),
        ("这周别提醒了", "11月23日（周一）09:00"),
        ("周末别提醒我", "11月23日（周一）09:00"),
        ("下周别提醒我", "11月30日（周一）09:00"),
        ("这个月别再提醒了", "12月1日（周二）09:00"),
        ("12月1号之前别提醒我", "12月1日（周二）09:00"),
        ("三天内别提醒我", "11月23日（周一）09:00"),
        ("先别提醒，下周再说", "11月23日（周一）09:00"),
        ("28号再提醒我，这几天先别提醒", "11月28日（周六）09:00"),
        ("最近别提醒我", "11月27日（周五）09:00"),
        ("这两天先不用提醒", "11月22日（周日）09:00"),
    ],
)
def test_a_while_of_rest_lasts_until_it_is_over(chat: Chat, said: str, until: str) -> None:
    assert f"{until}之前不催您" in chat.say("甲", "我在常州工作", said)


def test_several_orders_of_one_message_are_all_obeyed(chat: Chat) -> None:
    said = chat.say("甲", "12月1号提醒我交材料，12月5号提醒我交钱")
    assert "12月1日（周二）09:00提醒您：交材料" in said
    assert "12月5日（周六）09:00提醒您：交钱" in said


def test_a_further_hour_of_the_same_days_comes_on_the_same_days(chat: Chat) -> None:
    chat.say("甲", "每天早上8点提醒我背题，晚上8点也提醒我")
    assert standing(chat, "甲") == ["2026-11-20 20:00", "2026-11-21 08:00", "2026-11-21 20:00"]


@pytest.mark.parametrize(
    "said", ["农历八月十五提醒我赏月", "每年生日提醒我体检", "一个月以后的第一个周一提醒我", "下周三26号提醒我"]
)
def test_what_is_understood_in_part_is_asked(chat: Chat, said: str) -> None:
    assert "什么时候" in chat.say("甲", said)
    assert standing(chat, "甲") == []
