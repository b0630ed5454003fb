"""A screen never keeps back a pattern that matches."""

from __future__ import annotations

import re

import pytest

from nlu.intents import patterns
from nlu.screen import Screen, needed
from tests.nlu.message_corpus import examples


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("还差|缺多少", "我缺多少"),
        ("[还仍]差", "仍差"),
        ("(?:学|修)(玩|晚)了", "修晚了"),
        ("补(?:齐|满)+", "补满满"),
        ("(?<=第)二|三", "第二"),
        ("论文(?!格式)", "论文"),
        ("导?出", "出"),
        (r"\d+天", "3天"),
        ("excel", "EXCEL"),
        ("kiss", "KİſS"),
        ("(?P<char>[一二])(?P=char)作", "二二作"),
        ("^$|x", ""),
        (".{2,}了", "好的了"),
    ],
)
def test_what_matches_is_possible(pattern: str, text: str) -> None:
    compiled = re.compile(pattern, re.IGNORECASE)
    assert compiled.search(text)
    assert Screen([compiled]).possible(text) == [0]


def test_what_lacks_the_characters_is_not() -> None:
    screen = Screen([re.compile(each) for each in ("还差", "论文|课题", r"\d+", "补(齐|满)")])
    assert screen.possible("差还3") == [2]
    assert screen.possible("课题补齐了") == [1, 2, 3]


def test_pairs_are_wanted_where_a_pattern_has_them() -> None:
    assert needed(re.compile("(还|仍)差.了")) == frozenset({"还差", "仍差"})
    assert needed(re.compile(r"[^了]*")) is None


def test_no_intent_is_missed() -> None:
    every = [pattern.found for pattern in patterns()]
    screen = Screen(every)
    for example in examples():
        possible = screen.possible(example.text)
        assert {number for number, found in enumerate(every) if found.search(example.text)} <= set(possible)
