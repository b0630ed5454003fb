"""What waits is counted, and how long it has."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage import Database
from storage.backlog import Backlog
from storage.outbox import Label


def test_nothing_waits_in_an_empty_database(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        assert turn.backlog() == Backlog(0, 0, 0)


def test_what_waits_and_since_when(database: Database, now: datetime) -> None:
    with database.turn(now) as turn:
        first = turn.outbox.put(Label("甲", None), {"text": "一"}, now)
        turn.outbox.put(Label("乙", None), {"text": "二"}, now + timedelta(hours=1), claimed=True)
        turn.people("甲").add_stay("常州")  # the next tick looks at them
    later = now + timedelta(seconds=90)
    with database.turn(later) as turn:
        found = turn.backlog()
        assert (found.waiting, found.age) == (2, 90)
        assert found.lag == 90
        assert first is not None
        turn.outbox.sent([first])
        assert turn.backlog().waiting == 1
