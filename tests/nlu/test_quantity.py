"""Amounts are read whole with their unit; what only looks like an amount is left alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.dimensions.quantity import find_quantities
from nlu.dimensions.time import find_times
from nlu.text import normalise
from tests.nlu.dimension_corpus import corpus, only, phrasings, spoken

_CORPUS = corpus("quantity.toml")
_TODAY = date(2026, 11, 20)
_PIECES = (
    "一二两三四五六七八九十百千万半俩仨几多来约每天年月日周学课时小分钟字篇本门科项个次节第前后上下午整大"
    "0123456789.-~/：，的 到"
)


@pytest.mark.parametrize(("example", "text"), list(phrasings(_CORPUS)), ids=lambda value: str(value)[:20])
def test_an_amount_means_its_value(example: dict[str, Any], text: str) -> None:
    typed, meant = spoken(text)
    quantity = only(find_quantities(typed), typed, meant).value
    assert (quantity.attribute, quantity.amount, quantity.approx, quantity.per) == (
        example["attribute"],
        Decimal(example["amount"]),
        example.get("approx", False),
        example.get("per", ""),
    )


@pytest.mark.parametrize("text", _CORPUS["negative"]["texts"])
def test_no_amount_is_seen_where_none_is_said(text: str) -> None:
    assert find_quantities(normalise(text)) == []


def test_what_a_time_claims_is_no_amount() -> None:
    text = normalise("3月5号到8号培训了三天，24年拿的证，9月两天，去年12月27、28、29三天")
    times = find_times(text, _TODAY)
    assert [each.text for each in find_quantities(text, times)] == ["三天", "两天", "三天"]


def test_the_unit_and_the_number_stay_as_said() -> None:
    (weeks,) = find_quantities("培训了两周")
    assert (weeks.value.number, weeks.value.unit, weeks.value.amount) == (Decimal(2), "周", Decimal(10))
    (minutes,) = find_quantities("讲了100分钟")
    assert (minutes.value.number, minutes.value.unit, minutes.value.amount) == (Decimal(100), "分钟", Decimal(2))


@given(st.text(_PIECES, max_size=40))
def test_any_heap_of_units_is_survived(text: str) -> None:
    for mention in find_quantities(text):
        assert text[mention.start : mention.end] == mention.text
