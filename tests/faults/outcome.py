"""What came of a scenario."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """So many kills and steps; `wrong` must be empty."""

    kills: int = 0
    steps: int = 0
    wrong: tuple[str, ...] = ()

    def plus(self, other: Outcome) -> Outcome:
        """Both together."""
        return Outcome(self.kills + other.kills, self.steps + other.steps, self.wrong + other.wrong)
