"""Prometheus metrics: turns by intent and outcome, how long they took, what waits to go out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Histogram, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.watch.outcome import outcome_of
from handlers.message import Answer

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of this instant, and what it means."""

    name: str
    meaning: str
    value: float


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

    def follow(self, read: Callable[[], Iterable[Figure]]) -> None:
        """Show figures that are read when they are asked for: the outbox's age, how late reminders are."""
        self._registry.register(_Followed(read))

    def text(self) -> bytes:
        """All figures in the exposition format."""
        return generate_latest(self._registry)


class _Followed(Collector):
    """Figures that are read anew each time."""

    def __init__(self, read: Callable[[], Iterable[Figure]]) -> None:
        self._read = read

    def collect(self) -> Iterator[Metric]:
        for figure in self._read():
            yield GaugeMetricFamily(figure.name, figure.meaning, figure.value)

    def describe(self) -> Iterable[Metric]:
        """Nothing is read only to learn the names."""
        return ()
