"""What the outbox sends under flood control; `python -m tests.telegram.outbound` does it with two thousand messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.telegram.outbound import Mailing, mailed

# five times the published rate, so that it does not take five times as long
QUICK = Mailing(440, chats=2, to_each_chat=2, overall=150, floods=1, puddles=3)


def test_the_limits_hold_and_nothing_is_lost_or_doubled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # the library warns where this is not decided
    came = mailed(QUICK, tmp_path)
    assert sorted(came.arrived.values()) == [1] * 444
    assert came.refused == 0
    assert (came.peak <= 150, came.chat_peak) == (True, 1)
    assert came.closed == 1
