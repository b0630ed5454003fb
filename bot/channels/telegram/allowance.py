"""How much one person, or all of a group together, may ask of us: a burst of messages, then one every so often.
Forwarding a dozen is fine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

BURST = 60
A_SECOND = 1.0  # messages of one person; the platform lets us answer no faster in one chat
OF_GROUP = 20 / 60  # messages a second of a group's members together, likewise
MANY = 5_000  # those that are remembered before those with a full allowance are looked for
SILENCE = 30.0  # seconds between two refusals


@dataclass(slots=True)
class _Purse:
    left: float
    at: float
    refused_at: float = float("-inf")


class Allowance:
    """Everybody's allowance; after its burst it fills by `a_second` messages."""

    def __init__(self, clock: Callable[[], float], a_second: float = A_SECOND) -> None:
        self._clock = clock
        self._a_second = a_second
        self._purses: dict[str, _Purse] = {}

    def spend(self, person: str) -> bool:
        """Whether one more message is taken."""
        now = self._clock()
        if len(self._purses) > MANY:
            self._purses = {who: purse for who, purse in self._purses.items() if self._filled(purse, now) < BURST}
        purse = self._purses.setdefault(person, _Purse(BURST, now))
        purse.left, purse.at = self._filled(purse, now), now
        if purse.left < 1:
            return False
        purse.left -= 1
        return True

    def refuse(self, person: str) -> bool:
        """Whether they are to be told that it was too much: once for a while."""
        purse, now = self._purses[person], self._clock()
        if purse.refused_at + SILENCE > now:
            return False
        purse.refused_at = now
        return True

    def _filled(self, purse: _Purse, now: float) -> float:
        return min(BURST, purse.left + (now - purse.at) * self._a_second)
