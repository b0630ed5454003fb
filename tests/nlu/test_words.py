"""Words are cut with the domain's words whole, without jieba's global tokenizer, its cache file and its log."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.words import Cutter, dictionary

_DOMAIN = ("继续教育学时", "人社厅", "公需课", "第二作者", "CN", "一建")
_CUTTER = Cutter(_DOMAIN)


def test_domain_words_stay_whole() -> None:
    cut = [word.text for word in _CUTTER.cut("去年在省人社厅刷了公需课，发CN论文，第二作者，继续教育学时还差")]
    assert {"人社厅", "公需课", "CN", "第二作者", "继续教育学时", "去年", "论文"} <= set(cut)


def test_without_the_domain_they_fall_apart() -> None:
    assert "继续教育学时" not in [word.text for word in Cutter().cut("继续教育学时")]


@given(st.text(max_size=60) | st.text("去年在省人社厅刷了公需课发论文第二作者继续教育学时CN0123，。 \n", max_size=60))
def test_words_joined_are_the_text(text: str) -> None:
    words = _CUTTER.cut(text)
    assert "".join(word.text for word in words) == text
    assert all(text[word.start : word.end] == word.text for word in words)


def test_neither_cache_nor_log_nor_global_state(caplog: pytest.LogCaptureFixture) -> None:
    before = {path.name for path in Path(tempfile.gettempdir()).glob("jieba*")}
    with caplog.at_level(logging.DEBUG):
        Cutter(["甲乙丙丁"]).cut("甲乙丙丁在常州")
    assert {path.name for path in Path(tempfile.gettempdir()).glob("jieba*")} == before
    assert not caplog.records
    assert not jieba.dt.initialized
    assert "甲乙丙丁" not in jieba.dt.FREQ


def test_every_word_is_found_by_its_first_character() -> None:
    every: dict[str, set[tuple[str, int]]] = {}
    with Path(jieba.__file__).with_name("dict.txt").open(encoding="utf-8") as file:
        for row in file:
            word, count, _ = row.split(" ")
            every.setdefault(word[0], set()).add((word, int(count)))
    assert len(every) > 10_000
    for head in (*every, "\n", " ", "x", "〇", "\ud800", "\U0002a6d6"):
        assert set(dictionary().beginning(head, 1)) == every.get(head, set())


def test_rarer_words_can_be_asked_for() -> None:
    rare, common = Cutter(least=10), Cutter(least=1000)
    assert len(rare.cut("岩土工程勘察规范")) <= len(common.cut("岩土工程勘察规范"))
