"""Numbers are read whole, however they are written; what only looks like a number is left alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.dimensions.numeral import find_numbers, read_number
from nlu.text import normalise
from tests.nlu.dimension_corpus import corpus, only, phrasings, spoken

_CORPUS = corpus("numeral.toml")
_NUMERALS = "零〇一二两三四五六七八九十百千万亿廿卅壹贰几多来余数上半第负-.,/%wk0123456789分之个 "


@pytest.mark.parametrize(("example", "text"), list(phrasings(_CORPUS)), ids=lambda value: str(value)[:20])
def test_a_number_means_its_value(example: dict[str, Any], text: str) -> None:
    typed, meant = spoken(text)
    number = only(find_numbers(typed), typed, meant).value
    approx = example.get("all_approx", text in example.get("approx", ()))
    if text in example.get("approx", ()):
        assert number.approx
        return
    assert (number.value, number.approx, number.ordinal) == (
        Decimal(example["value"]),
        approx,
        example.get("all_ordinal", False),
    )


@pytest.mark.parametrize("text", _CORPUS["negative"]["texts"])
def test_no_number_is_seen_where_nothing_is_counted(text: str) -> None:
    assert find_numbers(normalise(text)) == []


@given(st.text(_NUMERALS, max_size=30))
def test_any_heap_of_numerals_is_survived(text: str) -> None:
    for mention in find_numbers(text):
        assert text[mention.start : mention.end] == mention.text
    read_number(text)


def _written(number: int) -> str:
    """The obvious, slow way to write a number below ten thousand in Chinese."""
    digits, units = "零一二三四五六七八九", ("", "十", "百", "千")
    out, pending = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            out += ("零" if pending else "") + digits[digit] + units[place]
            pending = False
        else:
            pending = bool(out)
    return out or "零"


@given(st.integers(min_value=0, max_value=9999), st.integers(min_value=1, max_value=9999))
def test_written_numbers_are_read_back(small: int, large: int) -> None:
    number = read_number(_written(small))
    assert number is not None
    assert number.value == small
    together = read_number(f"{_written(large)}万零{_written(small)}") if 0 < small < 1000 else None
    if together is not None:
        assert together.value == large * 10000 + small
