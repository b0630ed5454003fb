"""What people type in many ways comes out in one, and nothing that matters is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.text import clauses, normalise
from tests.nlu.dimension_corpus import corpus

_PAIRS = [(typed, row["to"]) for row in corpus("text.toml")["example"] for typed in row["from"]]
_ODD = "，,。.…-—－½①2️⃣\u200b\u202e\u0301 \n\t*`<>《》（(1、)ＡaＣcnCN發论論哈○〇二0.5:："


@pytest.mark.parametrize(("typed", "expected"), _PAIRS)
def test_many_ways_of_typing_become_one(typed: str, expected: str) -> None:
    assert normalise(typed) == expected


@given(st.text(max_size=80) | st.text(_ODD, max_size=60))
def test_doing_it_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(max_size=80))
def test_nothing_invisible_is_left(text: str) -> None:
    assert all(char.isprintable() or char == "\n" for char in normalise(text))


def test_long_and_repeated_text_is_borne() -> None:
    assert len(normalise("嗯" * 10_000)) < 10
    assert normalise("前年登过文章 " * 1500).startswith("前年登过文章 前年")


def test_clauses_end_at_punctuation_and_line_breaks() -> None:
    text = normalise("去年发的,CN期刊;一作\n今年没有")
    assert [text[start:end] for start, end in clauses(text)] == ["去年发的", "CN期刊", "一作", "今年没有"]
