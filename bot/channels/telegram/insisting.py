"""Calls that must succeed before anything else makes sense: tried until the platform answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from itertools import chain, repeat
from typing import TypeVar

from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from bot import wording_telegram as wording
from bot.problem import StartProblem

T = TypeVar("T")
Say = Callable[[str], None]

PAUSES = (1.0, 2.0, 5.0, 10.0, 30.0)  # seconds after failures in a row
FAILURES = (AiogramError, OSError)


def patience() -> Iterator[float]:
    """How long to wait after one failure, and another, and so on."""
    return chain(PAUSES, repeat(PAUSES[-1]))


async def insist(call: Callable[[], Awaitable[T]], say: Say) -> T:
    """Make the call until it is answered. Raises StartProblem where the token is no good, and what is wrong with the
    call itself."""
    pauses = patience()
    while True:
        try:
            return await call()
        except TelegramBadRequest:
            raise
        except FAILURES as error:
            await endure(error, pauses, say)


async def endure(error: Exception, pauses: Iterator[float], say: Say) -> None:
    """Say what is wrong and wait. Raises StartProblem where waiting does not help."""
    if isinstance(error, TelegramUnauthorizedError | TelegramNotFound):
        raise StartProblem(wording.BOT_REFUSED.format(why=error.message)) from error
    pause = error.retry_after if isinstance(error, TelegramRetryAfter) else next(pauses)
    sentence = wording.SECOND_POLLER if isinstance(error, TelegramConflictError) else wording.NO_CONNECTION
    say(sentence.format(why=type(error).__name__, seconds=pause))
    await asyncio.sleep(pause)
