"""Two thousand messages through the outbox at the published limits; how much of the permitted rate is used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure
from tests.telegram.outbound import FULL, mailed


def figures(folder: Path) -> Iterator[Figure]:
    """The rate beside the permitted one; takes over a minute, as long as the platform makes it take."""
    came = mailed(FULL, folder)
    assert came.refused == 0
    assert set(came.arrived.values()) == {1}
    rate = came.messages / (came.seconds - came.closed + 1)
    yield Figure("outbound messages a second, refusals injected", rate, "/s", rate / came.share, "the permitted rate")
