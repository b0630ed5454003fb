"""What the JSONL channel takes for a request, and by which code it refuses the rest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import wording
from bot.channels.jsonl import json_line, lines, respond, run
from bot.channels.request import DRIVERS, LONGEST_LINE, BadRequest, read_request
from handlers.message import Answer, Message, Reply

CLOCK = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def read(**fields: object) -> Message:
    return read_request(json.dumps(fields).encode(), CLOCK)


def test_every_field_reaches_the_message() -> None:
    message = read(
        user="u",
        text="这是证书",
        file="证书.pdf",
        name="张三",
        group="g",
        group_admin=True,
        addressed=True,
        now="2026-11-20T10:00:00+08:00",
        message_id="m",
    )
    assert message == Message(
        "u",
        datetime(2026, 11, 20, 10, 0, tzinfo=message.now.tzinfo),
        text="这是证书",
        file="证书.pdf",
        name="张三",
        group="g",
        group_admin=True,
        addressed=True,
        message_id="m",
    )
    assert message.now.utcoffset() == timedelta(hours=8)


def test_what_is_absent_or_null_says_nothing() -> None:
    assert read(user="u", text="x", press=None, group=None, tick=False) == Message("u", CLOCK, text="x")


def test_a_statement_and_a_tick() -> None:
    assert read(user="u", statement={"year": 2025}) == Message("u", CLOCK, statement_year=2025)
    assert read(tick=True) == Message("", CLOCK, tick=True)


def test_fields_that_may_come_some_day_are_let_be() -> None:
    assert read(user="u", text="x", colour="red") == Message("u", CLOCK, text="x")


@pytest.mark.parametrize(
    "now", ["2026-11-20T02:00:00Z", "2026-11-20T02:00:00.123456+00:00", "2026-11-20 10:00:00+08:00"]
)
def test_instants(now: str) -> None:
    assert abs(read(user="u", text="x", now=now).now - CLOCK) < timedelta(seconds=1)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": "x"}, "missing_user"),
        ({"user": None, "text": "x"}, "missing_user"),
        ({"user": "", "text": "x"}, "bad_field"),
        ({"user": 7, "text": "x"}, "bad_field"),
        ({"user": "u"}, "missing_driver"),
        ({"user": "u", "name": "张三"}, "missing_driver"),
        ({"tick": False}, "missing_user"),
        ({"user": "u", "tick": False}, "missing_driver"),
        ({"user": "u", "text": "x", "press": "y"}, "several_drivers"),
        ({"user": "u", "text": "x", "tick": True}, "several_drivers"),
        ({"user": "u", "press": "x", "file": "y"}, "several_drivers"),
        ({"user": "u", "statement": {"year": 2025}, "text": "x"}, "several_drivers"),
        ({"user": "u", "text": 5}, "bad_field"),
        ({"user": "u", "press": ""}, "bad_field"),
        ({"user": "u", "file": ["a"]}, "bad_field"),
        ({"user": "u", "text": "x", "group": 1}, "bad_field"),
        ({"user": "u", "text": "x", "group_admin": "yes"}, "bad_field"),
        ({"user": "u", "text": "x", "message_id": 1}, "bad_field"),
        ({"tick": 1}, "bad_field"),
        ({"user": "u", "statement": 2025}, "bad_field"),
        ({"user": "u", "statement": {}}, "bad_field"),
        ({"user": "u", "statement": {"year": "2025"}}, "bad_field"),
        ({"user": "u", "statement": {"year": True}}, "bad_field"),
        ({"user": "u", "statement": {"year": 10**9}}, "bad_field"),
        ({"user": "u", "text": "x", "now": "2026-11-20T10:00:00"}, "bad_now"),
        ({"user": "u", "text": "x", "now": "2026-11-20"}, "bad_now"),
        ({"user": "u", "text": "x", "now": "yesterday"}, "bad_now"),
        ({"user": "u", "text": "x", "now": "0001-01-01T00:00:00+14:00"}, "bad_now"),
        ({"user": "u", "text": "x", "now": 1_700_000_000}, "bad_field"),
        (["user"], "not_object"),
        ("user", "not_object"),
        (None, "not_object"),
    ],
)
def test_what_lacks_something_is_refused(fields: object, code: str) -> None:
    with pytest.raises(BadRequest) as told:
        read_request(json.dumps(fields).encode(), CLOCK)
    assert told.value.code == code
    assert "{" not in str(told.value).replace('{"year": 2025}', "")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"", "bad_json"),
        (b'{"user":"u",', "bad_json"),
        (b"[" * 100_000, "bad_json"),
        (b'{"a":' + b"1" * 10_000 + b"}", "bad_json"),
        (b"\xff", "bad_encoding"),
        (b'{"user":"\xe5"}', "bad_encoding"),
        (b" " * (LONGEST_LINE + 1), "too_long"),
    ],
)
def test_what_is_no_json_is_refused(line: bytes, code: str) -> None:
    with pytest.raises(BadRequest) as told:
        read_request(line, CLOCK)
    assert told.value.code == code


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert read_request(b'\xef\xbb\xbf{"user":"u","text":"x"}', CLOCK).text == "x"


def test_every_refusal_has_its_sentence() -> None:
    assert set(DRIVERS) == {"text", "press", "file", "statement", "tick"}
    for code in wording.BAD_REQUESTS:
        assert str(BadRequest(code, limit=1, field="text", kind="x"))


@given(st.binary())
def test_no_line_at_all_stops_the_channel(line: bytes) -> None:
    json_line(respond(echo, line))


@given(st.dictionaries(st.sampled_from(["user", "text", "now", "tick", "statement", "press"]), JSON_VALUES))
def test_no_object_at_all_stops_the_channel(fields: Mapping[str, Any]) -> None:
    answer = respond(echo, json.dumps(fields).encode())
    assert "error" in answer


def test_half_a_character_is_neither_stored_nor_sent() -> None:
    message = read_request(b'{"user":"u","text":"\\ud83d!"}', CLOCK)
    assert message.text == "?!"


def test_each_line_gets_one_line_in_order() -> None:
    sink = BytesIO()
    run(echo, BytesIO(b'{"user":"u","text":"\xe4\xb8\x80"}\r\n\n{"user":"u","text":"2"}'), sink)
    answers = [json.loads(line) for line in sink.getvalue().splitlines()]
    assert [answer.get("replies", [{"text": None}])[0]["text"] for answer in answers] == ["一", None, "2"]
    assert "一".encode() in sink.getvalue()


def test_what_a_library_prints_is_no_answer(capsys: pytest.CaptureFixture[str]) -> None:
    def chatty(message: Message) -> Answer:
        print("visit our site")
        return echo(message)

    sink = BytesIO()
    run(chatty, BytesIO(b'{"user":"u","text":"x"}\n'), sink)
    assert len(sink.getvalue().splitlines()) == 1
    assert capsys.readouterr() == ("", "visit our site\n")


def test_a_line_that_is_far_too_long_is_one_line_still() -> None:
    source = BytesIO(b"x" * (3 * LONGEST_LINE) + b"\nshort\n")
    found = list(lines(source))
    assert (len(found), found[1]) == (2, b"short")
    assert len(found[0]) > LONGEST_LINE


def echo(message: Message) -> Answer:
    return Answer((Reply(message.text or "", to_user=message.user),))
