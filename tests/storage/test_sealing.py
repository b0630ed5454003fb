"""What is sealed shows nothing, opens with any of the keys, and with no other."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.facts import Period
from storage import StorageProblem, open_database
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


DAY = Period(date(2026, 3, 1), date(2026, 3, 1), exact=True)


def written(file: Path, now: datetime, seal: Seal | None) -> None:
    database = open_database(file, file.with_suffix(".files"), seal)
    with database.turn(now) as turn:
        turn.people("u").add_stay("常州")
        turn.ledger("u").record("paper", DAY, {"title": "盾构施工"}, "发表了《盾构施工》")
        turn.dialogue("u").save({"said": "盾构施工"})
        turn.proofs("u").keep("盾构施工".encode(), "pdf", "盾构施工.pdf")
    database.close()


def read(file: Path, now: datetime, seal: Seal | None) -> list[object]:
    database = open_database(file, file.with_suffix(".files"), seal)
    with database.turn(now) as turn:
        proofs = turn.proofs("u").all()
        found: list[object] = [
            turn.ledger("u").entries(),
            turn.dialogue("u").load(),
            [turn.proofs("u").content(one) for one in proofs],
        ]
    database.close()
    return found


def on_disk(file: Path) -> bytes:
    files = [file, *(each for each in file.with_suffix(".files").rglob("*") if each.is_file())]
    return b"".join(each.read_bytes() for each in files)


def test_nothing_that_was_written_or_handed_in_can_be_read_on_the_disk(file: Path, now: datetime) -> None:
    plain, sealed = file.with_name("plain.db"), file.with_name("sealed.db")
    written(plain, now, None)
    written(sealed, now, Seal([KEY]))
    assert "盾构".encode() in on_disk(plain)
    assert "盾构".encode() not in on_disk(sealed)
    assert read(sealed, now, Seal([KEY])) == read(plain, now, None)


@pytest.mark.parametrize("keys", [None, [OLD]])
def test_without_the_right_key_nothing_is_opened_or_written(file: Path, now: datetime, keys: list[str] | None) -> None:
    written(file, now, Seal([KEY]))
    with pytest.raises(StorageProblem) as problem:
        open_database(file, seal=Seal(keys) if keys else None)
    assert problem.value.code == "wrong_key"


def test_sealing_anew_leaves_the_old_key_useless(file: Path, now: datetime) -> None:
    written(file, now, None)
    before = read(file, now, None)
    for keys in ([OLD], [KEY, OLD]):
        database = open_database(file, file.with_suffix(".files"), Seal(keys))
        texts, files = database.seal_anew()
        database.close()
        assert (texts > 4, files) == (True, 1)
    assert "盾构".encode() not in on_disk(file)
    assert read(file, now, Seal([KEY])) == before


def test_words_that_look_sealed_are_only_words(file: Path, now: datetime) -> None:
    database = open_database(file)
    with database.turn(now) as turn:
        turn.dialogue("u").save({})
        turn.ledger("u").record("paper", DAY, {}, MARK + "x")
    with database.turn(now) as turn:
        assert turn.ledger("u").entries()[0].said == MARK[1:] + "x"
    database.close()
