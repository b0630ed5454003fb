"""What people say about reminders, and when it makes them due. The table is phrases.toml."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from handlers.reminding.adding import apart
from handlers.reminding.fixing import SHOWN, comings, fixed
from handlers.reminding.wanting import order_in
from nlu import parse
from nlu.reading import Intent
from nlu.reminding.schedule import Order, Schedule

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo(ZONE))
TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
PHRASES = TABLE["phrase"]
ORDERS = [(row["act"], phrase) for row in TABLE["order"] for phrase in row["say"]]
SILENT = ("下周一再说", "睡觉时间不要打扰", "退订")  # these need something said before


def read(phrase: str) -> Order:
    return order_in(phrase, parse(phrase, NOW.date()), NOW.date())


def schedules_of(order: Order, now: datetime = NOW) -> list[Schedule]:
    return [schedule for each in apart(order) if (schedule := fixed(each, now, ZONE))]


def due(order: Order, now: datetime = NOW) -> list[str]:
    times = sorted(moment for schedule in schedules_of(order, now) for moment in comings(schedule, now, ZONE, None))
    return [f"{each:%Y-%m-%d %H:%M}" for each in times[:SHOWN]]


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["say"])
def test_a_phrase_is_due_when_it_says(row: dict[str, Any]) -> None:
    order = read(row["say"])
    assert (order.act, order.text, due(order)) == (row.get("act", "add"), row.get("text", ""), row["due"])


@pytest.mark.parametrize("row", [row for row in PHRASES if "until" in row], ids=lambda row: row["say"])
def test_what_comes_again_ends_when_it_says(row: dict[str, Any]) -> None:
    (schedule,) = schedules_of(read(row["say"]))
    assert str(schedule.until) == row["until"]


@pytest.mark.parametrize("phrase", TABLE["unclear"][0]["say"])
def test_what_cannot_be_understood_has_no_time(phrase: str) -> None:
    order = read(phrase)
    assert order.act in {"add", "snooze"}
    assert due(order) == []


@pytest.mark.parametrize("phrase", TABLE["past"][0]["say"])
def test_what_is_past_never_comes(phrase: str) -> None:
    order = read(phrase)
    assert order.schedule is not None
    assert due(order) == []


@pytest.mark.parametrize(("act", "phrase"), ORDERS)
def test_an_order_is_told_from_others(act: str, phrase: str) -> None:
    assert read(phrase).act == act


@pytest.mark.parametrize("phrase", [row["say"] for row in PHRASES] + [each for _, each in ORDERS])
def test_all_of_it_is_taken_for_reminders(phrase: str) -> None:
    if phrase not in SILENT:
        assert parse(phrase, NOW.date()).intent is Intent.REMIND


@pytest.mark.parametrize(
    "phrase",
    [
        "谢谢提醒", "提醒没完成的人", "我叫张三", "叫我小王就行", "每周二上午单位组织培训半天，一共四次",
        "去年发表了一篇CN论文，第二作者", "上周五去听了一场讲座", "12月1号参加了单位培训",
    ],
)  # fmt: skip
def test_what_only_sounds_like_it_is_not(phrase: str) -> None:
    assert parse(phrase, NOW.date()).intent is not Intent.REMIND


@pytest.mark.parametrize("row", TABLE["elsewhen"], ids=lambda row: f"{row['now']} {row['say']}")
def test_days_are_counted_from_any_day(row: dict[str, Any]) -> None:
    now = datetime.fromisoformat(row["now"]).replace(tzinfo=ZoneInfo(ZONE))
    order = order_in(row["say"], parse(row["say"], now.date()), now.date())
    assert due(order, now) == row["due"]


def test_there_are_phrases_enough() -> None:
    assert len(PHRASES) >= 150
    assert len({row["say"] for row in PHRASES}) == len(PHRASES)
