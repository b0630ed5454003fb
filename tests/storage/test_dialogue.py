"""The memory of dialogues, and answers given once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from storage import Database, StorageProblem, open_database

STATE = {"drafts": [{"activity": "论文"}], "asked": None, "serial": 3}
ANSWER = {"replies": [{"to": {"user": "甲"}, "text": "记好了"}], "posted": [{"hours": 10}]}


def test_a_fresh_dialogue_remembers_nothing(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        assert turn.dialogue("甲").load() == {}


def test_a_dialogue_survives_a_restart(file: Path, now: datetime) -> None:
    for state in (STATE, {**STATE, "serial": 4}):
        database = open_database(file)
        with database.turn(now) as turn:
            turn.dialogue("甲").save(state)
        database.close()
    with open_database(file).turn(now) as turn:
        assert turn.dialogue("甲").load() == {**STATE, "serial": 4}


def test_each_chat_and_each_person_has_a_memory_of_its_own(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        turn.dialogue("甲").save(STATE)
        assert turn.dialogue("甲", "群").load() == {}
        assert turn.dialogue("乙").load() == {}


def test_what_did_not_change_is_not_written_again(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        dialogue = turn.dialogue("甲")
        dialogue.save(STATE)
        dialogue.load()
        dialogue.save(dict(STATE))
        assert dialogue.load() == STATE


def test_an_answer_is_given_again(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        assert turn.answered("甲", "m1") is None
        turn.remember_answer("甲", "m1", ANSWER)
    with database.turn(now) as turn:
        assert turn.answered("甲", "m1") == ANSWER
        assert turn.answered("乙", "m1") is None
        assert turn.answered("甲", "m2") is None


def test_a_second_answer_to_one_message_undoes_its_whole_turn(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        turn.remember_answer("甲", "m1", ANSWER)
    with pytest.raises(StorageProblem) as told:
        move_and_answer(database, now)
    assert told.value.code == "conflict"
    with database.turn(now) as turn:
        assert turn.answered("甲", "m1") == ANSWER
        assert turn.people("甲").person().stays == ()


def move_and_answer(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        turn.people("甲").add_stay("常州")
        turn.remember_answer("甲", "m1", {"replies": []})
