"""A shape keeps the words of the lexicon and nothing that could be somebody's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.shape import LONGEST, shape_of


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("帮我把王小明的论文弄一下", "王小明"),
        ("我电话13912345678", "139"),
        ("my mail is li.si@example.com", "li"),
        ("📞 𠮷野家", "𠮷"),
    ],
)
def test_what_is_ones_own_goes(text: str, own: str) -> None:
    assert own not in shape_of(text)


def test_what_everybody_says_stays() -> None:
    assert "论文" in shape_of("帮我把王小明的论文弄一下")
    assert shape_of("王小明的论文呢") == shape_of("欧阳修的论文呢")


@given(st.text())
def test_anything_has_a_short_shape(text: str) -> None:
    assert len(shape_of(text)) <= LONGEST
    assert not any(char.isdigit() and char != "0" for char in shape_of(text) if char.isascii())
