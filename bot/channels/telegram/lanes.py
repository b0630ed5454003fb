"""Work in lanes: what stands in one lane is done in order, different lanes side by side."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)

Job = Callable[[], Awaitable[None]]


class Lanes:
    """All lanes; one is there as long as something stands in it."""

    def __init__(self) -> None:
        self._lanes: dict[str, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def add(self, lane: str, job: Job) -> None:
        """Do this once all that stands in the lane is done."""
        if lane in self._lanes:
            self._lanes[lane].append(job)
            return
        self._lanes[lane] = deque([job])
        task = asyncio.create_task(self._work(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def length(self, lane: str) -> int:
        """How many jobs stand in a lane."""
        return len(self._lanes.get(lane, ()))

    def __len__(self) -> int:
        return sum(map(len, self._lanes.values()))

    async def finish(self, patience: float) -> None:
        """Wait until all is done; what takes longer than `patience` seconds is given up."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        for task in self._tasks:
            task.cancel()

    async def _work(self, lane: str) -> None:
        jobs = self._lanes[lane]
        try:
            while jobs:
                try:
                    await jobs[0]()
                except Exception:
                    logger.exception("a job failed")
                jobs.popleft()
        finally:
            del self._lanes[lane]
