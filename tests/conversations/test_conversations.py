"""The conversations of every `*.jsonl` beside this file, played against the assistant, turn by turn.

A line is a conversation: `id`, `region` (said first; null says nothing), `now`, `tags`, and `turns`, each of which
says something (`say`), presses the button whose label has `press_label`, or asks for the `statement` of a year, and
holds what is expected of the answer (`expect`, read by `checking`). `known.toml` names what is known to fail, and why.

Where several people speak a turn has its `user` and `name`, in a group its `group`, `addressed`, `group_admin`; `tick`
lets time pass to its `now`. `{code}` stands for the last join code that a reply named. A file whose name ends in
`-alone` has a database of its own for each conversation, for a tick reaches everybody.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from handlers.assistant import Assistant
from handlers.message import Message
from policies.library import Library
from storage.database import open_database
from tests.conversations.checking import misses

HERE = Path(__file__).parent
KNOWN: dict[str, str] = tomllib.loads((HERE / "known.toml").read_text(encoding="utf-8"))["fails"]
# a province is not where anybody works: a city of it that has no document of its own
OPENINGS = {"江苏": "我在江苏苏州工作"}

Json = dict[str, Any]


def conversations() -> Iterator[tuple[str, Json]]:
    """Every conversation with its file's name."""
    for path in sorted(HERE.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield path.stem, json.loads(line)


CONVERSATIONS = list(conversations())
JOIN_CODE = re.compile("(?<![A-Za-z0-9])[A-Z2-9]{8}(?![A-Za-z0-9])")
ALONE = "-alone"


@pytest.fixture(scope="module")
def assistant(library: Library) -> Assistant:
    """One assistant for all: the conversations are by different people."""
    return Assistant(open_database("sqlite://"), library)


def played(assistant: Assistant, conversation: Json) -> Iterator[tuple[Json, Json]]:
    """Each turn of a conversation with the answer that came."""
    user, now = conversation["id"], datetime.fromisoformat(conversation["now"])
    if region := conversation["region"]:
        assistant.answer(Message(user, now, text=OPENINGS.get(region, f"我在{region}工作")))
    buttons: list[Json] = []
    code = ""
    for turn in conversation["turns"]:
        now = datetime.fromisoformat(turn["now"]) if "now" in turn else now + timedelta(seconds=7)
        answer: Json = assistant.answer(message_of(turn, user, now, buttons, code)).as_json()
        replies: list[Json] = answer["replies"]
        shown = [button for reply in replies for row in reply.get("buttons", []) for button in row]
        buttons = shown or buttons
        code = next((found for reply in replies for found in JOIN_CODE.findall(reply["text"])), code)
        yield turn, answer


def message_of(turn: Json, user: str, now: datetime, buttons: list[Json], code: str) -> Message:
    """What a turn says, presses or asks for. Fails where no button has the label."""
    if turn.get("tick"):
        return Message("", now, tick=True)
    plain = Message(
        turn.get("user", user),
        now,
        name=turn.get("name"),
        group=turn.get("group"),
        group_admin=turn.get("group_admin", False),
        addressed=turn.get("addressed", "group" in turn),
        message_id=turn.get("message_id"),
    )
    if "statement" in turn:
        return replace(plain, statement_year=turn["statement"]["year"])
    if "press_label" not in turn:
        return replace(plain, text=turn["say"].replace("{code}", code))
    fitting = [button["data"] for button in buttons if turn["press_label"] in button["label"]]
    assert fitting, f"no button {turn['press_label']} among {[button['label'] for button in buttons]}"
    return replace(plain, press=fitting[0])


@pytest.mark.parametrize(("stem", "conversation"), [pytest.param(*each, id=each[1]["id"]) for each in CONVERSATIONS])
def test_conversation(
    stem: str, conversation: Json, assistant: Assistant, library: Library, request: pytest.FixtureRequest
) -> None:
    if reason := KNOWN.get(conversation["id"]):
        # strict: what has come right leaves the list
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    one = Assistant(open_database("sqlite://"), library) if stem.endswith(ALONE) else assistant
    for turn, answer in played(one, conversation):
        assert not misses(turn.get("expect", {}), answer), turn


def test_each_conversation_has_a_name_of_its_own() -> None:
    names = [conversation["id"] for _, conversation in CONVERSATIONS]
    assert len(names) == len(set(names))


def test_what_is_known_to_fail_is_there() -> None:
    assert set(KNOWN) <= {conversation["id"] for _, conversation in CONVERSATIONS}
