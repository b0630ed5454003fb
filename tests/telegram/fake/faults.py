"""Faults on demand: refusals that have nothing to do with the call, slow answers, connections that break."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from random import Random


@dataclass(slots=True)
class Fault:
    """What goes wrong the next `times` times that a call fits (`method`, `chat`; None fits all), by `chance`.

    `kind`: flood (429 with `seconds`), broken (500), away (502 without JSON), held (not done until `let_go` is set),
    cut (the connection breaks before anything is done), deaf (it breaks after: done, but the caller never hears).
    """

    kind: str
    method: str | None = None
    chat: int | None = None
    times: int = 1
    seconds: float = 1
    chance: float = 1.0
    overall: bool = False


@dataclass(slots=True)
class Faults:
    """The faults that are set; the first that fits happens. A flood with `overall` then refuses all sends until it is
    over, as one in a chat refuses that chat's."""

    pending: list[Fault] = field(default_factory=list)
    happened: list[tuple[float, Fault]] = field(default_factory=list)
    closed: dict[int | None, float] = field(default_factory=dict)
    random: Random = field(default_factory=lambda: Random(1))
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    def take(self, method: str, chat: object, now: float) -> Fault | None:
        """The fault that this call meets."""
        for fault in self.pending:
            if fault.method not in {None, method} or fault.chat not in {None, chat}:
                continue
            if self.random.random() >= fault.chance:
                continue
            fault.times -= 1
            if fault.times <= 0:
                self.pending.remove(fault)
            if fault.kind == "flood":
                self.closed[None if fault.overall else (chat if isinstance(chat, int) else None)] = now + fault.seconds
            self.happened.append((now, fault))
            return fault
        return None

    def still_closed(self, chat: int, now: float) -> float:
        """Seconds that sending to that chat is still refused after a flood."""
        return max(0.0, *(self.closed.get(key, 0) - now for key in (None, chat)))
