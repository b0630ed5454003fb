"""What is sealed shows nothing, opens with any of the keys, and with no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.sealing import MARK, Seal, WrongKey, new_key

KEY, OLD = new_key(), new_key()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_there_and_back(text: str) -> None:
    sealed = Seal([KEY]).close(text)
    assert sealed.startswith(MARK)
    assert Seal([KEY]).open(sealed) == text


def test_a_sealed_text_shows_nothing() -> None:
    assert "论文" not in Seal([KEY]).close("论文")
    assert Seal([KEY]).close("论文") != Seal([KEY]).close("论文")


def test_what_was_never_sealed_stays_readable() -> None:
    assert Seal([KEY]).open("论文") == "论文"
    assert Seal([KEY]).open_file(b"%PDF") == b"%PDF"


def test_a_new_key_takes_over_from_an_old_one() -> None:
    text, file = Seal([OLD]).close("论文"), Seal([OLD]).close_file(b"%PDF")
    both = Seal([KEY, OLD])
    assert (both.open(text), both.open_file(file)) == ("论文", b"%PDF")
    assert Seal([KEY]).open(both.close("论文")) == "论文"


def test_a_wrong_key_opens_nothing() -> None:
    with pytest.raises(WrongKey):
        Seal([KEY]).open(Seal([OLD]).close("论文"))


def test_what_is_no_key() -> None:
    with pytest.raises(ValueError, match="Fernet key"):
        Seal(["secret"])
