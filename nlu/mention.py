"""A mention: a stretch of the message that one rule understood, with the value it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Mention(Generic[V_co]):
    """`text` is what stands from `start` to `end` (exclusive) of the normalised message; `rule` names who read it."""

    dimension: str
    start: int
    end: int
    text: str
    value: V_co
    rule: str
