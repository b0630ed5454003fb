"""What a bench gives: figures, each perhaps beside a rival's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in `unit`; `rival` is the same measured of something else in the same run."""

    name: str
    value: float
    unit: str = "ms"
    rival: float = 0
    rival_name: str = ""


def milliseconds(work: Callable[[], object], times: int) -> float:
    """The median of so many runs, after one that warms up."""
    work()
    taken = []
    for _ in range(times):
        before = perf_counter()
        work()
        taken.append(perf_counter() - before)
    return median(taken) * 1000
