"""How fast the platform lets us send, kept as the platform sees it.

A place in a window is taken before a call and given back a full window after its answer. Whatever the network does in
between, the server saw the call between the two, so it never sees more calls in any window than there are places.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

Monotonic = Callable[[], float]

MARGIN = 0.002  # seconds, since two clocks do not tick alike
IN_FLIGHT = 4  # calls at a time at most: python-telegram-bot becomes slower with more
SMOOTH = 0.2  # of how long calls take, what the last one counts
MANY_CHATS = 2_000  # that many may have windows before those of no use are looked for


@dataclass(frozen=True, slots=True)
class Limits:
    """Calls that the platform permits: a second over all, a second in a chat, a minute in a group."""

    overall: int = 30
    chat: int = 1
    group: int = 20


class Window:
    """At most `most` calls in any `seconds`."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds + MARGIN
        self._flying = 0
        self._ended: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until there is a place."""
        while self._ended and self._ended[0] + self._seconds <= now:
            self._ended.popleft()
        if self._flying + len(self._ended) < self._most:
            return 0
        return self._ended[0] + self._seconds - now if self._ended else MARGIN

    def enter(self) -> None:
        self._flying += 1

    def leave(self, now: float) -> None:
        self._flying -= 1
        self._ended.append(now)

    def idle(self, now: float) -> bool:
        return not self._flying and (not self._ended or self._ended[-1] + self._seconds < now)


class Hands:
    """As many calls at a time as the pace needs with the network as it is, and no more: each that is on its way when
    the process dies may arrive twice."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._busy, self._seconds = 0, 0.0
        self._freed = asyncio.Event()

    @property
    def many(self) -> int:
        """How many there are just now."""
        return min(IN_FLIGHT, 1 + int(self._seconds * self._rate))

    async def take(self) -> None:
        while self._busy >= self.many:
            self._freed.clear()
            await self._freed.wait()
        self._busy += 1

    def free(self, seconds: float | None = None) -> None:
        """Give one back, after a call that took so long."""
        if seconds is not None:
            self._seconds += SMOOTH * (seconds - self._seconds)
        self._busy -= 1
        self._freed.set()


class Pace:
    """Who may send when."""

    def __init__(self, limits: Limits = Limits(), clock: Monotonic | None = None) -> None:
        self.limits = limits
        self._clock = clock or asyncio.get_running_loop().time
        self._overall = Window(limits.overall, 1)
        self._chats: dict[str, tuple[Window, ...]] = {}
        self._until: defaultdict[str, float] = defaultdict(float)
        self._many = MANY_CHATS
        self._turnstile = asyncio.Lock()
        self._hands = Hands(limits.overall)

    @asynccontextmanager
    async def turn(self, chat: str) -> AsyncIterator[None]:
        """Wait until a call to that chat is permitted, and make it within."""
        windows = await self._entered(chat)
        began = self._clock()
        try:
            yield
        finally:
            self._leave(windows)
            self._hands.free(self._clock() - began)

    async def _entered(self, chat: str) -> tuple[Window, ...]:
        while True:
            while wait := self.wait(chat):
                await asyncio.sleep(wait)
            async with self._turnstile:
                await self._hands.take()
                while wait := self._overall.wait(self._clock()):
                    await asyncio.sleep(wait)
                if not self.wait(chat):
                    return self._enter(chat)
                self._hands.free()  # somebody wrote there meanwhile

    @contextmanager
    def counted(self, chat: str) -> Iterator[None]:
        """A call that goes out at once; the others make room for it."""
        windows = self._enter(chat)
        try:
            yield
        finally:
            self._leave(windows)

    def wait(self, chat: str) -> float:
        """Seconds until that chat may be written to."""
        now = self._clock()
        return max(self.paused(chat), *(window.wait(now) for window in self._windows(chat)))

    def paused(self, chat: str) -> float:
        """Seconds that the platform wants to hear nothing for that chat."""
        return max(0, max(self._until.get(chat, 0), self._until.get("", 0)) - self._clock())

    def pause(self, chat: str, seconds: float) -> None:
        """The platform refused a call to that chat for so long. Where it refuses two chats at a time, it means all."""
        now = self._clock()
        others = [until for name, until in self._until.items() if name not in {"", chat} and until > now]
        self._until[chat] = max(self._until[chat], now + seconds)
        if others:
            self._until[""] = max(*others, self._until[chat])

    def _windows(self, chat: str) -> tuple[Window, ...]:
        if chat not in self._chats:
            minute = (Window(self.limits.group, 60),) if chat.startswith("-") else ()
            self._chats[chat] = (Window(self.limits.chat, 1), *minute)
        return self._chats[chat]

    def _enter(self, chat: str) -> tuple[Window, ...]:
        if len(self._chats) > self._many:
            self._forget()
        windows = (self._overall, *self._windows(chat))
        for window in windows:
            window.enter()
        return windows

    def _leave(self, windows: tuple[Window, ...]) -> None:
        for window in windows:
            window.leave(self._clock())

    def _forget(self) -> None:
        now = self._clock()
        kept = {chat: each for chat, each in self._chats.items() if not all(window.idle(now) for window in each)}
        self._chats, self._many = kept, len(kept) + MANY_CHATS
        self._until = defaultdict(float, {chat: until for chat, until in self._until.items() if until > now})
