"""What came of a turn, in one word, for metrics and logs."""

from __future__ import annotations

from typing import Protocol

from handlers.message import Answer

OUTCOMES = ("failed", "posted", "removed", "asked", "held_back", "not_understood", "answered", "silent")


class Watch(Protocol):
    """Who wants to hear of every turn."""

    def turned(self, answer: Answer, seconds: float) -> None:
        """A turn was answered in that time."""


def outcome_of(answer: Answer) -> str:
    """One of OUTCOMES. `held_back`: something was reported and rightly not recorded (plans, failures, hearsay)."""
    if answer.error is not None:
        return "failed"
    if not answer.replies:
        return "silent"
    if answer.posted:
        return "posted"
    if answer.removed:
        return "removed"
    if answer.asks:
        return "asked"
    return {"record": "held_back", "unknown": "not_understood"}.get(answer.intent, "answered")
