"""Three processes answer many people on one PostgreSQL; `python -m tests.postgres` does it with ten thousand turns."""

from __future__ import annotations

from tests.postgres.crowd import crowded, modelled, rounds


def test_nothing_is_lost_doubled_or_answered_otherwise(server_url: str) -> None:
    sent = rounds(people=15, messages=8)
    model, outcome = modelled(sent), crowded(server_url, sent)
    assert outcome.turns == 240
    assert outcome.answers == model.answers
    assert outcome.ledgers == model.ledgers
    assert sum(map(len, model.ledgers.values())) > 30
