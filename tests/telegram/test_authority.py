"""Who may do what, on phones: the table's cells by the real routes, with the words of the JSONL channel.

Some of every action, everybody and every chat are tried here; `XUESHI_ALL_CELLS=1` tries all of them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import pytest

from bot.channels.telegram import allowance
from policies.library import Library
from tests.employers.authority_world import CHATS, TABLE, Cell, cells
from tests.telegram.authority_phone import Phones, steady
from tests.telegram.phone import Bench

SEVENTH = 7  # has no divisor in common with the number of people or of chats, so all of them come up for every action


def chosen() -> list[Cell]:
    """Every seventh cell, and of each action and chat the first that is allowed."""
    each, kept, shown = list(cells()), list[Cell](), set[tuple[str | None, str | None, str]]()
    for number, cell in enumerate(each):
        first = cell.allowed and (cell.say, cell.press, cell.chat) not in shown
        if first:
            shown.add((cell.say, cell.press, cell.chat))
        if first or number % SEVENTH == 0 or "XUESHI_ALL_CELLS" in os.environ:
            kept.append(cell)
    return kept


CHOSEN = chosen()


@pytest.fixture(scope="module")
def phones(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[Phones]:
    """Everybody with a phone; nobody is told that they write too much."""
    with pytest.MonkeyPatch.context() as patched, Bench(tmp_path_factory.mktemp("authority")) as bench:
        patched.setattr(allowance, "BURST", len(CHOSEN))
        yield Phones(bench, library)
        assert bench.fake.server.violations == []


def test_the_cells_are_many_and_of_all_kinds() -> None:
    assert len(CHOSEN) >= 250
    assert {(cell.person, cell.chat) for cell in CHOSEN} == {
        (person, chat) for person in TABLE["people"]["everybody"] for chat in CHATS
    }
    assert {cell.say or cell.press for cell in CHOSEN} == {each.get("say") or each["press"] for each in TABLE["action"]}


def test_what_is_not_allowed_is_refused_on_a_phone_in_the_same_words(phones: Phones) -> None:
    before = phones.fingerprint()
    for cell in CHOSEN:
        if cell.allowed:
            continue
        phones.template.backup(phones.twin.raw)
        like = phones.by_jsonl(cell)
        came = phones.by_phone(cell, like)
        assert steady(came.here) == steady(like.here), cell
        assert not any(re.search(cell.shows, text) for text in came.here), cell
        assert like.aside == (), cell
        assert phones.fingerprint() == before, cell


@pytest.mark.parametrize("chat", CHATS)
def test_what_is_allowed_is_done_on_a_phone_too(phones: Phones, chat: str) -> None:
    for cell in CHOSEN:
        if not cell.allowed or cell.chat != chat:
            continue
        phones.afresh()
        like = phones.by_jsonl(cell)
        came = phones.by_phone(cell, like)
        assert (steady(came.here), steady(came.aside)) == (steady(like.here), steady(like.aside)), cell
        assert any(re.search(cell.shows, text) for text in (*came.here, *came.aside)), cell
        assert len(phones.fingerprint()) == len(phones.twin.fingerprint()), cell
