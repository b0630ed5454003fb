"""Shapes are counted by month; the commonest come first."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage import Database
from storage.shapes import Unread


def test_counted_by_month(database: Database, now: datetime) -> None:
    for shape, days in (("某0", 0), ("某0", 1), ("某，某", 2), ("某，某", 400)):
        with database.turn(now - timedelta(days=days)) as turn:
            turn.shapes.count(shape)
    with database.turn(now) as turn:
        assert turn.shapes.most("2026-01", 5) == (Unread("某0", 2), Unread("某，某", 1))
        assert turn.shapes.most("2025-01", 1) == (Unread("某0", 2),)


def test_months_long_past_are_forgotten(database: Database, now: datetime) -> None:
    for days in (0, 400):
        with database.turn(now - timedelta(days=days)) as turn:
            turn.shapes.count("某0")
    with database.turn(now) as turn:
        turn.shapes.forget("2026-01")
        assert turn.shapes.most("2000-01", 5) == (Unread("某0", 1),)
