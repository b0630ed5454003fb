"""Employers' orders: what is one, which one, and what stands within it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from nlu.ordering import Wanted, order_of, replies
from nlu.ordering.patterns import patterns
from nlu.text import normalise

CORPUS: dict[str, Any] = tomllib.loads(
    Path(__file__).parent.joinpath("corpus", "orders.toml").read_text(encoding="utf-8")
)
SAID = [(group["wanted"], said) for group in CORPUS["orders"] for said in group["said"]]
DETAILS = ("code", "person", "employer", "scope", "day", "days", "on", "document", "years", "words", "number")


@pytest.mark.parametrize(("wanted", "said"), SAID)
def test_an_order_is_understood(wanted: str, said: str) -> None:
    order = order_of(normalise(said))
    assert order is not None
    assert order.wanted is Wanted(wanted)


@pytest.mark.parametrize("said", CORPUS["nothing"]["said"])
def test_what_only_sounds_like_an_order_is_none(said: str) -> None:
    assert order_of(normalise(said)) is None


@pytest.mark.parametrize("example", CORPUS["details"], ids=lambda example: example["said"])
def test_what_stands_within_an_order(example: dict[str, Any]) -> None:
    order = order_of(normalise(example["said"]))
    assert order is not None
    for name in DETAILS:
        if name in example:
            value = example[name]
            assert getattr(order, name) == (tuple(value) if isinstance(value, list) else value)
    assert (order.code is None) == ("code" not in example)


@pytest.mark.parametrize("wanted", Wanted)
def test_every_order_can_be_given_in_words(wanted: Wanted) -> None:
    assert any(pattern.wanted is wanted for pattern in patterns())


@pytest.mark.parametrize(("said", "name"), CORPUS["consent"]["given"].items())
def test_consent_is_given_in_many_words_that_all_say_so(said: str, name: str) -> None:
    assert replies.agrees(said) == name


@pytest.mark.parametrize("said", CORPUS["consent"]["not_given"])
def test_nothing_less_is_consent(said: str) -> None:
    assert replies.agrees(said) is None


@pytest.mark.parametrize("said", CORPUS["consent"]["declined"])
def test_who_does_not_want_to_join_says_so(said: str) -> None:
    assert replies.declines(said)
    assert replies.agrees(said) is None
