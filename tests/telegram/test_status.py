"""What a serving process shows of itself: whether it is well, and figures of what it did, without a word of anybody."""

from __future__ import annotations

import json
import socket
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.nursery import Nursery
from tests.telegram.fake import Fake
from tests.telegram.serving import Serving
from tests.telegram.test_conversations import settled

NUMBER = "13912345678"  # whole: three digits of it may stand in any figure


@pytest.fixture
def watched(nursery: Nursery, fake: Fake, tmp_path: Path) -> Iterator[Serving]:
    settings = {"XUESHI_STATUS": fake.address(), "XUESHI_LOG": "INFO", "XUESHI_LOG_FORMAT": "json"}
    with Serving(nursery, fake, tmp_path, **settings) as running:
        yield running


def seen(serving: Serving, path: str) -> tuple[int, str]:
    with urllib.request.urlopen(f"http://{serving.environment()['XUESHI_STATUS']}/{path}", timeout=10) as answer:
        return answer.status, answer.read().decode()


def test_health_figures_and_logs_of_a_running_bot(watched: Serving) -> None:
    person = settled(watched)
    person.says(f"单位组织培训两天，我的电话是{NUMBER}")
    person.hear()
    assert seen(watched, "healthz") == seen(watched, "readyz") == (200, "ok\n")
    figures = seen(watched, "metrics")[1]
    assert 'xueshi_turns_total{intent="record",outcome="posted"} 1.0' in figures
    assert "xueshi_outbox_waiting " in figures
    assert "xueshi_reminder_lag_seconds " in figures
    assert NUMBER not in figures
    logged = [json.loads(line) for line in watched.said().splitlines() if line.startswith("{")]
    assert any(line["message"].startswith("record, posted, ") for line in logged)
    assert NUMBER not in watched.said()


def test_an_address_that_somebody_else_has_is_told(nursery: Nursery, fake: Fake, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        where = "{}:{}".format(*taken.getsockname())
        serving = Serving(nursery, fake, tmp_path, XUESHI_STATUS=where)
        assert nursery.ended(nursery.born(serving.environment(), tmp_path, serving.log, serving.clock)) == 1
    assert f"监听不了 {where}" in serving.said()
    assert "Traceback" not in serving.said()
