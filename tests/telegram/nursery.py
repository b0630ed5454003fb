"""Gives birth to `xueshi serve` processes: a process that has imported everything forks one whenever it is told to.

python -m tests.telegram.nursery     lines of JSON on stdin: {"start": [arguments], "env": {…}, "cwd": …, "log": …},
{"signal": N, "child": number}; each is answered by a line, with the process's number or its exit code. So tests may
kill a program a hundred times without waiting a hundred times for its libraries, and every life is still a process of
its own.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Mapping
from typing import Any


def main() -> None:
    """Serve until the input ends."""
    import_everything()
    print("ready", flush=True)
    children = set[int]()
    for line in sys.stdin:
        order = json.loads(line)
        if "start" in order:
            children.add(number := born(order))
        else:
            number = ended(order["child"], order["signal"])
            children.discard(order["child"])
        print(number, flush=True)
    for child in children:  # whoever gave the orders is gone without a word
        ended(child, signal.SIGKILL)


def import_everything() -> None:
    """What a serving process needs; nothing here may start a thread, for threads do not survive a fork."""
    import aiogram  # noqa: PLC0415
    import aiogram.webhook.aiohttp_server  # noqa: F401, PLC0415
    import telegram.ext  # noqa: F401, PLC0415

    import bot.__main__  # noqa: PLC0415
    import bot.assemble  # noqa: F401, PLC0415


def born(order: Mapping[str, Any]) -> int:
    """A child that runs the command with that environment, its stderr in the log."""
    child = os.fork()
    if child:
        return child
    try:
        live(order)
    finally:
        os._exit(99)


def live(order: Mapping[str, Any]) -> None:
    """The child's whole life."""
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for descriptor, stream in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(descriptor, stream)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - its own, not its parent's orders
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    from bot.__main__ import main as command  # noqa: PLC0415

    code = 1
    try:
        code = command(order["start"])
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def ended(child: int, number: int) -> int:
    """The exit code of a child that got that signal (0: is waited for); negative where the signal ended it."""
    if number:
        os.kill(child, signal.Signals(number))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main()
