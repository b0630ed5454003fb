"""One's own reminders in talk: asked for, shown, moved, ended; and what they do when they are due."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.message import Message, Reply
from handlers.reminding import batch, composing
from handlers.reminding.dossier import Dossier
from handlers.reminding.occurrence import Occurrence
from handlers.reminding.ticking import Ticker, tick_into_outbox
from policies.library import Library
from tests.reminding.chat import Chat


def test_what_recurs_is_shown_with_its_next_three_times(chat: Chat) -> None:
    said = chat.say("甲", "每月最后一个工作日提醒我对账")
    assert "每月最后一个工作日 09:00" in said
    for day in ("11月30日（周一）", "12月31日（周四）", "1月29日（周五）"):
        assert day in said


def test_a_named_hour_of_the_night_is_kept(chat: Chat) -> None:
    assert "休息时间" in chat.say("甲", "明晚11点提醒我看网课")
    assert chat.tick("2026-11-21 22:59") == {}
    assert "看网课" in chat.tick("2026-11-21 23:00")["甲"]


def test_a_named_hour_that_is_long_past_waits_for_the_morning(chat: Chat) -> None:
    chat.say("甲", "明晚11点提醒我看网课")
    assert chat.tick("2026-11-22 02:00") == {}
    assert list(chat.tick("2026-11-22 08:00")) == ["甲"]


def test_what_is_not_understood_is_asked_and_the_answer_settles_it(chat: Chat) -> None:
    assert "改天" in chat.say("甲", "改天提醒我交表")
    assert "11月25日（周三）15:00提醒您：交表" in chat.say("甲", "下周三下午三点")


def test_what_is_past_is_said_to_be(chat: Chat) -> None:
    assert "已经过去" in chat.say("甲", "昨天提醒我交表")
    assert "11月21日" in chat.say("甲", "明天")


def test_a_question_about_a_reminder_can_be_given_up(chat: Chat) -> None:
    chat.say("甲", "改天提醒我交表", "算了")
    assert "还没有设提醒" in chat.say("甲", "我有哪些提醒")


def test_they_are_listed_moved_and_cancelled(chat: Chat) -> None:
    chat.say("甲", "12月1号提醒我交材料", "每周四早上7点提醒我背题", "每周一早上9点给我发进度")
    listed = chat.say("甲", "我有哪些提醒")
    assert ["交材料" in listed, "背题" in listed, "学习进度" in listed] == [True] * 3
    assert "每周四 20:00" in chat.say("甲", "把第二个提醒改到晚上八点")
    assert "12月5日（周六）09:00" in chat.say("甲", "交材料的提醒改到12月5号")
    chat.say("甲", "取消交材料那个提醒")
    assert "交材料" not in chat.say("甲", "我有哪些提醒")
    chat.say("甲", "不要每周给我发进度了")
    assert "学习进度" not in chat.say("甲", "我有哪些提醒")


def test_the_one_just_set_can_be_moved_or_taken_back(chat: Chat) -> None:
    chat.say("甲", "明天提醒我交表")
    assert "20:00" in chat.say("甲", "改到晚上八点")
    assert "不再提醒交表" in chat.say("甲", "取消")


def test_taking_back_one_that_is_over_takes_back_no_other(chat: Chat) -> None:
    chat.say("甲", "每周三提醒我看书", "明天提醒我交表")
    chat.tick("2026-11-21 09:00")
    chat.say("甲", "撤销")
    assert "看书" in chat.say("甲", "我有哪些提醒")


def test_which_one_is_meant_is_asked(chat: Chat) -> None:
    chat.say("甲", "每周一提醒我看书", "每周一下午提醒我写字")
    assert "哪一个" in chat.say("甲", "取消每周一的提醒")
    assert "不再提醒写字" in chat.press("甲", "写字")


def test_a_reminder_is_no_answer_to_an_open_question(chat: Chat) -> None:
    chat.say("甲", "我在苏州工作", "公需课考过一门")
    said = chat.say("甲", "8天后再提醒")
    assert "11月28日" in said
    assert "已记下" not in said


def test_one_for_missing_hours_is_pointless_once_they_are_there(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "每周三提醒我补学时", "每周三提醒我看报")
    assert "补学时" in chat.tick("2026-11-25 09:00")["甲"]
    chat.say("甲", "公需课考过一门", "今年独立出了一本专著")
    told = chat.tick("2026-12-02 09:00")["甲"]
    assert "看报" in told
    assert "补学时" not in told


def test_one_without_words_is_about_the_missing_hours(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "每周一早上9点提醒我")
    assert "还差90学时" in chat.tick("2026-11-23 09:00")["甲"]
    chat.say("甲", "公需课考过一门", "今年独立出了一本专著")
    assert chat.tick("2026-11-30 09:00") == {}


def test_progress_comes_with_its_picture_complete_or_not(chat: Chat) -> None:
    chat.say("甲", "我在常州工作", "公需课考过一门", "今年独立出了一本专著", "每周一早上9点给我发进度")
    assert "达标" in chat.tick("2026-11-23 09:00")["甲"]
    (picture,) = chat.last[0].files
    assert picture.endswith(".png")


def test_pictures_that_would_take_too_long_come_in_the_next_transaction(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "PICTURES", 2)
    people = [f"p{number}" for number in range(5)]
    for name in people:
        chat.say(name, "每周一早上9点给我发进度")
    assert sorted(chat.tick("2026-11-23 09:00")) == people


def test_what_goes_wrong_with_one_is_not_the_others_loss(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    chat.say("甲", "明天提醒我交表")
    chat.say("乙", "明天提醒我交表")
    right = composing.message_of

    def wrong(dossier: Dossier, worth: tuple[Occurrence, ...]) -> Reply:
        if dossier.user == "甲" and dossier.now.hour == 9:
            raise ZeroDivisionError
        return right(dossier, worth)

    monkeypatch.setattr(batch, "message_of", wrong)
    assert list(chat.tick("2026-11-21 09:00")) == ["乙"]
    assert list(chat.tick("2026-11-21 10:00")) == ["甲"]


def test_a_tick_lays_each_reminder_into_the_outbox_once(chat: Chat, library: Library) -> None:
    chat.say("甲", "明天提醒我交表")
    due = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
    for count in (1, 0):
        assert tick_into_outbox(Ticker(chat.database, library, "Asia/Shanghai"), due, lambda: due) == count
    with chat.database.turn(due) as turn:
        (parcel,) = turn.outbox.claim(due, 10)
    assert parcel.to_user == "甲"
    assert "交表" in str(parcel.body["text"])


def test_a_button_of_a_reminder_that_is_over_still_puts_it_off(chat: Chat) -> None:
    chat.say("甲", "明天提醒我交表")
    chat.tick("2026-11-21 09:00")
    assert "11月22日（周日）09:00提醒您：交表" in chat.press("甲", "明天再提醒")
    assert list(chat.tick("2026-11-22 09:00")) == ["甲"]


def test_in_a_group_a_reminder_is_told_in_private(chat: Chat) -> None:
    said = Message("甲", chat.now, text="明天提醒我交表", group="g", addressed=True)
    private, public = chat.answer(said).replies
    assert private.to_user == "甲"
    assert public.to_group == "g"
    assert "交表" not in public.text
