"""The event loop of a serving process, and the signals that end it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress


def quick_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Uvloop's event loop, as aiogram advises; None, for Python's own, where there is none (Windows)."""
    try:
        from uvloop import new_event_loop  # noqa: PLC0415 - not everywhere
    except ImportError:
        return None
    return new_event_loop


def stop_signal() -> asyncio.Event:
    """An event that SIGINT and SIGTERM set."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(ValueError, RuntimeError, NotImplementedError):  # not in the main thread, or not on this system
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
