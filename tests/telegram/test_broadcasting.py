"""A broadcast to sixty members; `python -m tests.telegram.broadcasting` does it with five hundred."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram.pace import IN_FLIGHT
from tests.nursery import Nursery
from tests.telegram.broadcasting import broadcast


def test_each_gets_it_once_through_floods_blocks_and_a_kill(
    nursery: Nursery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    came = broadcast(tmp_path, nursery, members=60, kills=1)
    assert came.lost == []
    # those on the wire at the kill: one, save where calls take long; and the one that the network took the answer of
    assert came.doubled <= came.kills * IN_FLIGHT + 1
    assert len(came.reports) == 1
    assert "送到54人，没送到6人" in came.reports[0]
    assert "屏蔽了我" in came.reports[0]
