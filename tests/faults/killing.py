"""Work done by a process that is killed again and again; what it did not acknowledge is done again by the next one.

The process is forked from a warm one, so that thousands of kills take minutes. It acknowledges each step through a
pipe, as a channel does; SIGKILL comes at a random instant of its life. A life that got nothing done is followed by one
that may be twice as long, so that slow steps are passed too.
"""

from __future__ import annotations

import os
import random
import signal
import time
import traceback
from collections.abc import Callable

MOST_LIFE = 0.03  # seconds; a turn or two, so that a kill falls anywhere in one
LONGEST_LIFE = 20.0

Work = Callable[[int, Callable[[], None]], None]
"""Do everything from the step of that number on, and call after each."""


class WorkFailed(Exception):  # noqa: N818 - what a child said before it ended by itself
    """The work ended with an error that no kill explains."""


def under_fire(work: Work, steps: int, chance: random.Random, after_kill: Callable[[], None] = lambda: None) -> int:
    """Kill at random instants until all the steps are acknowledged; `after_kill` looks at what a kill left. Gives the
    number of kills. Raises WorkFailed where the work fails by itself."""
    done, kills, longest = 0, 0, MOST_LIFE
    while done < steps:
        acknowledged, killed = _one_life(work, done, chance.uniform(0, longest))
        longest = MOST_LIFE if acknowledged else min(longest * 1.5, LONGEST_LIFE)
        done += acknowledged
        kills += killed
        if killed:
            after_kill()
    return kills


def _one_life(work: Work, done: int, seconds: float) -> tuple[int, bool]:
    """How many steps were acknowledged, and whether the process was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _live(work, done, writing)
    os.close(writing)
    _wait(child, seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as acknowledgements:
        acknowledged = len(acknowledgements.read())
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status):
        raise WorkFailed(f"after step {done + acknowledged}, see above")
    return acknowledged, os.WIFSIGNALED(status)


def _wait(child: int, seconds: float) -> None:
    """That long, or until the child has ended by itself; it stays to be waited for."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return
        time.sleep(min(left, 0.01))


def _live(work: Work, done: int, writing: int) -> None:
    """The forked process: never returns."""
    code = 1
    try:
        work(done, lambda: _acknowledge(writing))
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the parent must not go on twice
        traceback.print_exc()
    finally:
        os._exit(code)


def _acknowledge(writing: int) -> None:
    os.write(writing, b".")
