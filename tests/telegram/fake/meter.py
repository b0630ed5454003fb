"""Flood control as the server sees it: every message that was sent, and whether one more may be."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from math import ceil

SECOND, MINUTE = 1.0, 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The published limits: messages a second over all, a second in one chat (after a burst that is let pass, whose
    size is nowhere published), a minute in one group. `scale` shrinks the windows: 0.1 makes a second a tenth of one.
    """

    overall: int = 30
    per_chat: int = 1
    burst: int = 20
    per_group: int = 20
    scale: float = 1.0


@dataclass(slots=True)
class Meter:
    """All messages sent, over all and by chat; instants are seconds of one monotonic clock. `limits` None: no limit."""

    limits: Limits | None = field(default_factory=Limits)
    sent: list[float] = field(default_factory=list)
    by_chat: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    refused: int = 0

    def wait(self, chat: int, *, group: bool, now: float) -> int:
        """Whole seconds until that chat may get a message, 0 for now; a message that may is counted."""
        if self.limits is not None:
            left = max(self._left(chat, group=group, now=now, limits=self.limits))
            if left > 0:
                self.refused += 1
                return ceil(left)
        self.sent.append(now)
        self.by_chat[chat].append(now)
        return 0

    def _left(self, chat: int, *, group: bool, now: float, limits: Limits) -> tuple[float, float, float]:
        second, minute = SECOND * limits.scale, MINUTE * limits.scale
        own = self.by_chat.get(chat, [])
        return (
            until_room(self.sent, limits.overall, second, now),
            # a burst may go over it, but not on and on: as many seconds as it has messages
            until_room(own, limits.burst * limits.per_chat, limits.burst * second, now),
            until_room(own, limits.per_group, minute, now) if group else 0,
        )

    def peak(self, window: float, chat: int | None = None) -> int:
        """The most messages that any stretch of `window` seconds saw, over all or in one chat."""
        instants = self.sent if chat is None else self.by_chat.get(chat, [])
        return max((place - bisect_right(instants, at - window) + 1 for place, at in enumerate(instants)), default=0)


def until_room(instants: list[float], most: int, window: float, now: float) -> float:
    """Seconds until fewer than `most` of the instants lie within the last `window`."""
    return max(0.0, instants[-most] + window - now) if len(instants) >= most else 0.0
