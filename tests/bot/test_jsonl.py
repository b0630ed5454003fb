"""The JSONL channel as its contract has it, through a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.bot.conftest import XUESHI, Run, environment
from tests.bot.jsonl_client import JsonlClient

NOW = "2026-11-20T10:00:00+08:00"
LATER = "2026-11-20T10:00:10+08:00"
PAPER = "去年发表了一篇CN论文，第二作者"
FIELDS = {"replies", "intent", "posted", "removed", "asks", "error"}


def test_the_first_conversation_of_the_contract(channel: JsonlClient) -> None:
    first = channel.say("u1", "我在常州工作", now=NOW)
    assert (first["intent"], first["posted"], first["error"]) == ("set_profile", [], None)
    second = channel.say("u1", PAPER, now=LATER)
    (entry,) = second["posted"]
    assert second["intent"] == "record"
    wanted = {
        "year": 2025,
        "subject": "professional",
        "hours": 10,
        "document": "常人社职〔2024〕1号",
        "article": "四（九）",
    }
    assert {key: entry[key] for key in wanted} == wanted


def test_every_field_of_an_entry(channel: JsonlClient) -> None:
    channel.say("字段", "我在常州工作", now=NOW)
    (entry,) = channel.say("字段", PAPER, now=LATER)["posted"]
    assert entry == {
        "id": entry["id"],
        "activity": "paper",
        "year": 2025,
        "date": None,
        "subject": "professional",
        "hours": 10,
        "credited": 10,
        "document": "常人社职〔2024〕1号",
        "article": "四（九）",
        "status": "reported",
    }
    assert isinstance(entry["id"], str)


def test_every_answer_has_the_fields_of_the_contract(channel: JsonlClient) -> None:
    answer = channel.say("u2", "你好", now=NOW)
    assert set(answer) >= FIELDS
    (reply,) = answer["replies"]
    assert reply["to"] == {"user": "u2"}
    assert reply["text"]


def test_a_balance(channel: JsonlClient) -> None:
    channel.say("余额", "我在常州工作", now=NOW)
    channel.say("余额", PAPER, now=NOW)
    assert channel.say("余额", "2025年还差多少学时", now=LATER)["balance"] == {
        "year": 2025,
        "region": "常州",
        "required": {"total": 90, "public": 30, "professional": 60},
        "credited": {"total": 10, "public": 0, "professional": 10},
        "short": {"total": 80, "public": 30, "professional": 50},
    }


def test_a_statement_is_a_balance_with_its_entries(channel: JsonlClient) -> None:
    channel.say("清单", "我在常州工作", now=NOW)
    (entry,) = channel.say("清单", PAPER, now=NOW)["posted"]
    statement = channel.ask(user="清单", statement={"year": 2025}, now=LATER)["statement"]
    assert statement["short"] == {"total": 80, "public": 30, "professional": 50}
    assert statement["entries"] == [entry]


def test_a_button_is_pressed_by_its_data(channel: JsonlClient) -> None:
    channel.say("按钮", "我在常州工作", now=NOW)
    recorded = channel.say("按钮", PAPER, now=NOW)
    buttons = [button for row in recorded["replies"][0]["buttons"] for button in row]
    undo = next(button for button in buttons if button["label"] == "撤销")
    assert len(undo["data"].encode()) <= 64
    assert channel.ask(user="按钮", press=undo["data"], now=LATER)["removed"] == [recorded["posted"][0]["id"]]
    assert channel.ask(user="按钮", statement={"year": 2025}, now=LATER)["statement"]["credited"]["total"] == 0


def test_the_region_is_asked_for_once_and_what_was_said_is_kept(channel: JsonlClient) -> None:
    asked = channel.say("地区", PAPER, now=NOW)
    assert (asked["asks"], asked["posted"]) == (["region"], [])
    told = channel.say("地区", "常州", now=LATER)
    assert [entry["hours"] for entry in told["posted"]] == [10]


def test_the_same_message_is_processed_once(channel: JsonlClient) -> None:
    channel.say("重复", "我在常州工作", now=NOW)
    first = channel.say("重复", PAPER, now=NOW, message_id="m1")
    assert channel.say("重复", PAPER, now=LATER, message_id="m1") == first
    statement = channel.ask(user="重复", statement={"year": 2025}, now=LATER)["statement"]
    assert len(statement["entries"]) == 1


def test_message_ids_are_each_persons_own(channel: JsonlClient) -> None:
    channel.say("重复甲", "我在常州工作", now=NOW, message_id="m1")
    assert channel.say("重复乙", "你好", now=NOW, message_id="m1")["intent"] != "set_profile"


def test_nobody_sees_what_another_recorded(channel: JsonlClient) -> None:
    for user in ("甲", "乙"):
        channel.say(user, "我在常州工作", now=NOW)
    (entry,) = channel.say("甲", PAPER, now=NOW)["posted"]
    statement = channel.ask(user="乙", statement={"year": 2025}, now=NOW)["statement"]
    assert statement["entries"] == []
    assert channel.ask(user="乙", press=f"u:{entry['id']}", now=NOW)["removed"] == []


def test_a_tick_needs_no_user(channel: JsonlClient) -> None:
    answer = channel.ask(tick=True, now=NOW)
    assert (answer["replies"], answer["error"]) == ([], None)


def test_today_is_that_of_the_instant_in_china(channel: JsonlClient) -> None:
    """Late on New Year's Eve in London it is New Year in Changzhou."""
    channel.say("跨年", "我在常州工作", now=NOW)
    (entry,) = channel.say("跨年", PAPER, now="2026-12-31T20:00:00+00:00")["posted"]
    assert entry["year"] == 2026


def test_a_turn_without_now_happens_at_the_clocks_time(channel: JsonlClient) -> None:
    channel.say("时钟", "我在常州工作")
    assert channel.say("时钟", PAPER)["error"] is None


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b'{"user":"u"}', b'{"text":"x"}', b"\xff\xfe", b"[" * 100_000])
def test_a_bad_line_gets_an_error_and_the_channel_goes_on(channel: JsonlClient, line: bytes) -> None:
    error = channel.line(line)["error"]
    assert error["code"]
    assert error["message"]
    assert channel.say("u1", "你好", now=NOW)["error"] is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "长" * 10_000,
        "\u0000\u0007\u001b[2J",
        "🙂🎉👨‍👩‍👧",
        "\ud800",
        "\u202e倒",
        "a" * 900_000,
        "%s{}{0}\\",
        "'; DROP TABLE entry; --",
    ],
    ids=["empty", "blank", "long", "control", "emoji", "surrogate", "bidi", "huge", "format", "sql"],
)
def test_strange_texts_are_answered_and_nothing_is_lost(channel: JsonlClient, text: str) -> None:
    channel.say("怪字", "我在常州工作", now=NOW)
    before = channel.ask(user="怪字", statement={"year": 2026}, now=NOW)
    answer = channel.say("怪字", text, now=NOW)
    assert answer["error"] is None
    assert answer["replies"][0]["text"]
    assert channel.ask(user="怪字", statement={"year": 2026}, now=NOW) == before


def test_it_ends_with_the_input_and_writes_nothing_else(alone: Run) -> None:
    done = alone("chat", "--jsonl", typed='{"user":"u","text":"你好"}\n{"tick":true}')
    assert done.returncode == 0
    assert [list(json.loads(line)) for line in done.stdout.splitlines()] != []
    assert (len(done.stdout.splitlines()), done.stderr) == (2, "")


def test_a_database_keeps_what_was_said_over_a_restart(run: Run, tmp_path: Path) -> None:
    def chat(*requests: dict[str, Any]) -> list[dict[str, Any]]:
        typed = "\n".join(json.dumps(request) for request in requests)
        done = run("chat", "--jsonl", "--db", f"sqlite:///{tmp_path}/kept.db", typed=typed)
        return [json.loads(line) for line in done.stdout.splitlines()]

    chat({"user": "u", "text": "我在常州工作", "now": NOW}, {"user": "u", "text": "发表了一篇CN论文", "now": NOW})
    (answered,) = chat({"user": "u", "text": "第二作者", "now": LATER})
    assert [entry["hours"] for entry in answered["posted"]] == [10]


def test_without_a_database_given_nothing_is_written_anywhere(run: Run, tmp_path: Path) -> None:
    run("chat", "--jsonl", typed='{"user":"u","text":"你好"}\n', XUESHI_DB=str(tmp_path / "other.db"))
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    with JsonlClient([*XUESHI, "chat", "--jsonl"], tmp_path, environment(tmp_path)) as client:
        client.say("u", "你好")
        assert client.process.stdout is not None
        client.process.stdout.close()
        assert client.process.stdin is not None
        client.process.stdin.write(b'{"tick":true}\n' * 3)
        client.process.stdin.close()
        assert client.process.stderr is not None
        assert client.process.stderr.read() == b""
        assert client.process.wait(timeout=30) == 0
        client.process.stdin = client.process.stdout = None


def test_an_interrupt_ends_it_without_a_traceback(tmp_path: Path) -> None:
    with JsonlClient([*XUESHI, "chat", "--jsonl"], tmp_path, environment(tmp_path)) as client:
        client.say("u", "你好")
        os.kill(client.process.pid, signal.SIGINT)
        code, errors = client.end()
    assert code == 130
    assert "Traceback" not in errors


def test_a_killed_process_has_kept_every_answer_that_it_gave(tmp_path: Path, run: Run) -> None:
    database = f"sqlite:///{tmp_path}/kept.db"
    with JsonlClient([*XUESHI, "chat", "--jsonl", "--db", database], tmp_path, environment(tmp_path)) as client:
        client.say("u", "我在常州工作", now=NOW)
        (entry,) = client.say("u", PAPER, now=NOW)["posted"]
        client.process.kill()
    request = json.dumps({"user": "u", "statement": {"year": 2025}, "now": LATER})
    done: subprocess.CompletedProcess[str] = run("chat", "--jsonl", "--db", database, typed=request)
    assert json.loads(done.stdout)["statement"]["entries"] == [entry]
