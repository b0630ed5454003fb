"""Attributes come back from the database exactly as they went in, and equal ones are written alike."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.facts import Attributes, Range, Value
from storage.codec import (
    attributes_of,
    attributes_text,
    decode_attributes,
    decode_value,
    encode_attributes,
    encode_value,
)

VALUES: st.SearchStrategy[Value] = st.one_of(
    st.text(),
    st.booleans(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.builds(Range, st.integers(1, 50), st.none() | st.integers(1, 50)),
)
ATTRIBUTES = st.dictionaries(st.text(min_size=1), VALUES)


@given(ATTRIBUTES)
def test_attributes_survive_the_round_trip(attributes: dict[str, Value]) -> None:
    assert exactly(decode_attributes(encode_attributes(attributes))) == exactly(attributes)


@given(ATTRIBUTES.filter(lambda attributes: not any(map(has_surrogate, [*attributes, *attributes.values()]))))
def test_attributes_survive_as_text(attributes: dict[str, Value]) -> None:
    assert exactly(attributes_of(attributes_text(attributes))) == exactly(attributes)


@given(ATTRIBUTES, st.randoms())
def test_the_order_of_saying_does_not_show_in_the_text(attributes: dict[str, Value], random: object) -> None:
    turned = dict(reversed(attributes.items()))
    assert attributes_text(turned) == attributes_text(attributes)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("第一作者", "第一作者"),
        (True, True),
        (False, False),
        (Decimal("2.50"), {"number": "2.50"}),
        (Decimal(3), {"number": "3"}),
        (Range(2), {"range": [2, None]}),
        (Range(1, 3), {"range": [1, 3]}),
    ],
)
def test_what_is_written_stays_what_older_ledgers_hold(value: Value, written: object) -> None:
    assert encode_value(value) == written
    assert decode_value(written) == value
    assert type(decode_value(written)) is type(value)


def test_a_whole_number_is_kept_as_a_decimal() -> None:
    assert decode_value(encode_value(2)) == Decimal(2)


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_number_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        encode_value(Decimal(number))


@pytest.mark.parametrize("written", [None, 3, 2.5, [], {}, {"number": 3}, {"range": [2]}, {"range": ["a", None]}])
def test_what_was_never_written_is_not_read(written: object) -> None:
    with pytest.raises(ValueError, match="no stored value"):
        decode_value(written)


def test_what_was_read_cannot_be_changed() -> None:
    read = attributes_of(attributes_text({"cn": True}))
    with pytest.raises(TypeError):
        read["cn"] = False  # type: ignore[index]


def exactly(attributes: Attributes) -> dict[str, str]:
    """Attributes so that 2.50 and 2.5, and True and 1, are told apart."""
    return {name: repr(value) for name, value in attributes.items()}


def has_surrogate(value: object) -> bool:
    return isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value)
