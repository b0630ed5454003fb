"""Slips of the input method: repaired where only one word can be meant, offered where it is a guess."""

from __future__ import annotations

from datetime import date

import pytest

from nlu import parse
from nlu.pieces import find_pieces
from nlu.pinyin import sound, syllables, without_tone
from nlu.reading import Doubt
from nlu.slips import by_pattern, by_sound, suspicious

TODAY = date(2026, 11, 20)


def test_every_character_sounds_as_pypinyin_has_it() -> None:
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415  # as slow to load as the tests of this file to run

    for char in ("〇", *map(chr, range(ord("一"), ord("龥") + 1))):
        reading = PINYIN_DICT.get(ord(char), "").partition(",")[0].replace("ü", "v")
        assert sound(char) == (without_tone(reading) or char)
    assert sound("論") == "lun"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("轮文一篇", "论文一篇"),
        ("陪训三天", "培训三天"),
        ("网课20个学士", "网课20个学时"),
        ("刻题结题了", "课题结题了"),
        ("软注下来了", "软著下来了"),
        ("第二作着", "第二作者"),
        ("过了两们", "过了两门"),
        ("gong xu ke 考过一门", "公需课 考过一门"),
        ("培训训两天", "培训两天"),
    ],
)
def test_slips_are_repaired(typed: str, read: str) -> None:
    assert parse(typed, TODAY).text == read


@pytest.mark.parametrize("text", ["产品升级培训3天", "去年拿到学士学位", "实物展览去看了", "一片好评", "学校专注教学"])
def test_real_words_are_left_alone(text: str) -> None:
    assert parse(text, TODAY).text == text


def test_a_guess_is_a_doubt() -> None:
    report = parse("数字技术应能力考试过了一个模块", TODAY).reports[0]
    assert report.doubts == () or isinstance(report.doubts[0], Doubt)


def test_what_is_understood_is_not_suspicious() -> None:
    text = "去年发表了一篇CN论文，第二作者"
    assert not suspicious(text, find_pieces(text, TODAY))


def test_repairs_remember_what_was_typed() -> None:
    repair = by_sound(by_pattern("去年的培循"), find_pieces("去年的培循", TODAY))
    assert [(slip.heard, slip.meant, slip.sure) for slip in repair.slips] == [("培循", "培训", True)]
    assert repair.text[repair.slips[0].start : repair.slips[0].end] == "培训"


def test_sounds() -> None:
    assert sound("课") == "ke"
    assert sound("a") == "a"
    assert syllables("gongxuke") == ["gong", "xu", "ke"]
    assert syllables("xyz") is None
