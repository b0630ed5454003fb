"""Loading in the background, so that a person can type while the parts that understand and keep are being read in."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Warm(Generic[T]):
    """A value that is made in a thread of its own once `start` is called; `get` waits for it."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._failure: Exception | None = None
        self._done = Event()
        self._started = False

    @property
    def ready(self) -> bool:
        """Whether `get` returns at once."""
        return self._done.is_set()

    def start(self, on_failure: Callable[[], None] = lambda: None) -> None:
        """Begin, the first time; `on_failure` is called in the thread."""
        if not self._started:
            self._started = True
            Thread(target=self._run, args=(on_failure,), daemon=True).start()

    def check(self) -> None:
        """Raise what making it raised, if it has by now."""
        if self._failure is not None:
            raise self._failure

    def get(self) -> T:
        """The value. Raises what making it raised."""
        self.start()
        self._done.wait()
        self.check()
        assert self._made is not None
        return self._made

    def _run(self, on_failure: Callable[[], None]) -> None:
        try:
            self._made = self._make()
        except Exception as failure:  # noqa: BLE001 - raised again where the value is wanted
            self._failure = failure
        self._done.set()
        if self._failure is not None:
            on_failure()
