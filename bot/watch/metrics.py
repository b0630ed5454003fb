"""Prometheus metrics: turns by intent and outcome, how long they took, what waits to go out."""

from __future__ import annotations

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.watch.outcome import outcome_of
from handlers.message import Answer

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


class Metrics:
    """One process's figures, in a registry of their own so that several can live side by side."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._turns = Counter(
            "xueshi_turns", "Turns by intent and outcome", ("intent", "outcome"), registry=self._registry
        )
        self._seconds = Histogram(
            "xueshi_turn_seconds", "How long a turn took", buckets=SECONDS, registry=self._registry
        )
        self._posted = Counter("xueshi_entries_posted", "Entries written to ledgers", registry=self._registry)

    def turned(self, answer: Answer, seconds: float) -> None:
        """Count a turn."""
        self._turns.labels(answer.intent, outcome_of(answer)).inc()
        self._seconds.observe(seconds)
        self._posted.inc(len(answer.posted))

    def follow(self, name: str, meaning: str, read: Callable[[], float]) -> None:
        """Show a figure that is read when it is asked for: the outbox's age, how late reminders are."""
        Gauge(name, meaning, registry=self._registry).set_function(read)

    def text(self) -> bytes:
        """All figures in the exposition format."""
        return generate_latest(self._registry)
