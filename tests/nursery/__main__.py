"""Gives birth to `xueshi` processes: a process that has loaded everything forks one whenever it is told to.

python -m tests.nursery     lines of JSON on stdin: {"start": [arguments], "env": {…}, "cwd": …, "streams": [in, out,
err], "seconds": until it is ended, "clock": what it serves by}, {"signal": N, "child": number}; each is answered by a
line, with the number of the process or its exit code. So tests may start and kill a program a hundred times without
waiting a hundred times for its libraries, and every life is still a process of its own.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.nursery.clock import Clock

MODULES = (
    *("aiogram", "aiogram.webhook.aiohttp_server", "telegram.ext", "bot.__main__", "bot.policy_commands"),
    *("bot.parse_command", "bot.diff_command", "bot.backup_commands", "bot.seal_command", "bot.stats_command"),
    *("bot.doctor_command", "bot.channels.jsonl", "bot.channels.terminal"),
)


def main() -> None:
    """Serve until the input ends."""
    load_everything()
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


def load_everything() -> None:
    """What the commands need; nothing here may start a thread or leave a database open, for neither survives a fork."""
    for module in MODULES:
        importlib.import_module(module)
    from bot import assemble  # noqa: PLC0415
    from bot.channels.jsonl import respond  # noqa: PLC0415
    from bot.settings import read_settings  # noqa: PLC0415

    settings = read_settings({}, Path(os.devnull))
    database = assemble.opened(settings, "sqlite://")
    answerer = assemble.answerer_over(database, settings)
    for text in ("我在常州工作", "去年发表了一篇CN论文，第二作者", "还差多少学时", "撤销"):
        respond(answerer, json.dumps({"user": "u", "text": text}).encode())
    database.close()
    gc.collect()
    gc.freeze()  # or every fork would copy what the collector touches


def born(order: Mapping[str, Any]) -> int:
    """A child that runs the command with that environment and those streams."""
    child = os.fork()
    if child:
        return child
    try:
        live(order)
    finally:
        os._exit(99)


def live(order: Mapping[str, Any]) -> None:
    """The child's whole life."""
    signal.alarm(order.get("seconds", 0))
    typed, said, complained = order["streams"]
    writing = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    for stream, (file, flags) in enumerate(((typed, os.O_RDONLY), (said, writing), (complained, writing))):
        descriptor = os.open(file, flags)
        os.dup2(descriptor, stream)
        os.close(descriptor)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - its own, not its parent's orders
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    if clock := order.get("clock"):
        set_clock(*clock)
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


def set_clock(began: str, at: float) -> None:
    """Serve as if it were that time."""
    from bot.channels.telegram import serving  # noqa: PLC0415

    serving.utc = Clock(datetime.fromisoformat(began), at)


def ended(child: int, number: int) -> int:
    """The exit code of a child that got that signal (0: is waited for); negative where the signal ended it."""
    if number:
        os.kill(child, signal.Signals(number))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main()
