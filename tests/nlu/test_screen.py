"""A screen never keeps back a pattern that matches."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from nlu import intents
from nlu.lazy import Lazy
from nlu.ordering import patterns as ordering
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
    assert re.search(pattern, text, re.IGNORECASE)
    assert Screen([pattern]).possible(text) == [0]


def test_what_lacks_the_characters_is_not() -> None:
    screen = Screen(["还差", "论文|课题", r"\d+", "补(齐|满)"])
    assert screen.possible("差还3") == [2]
    assert screen.possible("课题补齐了") == [1, 2, 3]


def test_pairs_are_wanted_where_a_pattern_has_them() -> None:
    assert needed("(还|仍)差.了") == frozenset({"还差", "仍差"})
    assert needed("[^了]*") is None


INTENTS = [each for pattern in intents.patterns() for each in pattern.found]
ORDERS = [pattern.found for pattern in ordering.patterns()]


@pytest.mark.parametrize("every", [INTENTS, ORDERS], ids=["intents", "orders"])
def test_none_is_missed(every: Sequence[Lazy]) -> None:
    screen = Screen([each.pattern for each in every])
    for example in examples():
        possible = screen.possible(example.text)
        found = {at for at, each in enumerate(every) if each.compiled.search(example.text)}
        assert found <= set(possible)
