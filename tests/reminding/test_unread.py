"""What was said of a time is read or asked about, and never passes over in silence."""

from __future__ import annotations

from itertools import product

import pytest

from nlu.reminding.schedule import Order
from tests.reminding.test_phrases import due, read

DAYS = ["清明", "元旦", "12月1号", "下周三", "明天", "25号", "2027年3月5日", "每周一", "每月1号", "每年清明", "每天"]
BEHIND = [
    "后三天", "之后一周", "过后第三天", "以后", "三天后", "前三天", "前一周", "以内", "或者周五", "到周日", "还是下周",
    "后的周五", "之后第二天", "后半个月", "前后三天内", "起", "除外", "的第三天", "后第一个周一",
]  # fmt: skip
AHEAD = ["除了", "不是", "从", "直到", "最晚", "快到", "每次", "隔一个"]
CONTENT = [
    "周五交表",
    "交2025年的证书",
    "准备下周的会",
    "下午三点开会",
    "看三天后到期的证",
    "交1到11月的发票",
    "国庆后要交的表",
]
LIMITS = ["直到他回来", "直到考完为止", "除了25号", "遇到节假日顺延", "到放假为止"]


def same(one: Order, other: Order) -> bool:
    return (one.schedule, one.more) == (other.schedule, other.more)


@pytest.mark.parametrize(("day", "words"), [*product(DAYS, BEHIND)])
def test_words_behind_a_day_change_it_or_are_asked_about(day: str, words: str) -> None:
    plain, order = read(f"{day}提醒我交表"), read(f"{day}{words}提醒我交表")
    assert order.schedule is None or not same(order, plain), due(order)
    assert order.text == "交表"


@pytest.mark.parametrize(("words", "day"), [*product(AHEAD, DAYS)])
def test_words_ahead_of_a_day_change_it_or_are_asked_about(words: str, day: str) -> None:
    plain, order = read(f"{day}提醒我交表"), read(f"{words}{day}提醒我交表")
    assert order.schedule is None or not same(order, plain), due(order)


@pytest.mark.parametrize(("day", "content"), [*product(DAYS, CONTENT)])
def test_times_of_what_is_reminded_of_stay_with_it(day: str, content: str) -> None:
    order = read(f"{day}早上提醒我{content}")
    assert order.text == content
    assert same(order, read(f"{day}早上提醒我交表"))


@pytest.mark.parametrize("content", ["下周的会要准备材料", "交2025年的证书", "续12月1号到期的证", "明天的培训"])
def test_a_thing_with_a_time_of_its_own_does_not_tell_when(content: str) -> None:
    order = read(f"提醒我{content}")
    assert (order.schedule, order.text) == (None, content)


@pytest.mark.parametrize(("day", "limit"), [*product(["每周一", "每月1号", "每天早上8点"], LIMITS)])
def test_a_limit_that_is_not_understood_is_asked_about(day: str, limit: str) -> None:
    order = read(f"{day}提醒我补学时{limit}")
    assert order.schedule is None
    assert order.odd in limit
    assert order.text == "补学时"
